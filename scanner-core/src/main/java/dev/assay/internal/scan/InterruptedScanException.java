package dev.assay.internal.scan;

import org.jspecify.annotations.Nullable;

/** The thread that scans was interrupted: the scan ends without reports. */
final class InterruptedScanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedScanException(@Nullable InterruptedException cause) {
    super("The scan was interrupted; no report was written.", cause);
  }
}
