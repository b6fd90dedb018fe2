package io.snowpull.packaging.live;

/** What a changed file is part of. */
public enum Changed {
  /** The Streamlit page. */
  PAGE,
  /** The connector or its runtime. */
  JAVA,
  /** The SQL that the connector runs: classes, and texts that they render. */
  STATEMENTS,
  /** The annotation processor, its templates among it. */
  PROCESSOR
}
