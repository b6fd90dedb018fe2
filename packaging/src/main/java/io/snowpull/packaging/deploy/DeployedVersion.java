package io.snowpull.packaging.deploy;

/**
 * A version of a package as it stands in the account.
 *
 * @param isNew whether this deployment made it
 */
public record DeployedVersion(PackageNames names, int patch, boolean isNew) {}
