package io.snowpull.runtime.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameDerivationTest {
  @ParameterizedTest
  @CsvSource({
    "hub4j/github-api, HUB4J_GITHUB_API",
    "Snowflake-Labs/sfquickstarts, SNOWFLAKE_LABS_SFQUICKSTARTS",
    "vercel/next.js, VERCEL_NEXT_JS",
    "1password/x, _1PASSWORD_X",
    "a_b/c, A_B_C",
  })
  void readsLikeTheRepository(String resource, String base) {
    assertEquals(new ObjectNames(base), NameDerivation.derive(resource, 1, List.of()));
  }

  @Test
  void keepsClearOfReservedNames() {
    assertNotEquals("CURRENT_DATE", NameDerivation.derive("current/date", 1, List.of()).base());
  }

  @Test
  void givesARepositoryOfATakenNameAHash() {
    ObjectNames first = NameDerivation.derive("a-b/c", 1, List.of());
    ObjectNames second = NameDerivation.derive("a/b-c", 2, List.of(first));
    assertTrue(second.base().matches("A_B_C_[0-9A-F]{8}"), second.base());
  }

  @Test
  void keepsATableClearOfAnothersView() {
    ObjectNames plain = NameDerivation.derive("o/r", 1, List.of());
    assertNotEquals(
        plain.view(), NameDerivation.derive("o/r_flattened", 2, List.of(plain)).table());
    ObjectNames flattened = NameDerivation.derive("o/r_flattened", 2, List.of());
    assertNotEquals(flattened.table(), NameDerivation.derive("o/r", 1, List.of(flattened)).view());
  }

  @Test
  void neverSharesAnObject() {
    Random random = new Random(20261124);
    String alphabet = "ab-_.";
    List<ObjectNames> taken = new ArrayList<>();
    Set<String> resources = new HashSet<>();
    Set<String> objects = new HashSet<>();
    for (int i = 0; i < 3000; i++) {
      StringBuilder resource = new StringBuilder("o/");
      for (int length = 1 + random.nextInt(5); length > 0; length--) {
        resource.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (random.nextInt(3) == 0) {
        resource.append("_flattened");
      }
      if (resources.add(resource.toString())) {
        ObjectNames names = NameDerivation.derive(resource.toString(), i, taken);
        taken.add(names);
        assertTrue(objects.add(names.table()), () -> resource + " shares " + names.table());
        assertTrue(objects.add(names.view()), () -> resource + " shares " + names.view());
        assertTrue(names.table().matches("[A-Z_][A-Z0-9_]{0,240}"), names.table());
      }
    }
  }
}
