package io.snowpull.local.engine.ast;

/**
 * What CREATE does about an object that exists: fail (all false), replace it, alter it, or leave
 * it.
 */
public record CreateMode(boolean orReplace, boolean orAlter, boolean ifNotExists) {}
