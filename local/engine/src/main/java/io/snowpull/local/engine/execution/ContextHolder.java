package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.Session;
import org.jspecify.annotations.Nullable;

/** Where a context lives that USE can change: in the session, or in a frame. */
final class ContextHolder {

  private final @Nullable Session session;
  private @Nullable Context own;

  private ContextHolder(@Nullable Session session, @Nullable Context own) {
    this.session = session;
    this.own = own;
  }

  static ContextHolder of(Session session) {
    return new ContextHolder(session, null);
  }

  static ContextHolder of(Context context) {
    return new ContextHolder(null, context);
  }

  boolean isSession() {
    return session != null;
  }

  synchronized Context value() {
    if (session != null) {
      return session.context();
    }
    if (own == null) {
      throw new IllegalStateException("a holder has a session or a context");
    }
    return own;
  }

  synchronized void set(Context context) {
    if (session != null) {
      session.setContext(context);
    } else {
      own = context;
    }
  }
}
