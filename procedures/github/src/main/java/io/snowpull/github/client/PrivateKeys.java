package io.snowpull.github.client;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the private key of a GitHub App as GitHub gives it: PEM, PKCS #1, or else PKCS #8. */
final class PrivateKeys {
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1?PRIVATE KEY-----");

  /** Version 0, and the algorithm rsaEncryption without parameters: RFC 5208 and RFC 8017. */
  private static final byte[] RSA_ALGORITHM =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private PrivateKeys() {}

  /**
   * @throws GitHubException TOKEN_INVALID when it is no such key; the error shows nothing of it
   */
  static RSAPrivateKey read(String pem) {
    Matcher matcher = PEM.matcher(pem.replace("\\n", "\n").strip());
    if (!matcher.matches()) {
      throw invalid();
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
      byte[] pkcs8 = matcher.group(1) == null ? der : wrapped(der);
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Not chained: what is thrown here could show a part of the key.
      throw invalid();
    }
  }

  private static byte[] wrapped(byte[] pkcs1) {
    byte[] key = element(0x04, pkcs1);
    byte[] content = new byte[RSA_ALGORITHM.length + key.length];
    System.arraycopy(RSA_ALGORITHM, 0, content, 0, RSA_ALGORITHM.length);
    System.arraycopy(key, 0, content, RSA_ALGORITHM.length, key.length);
    return element(0x30, content);
  }

  /** One element of DER: its tag, its length in two bytes, its content. */
  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 4);
    out.write(tag);
    out.write(0x82);
    out.write(content.length >> 8);
    out.write(content.length & 0xff);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static GitHubException invalid() {
    return GitHubException.of(
        GitHubError.TOKEN_INVALID,
        "'private_key' in the secret is not an RSA private key in PEM form. Store what GitHub"
            + " generated for the app, from -----BEGIN to -----END, as it is.");
  }
}
