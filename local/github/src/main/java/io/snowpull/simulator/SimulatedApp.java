package io.snowpull.simulator;

import java.security.PublicKey;

/**
 * A GitHub App that one organization has installed.
 *
 * @param id the app's id
 * @param installationId the installation's
 * @param key what proves the signature of its web tokens
 */
public record SimulatedApp(String id, long installationId, PublicKey key) {}
