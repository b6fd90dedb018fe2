package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A user of the account. The password's hash is not here but with the account; defaults are null
 * when none is set.
 *
 * @param rsaPublicKey the key that checks the user's JWTs, as RSA_PUBLIC_KEY was given: Base64
 *     without PEM's first and last line; null for none
 */
public record UserDefinition(
    Header header,
    boolean disabled,
    @Nullable String defaultRole,
    @Nullable String defaultWarehouse,
    @Nullable String defaultNamespace,
    @Nullable String rsaPublicKey)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.USER;
  }

  @Override
  public UserDefinition withHeader(Header newHeader) {
    return new UserDefinition(
        newHeader, disabled, defaultRole, defaultWarehouse, defaultNamespace, rsaPublicKey);
  }

  /** The same with another key, or without one. */
  public UserDefinition withRsaPublicKey(@Nullable String key) {
    return new UserDefinition(
        header, disabled, defaultRole, defaultWarehouse, defaultNamespace, key);
  }
}
