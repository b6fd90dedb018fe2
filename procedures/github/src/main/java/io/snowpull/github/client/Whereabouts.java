package io.snowpull.github.client;

import java.net.URI;
import java.util.Optional;

/**
 * What became of something that GitHub had.
 *
 * @param status 200 where it is there, 301 where it has moved, 404 or 410 where it is gone
 * @param movedTo where it has moved
 */
public record Whereabouts(int status, Optional<URI> movedTo) {}
