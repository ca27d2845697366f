package dev.assay.columnar.parquet;

import dev.assay.source.SourceException;
import dev.assay.source.TableFormat;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Predicate;

/** Apache Parquet. Stateless. */
public final class ParquetFormat implements TableFormat {
  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public boolean accepts(byte[] head) {
    return head.length >= Footer.MAGIC.length
        && head[0] == 'P'
        && head[1] == 'A'
        && head[2] == 'R'
        && (head[3] == '1' || head[3] == 'E');
  }

  @Override
  public TableReader open(SeekableByteChannel file, Predicate<String> columns) throws IOException {
    return Damage.guard(
        () -> {
          Footer footer = Footer.read(file);
          return new ParquetTable(file, footer, Projection.of(footer.schema(), columns));
        });
  }

  /** Turns whatever a damaged file makes the library throw into the one declared error. */
  static final class Damage {
    private Damage() {}

    interface Work<T> {
      T run() throws IOException;
    }

    static <T> T guard(Work<T> work) throws IOException {
      try {
        return work.run();
      } catch (SourceException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw new SourceException("is damaged: it cannot be read as Parquet" + why(e), e);
      } catch (OutOfMemoryError e) {
        // One array of a size that the file made up; nothing else was lost with it.
        throw new SourceException(
            "is damaged, or needs more memory than there is: a part of it claims to be too large",
            e);
      } catch (StackOverflowError e) {
        throw new SourceException("is damaged: it is nested too deep", e);
      }
    }

    private static String why(Exception e) {
      String message = e.getMessage();
      if (message == null || message.isBlank()) {
        return "";
      }
      String line = message.lines().findFirst().orElse("").strip();
      return " (" + (line.length() > 120 ? line.substring(0, 120) + "..." : line) + ")";
    }
  }
}
