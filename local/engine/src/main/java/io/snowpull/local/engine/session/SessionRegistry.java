package io.snowpull.local.engine.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The open sessions and their tokens. Safe for several threads. */
public final class SessionRegistry {

  /** How long a session token is valid; drivers renew it with the master token. */
  public static final Duration TOKEN_VALIDITY = Duration.ofHours(1);

  /** How long a master token is valid. */
  public static final Duration MASTER_VALIDITY = Duration.ofHours(4);

  private final Map<String, Entry> byToken = new ConcurrentHashMap<>();
  private final Map<String, Entry> byMaster = new ConcurrentHashMap<>();
  private final AtomicLong nextId;
  private final TokenSource tokens;
  private final Clock clock;
  private final Consumer<Session> onClose;

  public SessionRegistry(TokenSource tokens, Clock clock, Consumer<Session> onClose) {
    this.tokens = tokens;
    this.clock = clock;
    this.onClose = onClose;
    this.nextId = new AtomicLong(clock.millis());
  }

  /** The pair of tokens a client gets. */
  public record Tokens(String session, String master) {}

  private record Entry(Session session, Instant validUntil) {}

  /** Opens a session. */
  public Session open(String user, Context context) {
    return new Session(nextId.incrementAndGet(), user, context);
  }

  /** Gives a session its tokens. */
  public Tokens register(Session session) {
    Tokens pair = new Tokens(tokens.next(), tokens.next());
    byToken.put(pair.session(), new Entry(session, clock.instant().plus(TOKEN_VALIDITY)));
    byMaster.put(pair.master(), new Entry(session, clock.instant().plus(MASTER_VALIDITY)));
    return pair;
  }

  /** The session of a valid token. */
  public Optional<Session> find(String token) {
    return valid(byToken.get(token));
  }

  /** Whether the token was given out but has run out, so that the client may renew it. */
  public boolean isExpired(String token) {
    Entry entry = byToken.get(token);
    return entry != null && valid(entry).isEmpty();
  }

  /** New tokens for the session of that master token; the old ones end. */
  public Optional<Tokens> renew(String master) {
    Optional<Session> session = valid(byMaster.remove(master));
    session.ifPresent(this::forget);
    return session.map(this::register);
  }

  /** The session behind a master token. */
  public Optional<Session> findByMaster(String master) {
    return valid(byMaster.get(master));
  }

  /** Ends a session: its tokens no longer work. */
  public void close(Session session) {
    forget(session);
    onClose.accept(session);
  }

  /** Ends all sessions. */
  public void closeAll() {
    byToken.values().stream().map(Entry::session).distinct().toList().forEach(this::close);
  }

  private void forget(Session session) {
    byToken.values().removeIf(entry -> entry.session() == session);
    byMaster.values().removeIf(entry -> entry.session() == session);
  }

  private Optional<Session> valid(@org.jspecify.annotations.Nullable Entry entry) {
    return Optional.ofNullable(entry)
        .filter(known -> clock.instant().isBefore(known.validUntil()))
        .map(Entry::session);
  }
}
