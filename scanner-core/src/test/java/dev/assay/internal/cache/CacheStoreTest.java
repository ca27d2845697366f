package dev.assay.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache gives back what was kept, or nothing: never what is damaged or somebody else's. */
class CacheStoreTest {
  private static final byte[] OURS = key("ours");
  private static final byte[] THEIRS = key("theirs");
  private static final long ROOMY = 1 << 26;

  @TempDir private Path folder;

  private static byte[] key(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] value(int number) {
    return ("value " + number + " ").repeat(1 + number % 300).getBytes(StandardCharsets.UTF_8);
  }

  private void fill(byte[] fingerprint, int from, int to) throws IOException {
    try (CacheStore store = CacheStore.open(folder, fingerprint, ROOMY)) {
      for (int i = from; i < to; i++) {
        store.put(key("k" + i), value(i));
      }
    }
  }

  private int found(byte[] fingerprint, int to) throws IOException {
    int found = 0;
    try (CacheStore store = CacheStore.open(folder, fingerprint, ROOMY)) {
      for (int i = 0; i < to; i++) {
        byte[] value = store.get(key("k" + i));
        if (value != null) {
          assertThat(value).isEqualTo(value(i));
          found++;
        }
      }
    }
    return found;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatWasKeptIsThereAtOnceAndTheNextTime() throws IOException {
    try (CacheStore store = CacheStore.open(folder, OURS, ROOMY)) {
      for (int i = 0; i < 5_000; i++) {
        store.put(key("k" + i), value(i));
        assertThat(store.get(key("k" + i))).isEqualTo(value(i));
        assertThat(store.get(key("k" + i / 2))).isEqualTo(value(i / 2));
      }
      assertThat(store.get(key("other"))).isNull();
    }
    assertThat(found(OURS, 5_000)).isEqualTo(5_000);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aDamagedByteSpoilsItsEntryAndNoOther() throws IOException {
    fill(OURS, 0, 50);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 97) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x11;
      Files.write(file, damaged);
      assertThat(found(OURS, 50)).isLessThan(50);
    }
    for (int length : new int[] {0, 1, 35, 36, 40, 1_000, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(found(OURS, 50)).isLessThan(50);
    }
    Files.write(file, whole);
    assertThat(found(OURS, 50)).isEqualTo(50);
  }

  @Test
  void entriesOfAnotherFingerprintAreNotBelieved() throws IOException {
    fill(THEIRS, 0, 10);
    assertThat(found(OURS, 10)).isZero();
    Path theirs = files().get(0);
    fill(OURS, 10, 11);
    Path ours = files().stream().filter(file -> !file.equals(theirs)).findFirst().orElseThrow();
    Files.copy(theirs, ours, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(found(OURS, 11)).isZero();
    assertThat(found(THEIRS, 11)).isEqualTo(10);
  }

  @Test
  void scansAtTheSameTimeDoNotDisturbEachOther() throws IOException {
    try (CacheStore one = CacheStore.open(folder, OURS, ROOMY);
        CacheStore other = CacheStore.open(folder, OURS, ROOMY)) {
      for (int i = 0; i < 2_000; i++) {
        (i % 2 == 0 ? one : other).put(key("k" + i), value(i));
      }
      assertThat(other.get(key("k0"))).isNull();
      assertThat(found(OURS, 2_000)).isZero();
    }
    assertThat(found(OURS, 2_000)).isEqualTo(2_000);
  }

  @Test
  void theFolderStaysWithinItsBound() throws IOException {
    for (int round = 0; round < 8; round++) {
      try (CacheStore store = CacheStore.open(folder, OURS, 100_000)) {
        for (int i = 0; i < 200; i++) {
          store.put(key(round + "-" + i), value(i));
        }
      }
      long size = 0;
      for (Path file : files()) {
        size += Files.size(file);
      }
      assertThat(size).isPositive().isLessThanOrEqualTo(100_000);
    }
  }
}
