package dev.assay.internal.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-16 turned into UTF-8. Half a surrogate pair, or half a unit at the end, becomes bytes that
 * are no UTF-8, so that the record around it is found to be broken.
 */
final class Utf16Input extends InputStream {
  private static final int BLOCK = 1 << 15;

  private final InputStream in;
  private final boolean littleEndian;
  private final byte[] units = new byte[BLOCK];
  private final byte[] out = new byte[BLOCK * 2];
  private int at;
  private int ready;
  private int pendingHigh;
  private int leftover = -1;
  private boolean ended;

  Utf16Input(InputStream in, boolean littleEndian) {
    this.in = in;
    this.littleEndian = littleEndian;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    while (at == ready) {
      if (ended) {
        return -1;
      }
      convert();
    }
    int n = Math.min(length, ready - at);
    System.arraycopy(out, at, buffer, offset, n);
    at += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void convert() throws IOException {
    at = 0;
    ready = 0;
    int from = 0;
    if (leftover >= 0) {
      units[0] = (byte) leftover;
      from = 1;
    }
    int n = in.read(units, from, units.length - from);
    if (n < 0) {
      end();
      return;
    }
    int length = from + n;
    for (int i = 0; i + 1 < length; i += 2) {
      int first = units[i] & 0xFF;
      int second = units[i + 1] & 0xFF;
      unit(littleEndian ? second << 8 | first : first << 8 | second);
    }
    leftover = length % 2 == 1 ? units[length - 1] & 0xFF : -1;
  }

  private void end() {
    ended = true;
    flushHigh();
    if (leftover >= 0) {
      out[ready++] = (byte) 0xFF;
    }
  }

  private void unit(int unit) {
    if (pendingHigh != 0 && Character.isLowSurrogate((char) unit)) {
      encode(Character.toCodePoint((char) pendingHigh, (char) unit));
      pendingHigh = 0;
      return;
    }
    flushHigh();
    if (Character.isHighSurrogate((char) unit)) {
      pendingHigh = unit;
    } else {
      encode(unit);
    }
  }

  private void flushHigh() {
    if (pendingHigh != 0) {
      encode(pendingHigh);
      pendingHigh = 0;
    }
  }

  private void encode(int c) {
    if (c < 0x80) {
      out[ready++] = (byte) c;
    } else if (c < 0x800) {
      out[ready++] = (byte) (0xC0 | c >> 6);
      out[ready++] = (byte) (0x80 | c & 0x3F);
    } else if (c < 0x10000) {
      out[ready++] = (byte) (0xE0 | c >> 12);
      out[ready++] = (byte) (0x80 | c >> 6 & 0x3F);
      out[ready++] = (byte) (0x80 | c & 0x3F);
    } else {
      out[ready++] = (byte) (0xF0 | c >> 18);
      out[ready++] = (byte) (0x80 | c >> 12 & 0x3F);
      out[ready++] = (byte) (0x80 | c >> 6 & 0x3F);
      out[ready++] = (byte) (0x80 | c & 0x3F);
    }
  }
}
