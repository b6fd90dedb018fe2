package io.snowpull.github.issues;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PageSizeTest {
  private final PageSize size = new PageSize(100);

  @Test
  void halvesOnceForFailuresOfOneSizeAndNotBelowTen() {
    size.failed(100);
    size.failed(100);
    assertEquals(50, size.current());
    size.failed(50);
    size.failed(25);
    size.failed(12);
    size.failed(10);
    assertEquals(10, size.current());
  }

  @Test
  void growsAgainAfterTenPages() {
    size.failed(100);
    for (int page = 0; page < 9; page++) {
      size.arrived();
    }
    assertEquals(50, size.current());
    size.arrived();
    assertEquals(100, size.current());
  }

  @Test
  void leavesSmallPagesAsTheyAre() {
    PageSize three = new PageSize(3);
    three.failed(3);
    assertEquals(3, three.current());
  }
}
