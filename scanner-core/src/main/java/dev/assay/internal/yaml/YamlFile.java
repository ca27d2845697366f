package dev.assay.internal.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The text of a YAML file of bounded size. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * The text.
   *
   * @param problems receives why it cannot be used
   * @return null if there is such a reason
   * @throws IOException if the file cannot be read
   */
  public static @Nullable String text(Path file, Problems problems) throws IOException {
    if (Files.size(file) > 4L * YamlTree.MAX_CHARACTERS) {
      problems.add(
          Mark.WHOLE,
          "the file is larger than " + YamlTree.MAX_CHARACTERS + " characters; split it");
      return null;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      problems.add(Mark.WHOLE, "the file is not UTF-8; save it as UTF-8");
      return null;
    }
  }
}
