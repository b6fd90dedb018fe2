package io.snowpull.local.engine.session;

import io.snowpull.local.engine.result.SnowflakeException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A user's RSA_PUBLIC_KEY: the Base64 of a SubjectPublicKeyInfo, without the lines that PEM puts
 * around it.
 */
public final class PublicKeyText {

  private PublicKeyText() {}

  /**
   * The text without line breaks.
   *
   * @throws SnowflakeException if it is no RSA key
   */
  public static String checked(String given) {
    String text = given.replaceAll("\\s", "");
    try {
      read(text);
      return text;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SnowflakeException(
          "394300",
          "22023",
          "New public key rejected by current policy. Reason: 'Invalid public key'. RSA_PUBLIC_KEY"
              + " takes the Base64 text between the first and the last line of a PEM file.");
    }
  }

  static PublicKey read(String text) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
  }
}
