package dev.assay.report;

/** Hears how a scan goes on. Called by the scanning thread, some times a second at most. */
@FunctionalInterface
public interface ScanProgress {
  /** Hears nothing. */
  ScanProgress NONE = (uri, bytesDone, bytesTotal, records) -> {};

  /**
   * @param uri the file being read
   * @param bytesDone bytes of all files read so far, as they lie on disk
   * @param bytesTotal bytes of all files, or -1 if not known
   * @param records judged so far
   */
  void at(String uri, long bytesDone, long bytesTotal, long records);
}
