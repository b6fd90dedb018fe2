package io.snowpull.local.engine.catalog;

import java.time.Instant;

/** What every object has; the comment is empty when there is none. */
public record Header(QualifiedName name, Principal owner, Instant createdOn, String comment) {

  public Header withComment(String newComment) {
    return new Header(name, owner, createdOn, newComment);
  }

  public Header withOwner(Principal newOwner) {
    return new Header(name, newOwner, createdOn, comment);
  }

  public Header withName(QualifiedName newName) {
    return new Header(newName, owner, createdOn, comment);
  }
}
