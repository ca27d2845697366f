package dev.assay.columnar.arrow;

import dev.assay.source.SourceException;
import dev.assay.source.TableFormat;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Predicate;

/** Apache Arrow IPC. Stateless. */
public final class ArrowFormat implements TableFormat {
  private static final byte[] FILE = {'A', 'R', 'R', 'O', 'W', '1'};

  @Override
  public String name() {
    return "arrow";
  }

  @Override
  public boolean accepts(byte[] head) {
    return isFile(head)
        || (head.length >= 4 && head[0] == -1 && head[1] == -1 && head[2] == -1 && head[3] == -1);
  }

  private static boolean isFile(byte[] head) {
    for (int i = 0; i < FILE.length; i++) {
      if (head.length <= i || head[i] != FILE[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public TableReader open(SeekableByteChannel file, Predicate<String> columns) throws IOException {
    return guard(() -> new ArrowTable(Frames.open(file), columns));
  }

  interface Work<T> {
    T run() throws IOException;
  }

  /** Turns whatever a damaged file makes the library throw into the one declared error. */
  static <T> T guard(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (SourceException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new SourceException("is damaged: it cannot be read as Arrow", e);
    } catch (OutOfMemoryError e) {
      // One array of a size that the file made up; nothing else was lost with it.
      throw new SourceException(
          "is damaged, or needs more memory than there is: a part of it claims to be too large", e);
    } catch (AssertionError | StackOverflowError e) {
      throw new SourceException("is damaged: its headers make no sense", e);
    }
  }
}
