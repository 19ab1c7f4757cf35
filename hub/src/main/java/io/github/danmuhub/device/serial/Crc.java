package io.github.danmuhub.device.serial;

/** The frames' two checks, bit by bit: frames are short. */
final class Crc {
  private static final int BITS = 8;

  /** 0x31, reflected. */
  private static final int POLYNOMIAL_8 = 0x8C;

  /** 0x1021, reflected. */
  private static final int POLYNOMIAL_16 = 0x8408;

  private Crc() {}

  static int of8(byte[] bytes, int length) {
    return of(bytes, length, 0xFF, POLYNOMIAL_8);
  }

  static int of16(byte[] bytes, int length) {
    return of(bytes, length, 0xFFFF, POLYNOMIAL_16);
  }

  private static int of(byte[] bytes, int length, int start, int polynomial) {
    int crc = start;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < BITS; bit++) {
        crc = (crc & 1) == 1 ? crc >> 1 ^ polynomial : crc >> 1;
      }
    }
    return crc;
  }
}
