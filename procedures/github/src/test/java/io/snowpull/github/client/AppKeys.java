package io.snowpull.github.client;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A key pair of a GitHub App, in the forms in which people have its private key. */
record AppKeys(KeyPair pair) {
  /** What stands before the key of PKCS #1 in PKCS #8, for keys of this length. */
  private static final int PKCS8_HEAD = 26;

  static AppKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new AppKeys(generator.generateKeyPair());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String pkcs8() {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** As GitHub gives it. */
  String pkcs1() {
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEAD, pkcs8.length));
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
