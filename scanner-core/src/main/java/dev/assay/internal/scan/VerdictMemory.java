package dev.assay.internal.scan;

import dev.assay.internal.cache.CacheStore;
import dev.assay.internal.cache.CodeFingerprint;
import dev.assay.internal.cache.UnusableCacheException;
import dev.assay.internal.digest.Hashes;
import dev.assay.record.DataRecord;
import dev.assay.record.RecordHash;
import dev.assay.verdict.VerdictPolicy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about records before, in this scan or an earlier one, by the same code with
 * the same rules and policy. May be used by several threads.
 */
final class VerdictMemory implements Closeable {
  /** Of the files' form: raise it whenever that changes. */
  private static final String FORM = "assay-verdicts-3";

  private static final long MAX_BYTES = 1L << 30;

  private final CacheStore store;
  private final JudgementCodec codec;

  private VerdictMemory(CacheStore store, JudgementCodec codec) {
    this.store = store;
    this.codec = codec;
  }

  /**
   * Opens what is in a folder; null without one.
   *
   * @throws UnusableCacheException if the folder cannot be used
   */
  static @Nullable VerdictMemory open(@Nullable Path folder, Detection detection)
      throws UnusableCacheException {
    return folder == null
        ? null
        : new VerdictMemory(
            CacheStore.open(folder, fingerprint(detection), MAX_BYTES),
            new JudgementCodec(detection.rules().rules()));
  }

  /** A look into the memory for one thread. */
  Reader reader() {
    return new Reader();
  }

  final class Reader {
    private final RecordHash hash = new RecordHash();
    private byte[] key = {};

    /** What is known of a record; null if nothing is. */
    @Nullable Known find(DataRecord record) {
      key = hash.bytes(record);
      byte[] value = store.get(key);
      return value == null ? null : codec.decode(value, record);
    }

    /** Keeps what was found out about the record that was asked for last. */
    void keep(Known known) {
      byte[] value = codec.encode(known);
      if (value != null) {
        store.put(key, value);
      }
    }
  }

  private static byte[] fingerprint(Detection detection) {
    MessageDigest digest = Hashes.sha256();
    String parts =
        String.join(
            "\n",
            FORM,
            ToolVersion.read(),
            detection.rules().version(),
            Integer.toString(detection.rules().rules().size()),
            policy(detection.policy()),
            Boolean.toString(detection.minesTriggers()));
    digest.update(parts.getBytes(StandardCharsets.UTF_8));
    CodeFingerprint.addTo(digest);
    return digest.digest();
  }

  /** The same text for the same policy: sets have no order of their own. */
  private static String policy(VerdictPolicy policy) {
    return policy.severity() + " " + policy.confidence() + " " + sorted(policy.excusable());
  }

  private static String sorted(Collection<?> values) {
    TreeSet<String> names = new TreeSet<>();
    values.forEach(value -> names.add(String.valueOf(value)));
    return names.toString();
  }

  /** What was found out is kept, if that can be; if not, the scan is none the worse for it. */
  @Override
  public void close() {
    try {
      store.close();
    } catch (IOException e) {
      return;
    }
  }
}
