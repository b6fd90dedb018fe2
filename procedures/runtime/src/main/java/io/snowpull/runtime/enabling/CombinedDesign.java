package io.snowpull.runtime.enabling;

import io.snowpull.ddl.ChildView;
import java.util.List;

/**
 * The views over all resources of a connector, in the destination's PUBLIC schema.
 *
 * @param view name of the view over all flattening views; no resource's table may be called so
 * @param children views over what its columns hold
 */
public record CombinedDesign(String view, List<ChildView> children) {
  public CombinedDesign {
    children = List.copyOf(children);
  }
}
