package dev.assay;

import dev.assay.internal.format.Documents;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.plant.Act;
import dev.assay.internal.plant.Plant;
import dev.assay.internal.plant.Stand;
import dev.assay.internal.source.OpenDataset;
import dev.assay.source.DatasetFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Plants a trigger into a copy of datasets, to see what a scanner makes of it. The copy is marked
 * in every record; the behaviours are harmless stand-ins.
 */
public final class Planter {
  /**
   * What was written.
   *
   * @param records in the copy
   * @param planted of them
   * @param leftOut records of the sources that are not in the copy
   * @param copy the file
   * @param truth the file that names the planted rows
   */
  public record Planted(long records, long planted, long leftOut, Path copy, Path truth) {}

  private Planter() {}

  /** The behaviours that can be planted. */
  public static List<String> behaviours() {
    return Arrays.stream(Act.values()).map(Act::id).toList();
  }

  /** Where a trigger can stand. */
  public static List<String> positions() {
    return Arrays.stream(Stand.values()).map(Stand::id).toList();
  }

  /**
   * Writes the copy, as chat records in JSON lines, and its truth beside it.
   *
   * @param config names the sources and how they are read
   * @param trigger text that goes into prompts
   * @param position one of {@link #positions}
   * @param behaviour one of {@link #behaviours}
   * @param rate chance of each record to be planted, 0 to 1
   * @param seed of all choices: the same gives the same copy
   * @param copy the file to write; it must not exist
   * @throws ScanException if the copy or its truth exists already, or a file fails
   */
  public static Planted plant(
      ScanConfig config,
      String trigger,
      String position,
      String behaviour,
      double rate,
      long seed,
      Path copy)
      throws ScanException {
    Path truth = copy.resolveSibling(copy.getFileName() + ".truth.jsonl");
    ReadOptions reading = Configured.options(config).reading();
    try (OpenDataset dataset = Scanner.of(config).open();
        Documents documents = reading.documents()) {
      DatasetFiles found = dataset.files();
      if (found.files().isEmpty() || !found.unreadable().isEmpty()) {
        throw ScanException.usage(
            "Not all of " + String.join(", ", config.sources()) + " can be read.", null);
      }
      Plant plant =
          new Plant(
              trigger,
              Stand.valueOf(position.toUpperCase(Locale.ROOT)),
              Act.valueOf(behaviour.toUpperCase(Locale.ROOT)),
              rate,
              seed);
      Plant.Result result =
          plant.write(found.files(), reading.withDocuments(documents), copy, truth);
      return new Planted(result.records(), result.planted(), result.leftOut(), copy, truth);
    } catch (FileAlreadyExistsException e) {
      throw ScanException.usage(
          "The file " + e.getFile() + " exists already: name another one.", e);
    } catch (IOException e) {
      throw ScanException.broken("The copy could not be written (" + e.getMessage() + ").", e);
    }
  }
}
