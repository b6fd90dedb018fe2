package io.snowpull.runtime.cursor;

import io.snowpull.runtime.source.Validator;
import java.time.Instant;
import java.util.Optional;

/**
 * The question that the end of a resource was last answered to.
 *
 * @param since what was asked for; it stays until an answer has more than one page
 * @param validator what came with the answer; empty when it took more than one page or had none
 */
public record Poll(Optional<Instant> since, Optional<Validator> validator) {}
