package io.snowpull.packaging.live;

/** What a changed file is part of. */
public enum Changed {
  /** The Streamlit page. */
  PAGE,
  /** The connector or its runtime. */
  JAVA,
  /** The annotation processor, its templates among it. */
  PROCESSOR
}
