package io.snowpull.local.engine.nativeapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The opaque text that SYSTEM$REFERENCE gives and SYSTEM$SET_REFERENCE takes. It is signed, so an
 * application cannot make one for an object that nobody offered it.
 */
final class ReferenceAlias {
  private static final String PREFIX = "ENT_REF_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE = 32;

  private final ObjectMapper json = JsonMapper.builder().build();
  private final SecretKeySpec key;

  ReferenceAlias(SecureRandom random) {
    byte[] secret = new byte[SIGNATURE];
    random.nextBytes(secret);
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** What a reference stands for. */
  record Offer(String type, ObjectKind kind, QualifiedName name, List<String> privileges) {
    ObjectKey object() {
      return ObjectKey.of(kind, name);
    }
  }

  String encode(Offer offer) {
    try {
      byte[] content = json.writeValueAsBytes(offer);
      byte[] signature = sign(content);
      byte[] all = new byte[SIGNATURE + content.length];
      System.arraycopy(signature, 0, all, 0, SIGNATURE);
      System.arraycopy(content, 0, all, SIGNATURE, content.length);
      return PREFIX
          + offer.type().replace(' ', '_')
          + "_"
          + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The offer; empty if this account never made the alias. */
  Optional<Offer> decode(String alias) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(encoded(alias));
      if (all.length <= SIGNATURE) {
        return Optional.empty();
      }
      byte[] content = Arrays.copyOfRange(all, SIGNATURE, all.length);
      byte[] signature = Arrays.copyOf(all, SIGNATURE);
      return MessageDigest.isEqual(signature, sign(content))
          ? Optional.of(json.readValue(new String(content, StandardCharsets.UTF_8), Offer.class))
          : Optional.empty();
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The base64 part begins after the object's type, whose words are upper-case letters. */
  private static String encoded(String alias) {
    String rest = alias.startsWith(PREFIX) ? alias.substring(PREFIX.length()) : "";
    for (ReferenceType type : ReferenceType.values()) {
      String start = type.name() + "_";
      if (rest.startsWith(start)) {
        return rest.substring(start.length());
      }
    }
    return "";
  }

  private byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
