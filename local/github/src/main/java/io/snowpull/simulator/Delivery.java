package io.snowpull.simulator;

/** What goes out on a connection for one request; no bytes at all mean a reset. */
record Delivery(byte[] bytes, boolean keepsConnection) {

  static Delivery reset() {
    return new Delivery(new byte[0], false);
  }

  boolean isReset() {
    return bytes.length == 0;
  }
}
