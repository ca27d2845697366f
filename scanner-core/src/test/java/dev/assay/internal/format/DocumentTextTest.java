package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents whose text stands in the file as it is. */
class DocumentTextTest {
  private static final String MARKDOWN =
      """
      Words before.

      # First

      Some words.

      ```sh
      # no heading
      run
      ```
      ## Second
      Last words.
      """;

  /** The part of the text that a region names. */
  private static String at(String text, Region region) {
    return new String(
        text.getBytes(StandardCharsets.UTF_8),
        (int) region.byteOffset(),
        (int) region.byteLength(),
        StandardCharsets.UTF_8);
  }

  @Test
  void markdownIsCutAtItsHeadingsAndNotInFences() {
    Reading reading = Reading.of("a/guide.md", MARKDOWN);

    assertThat(reading.unscanned()).isEmpty();
    assertThat(reading.lines()).containsExactly(1L, 3L, 11L);
    assertThat(reading.turns(0)).containsExactly("text: Words before.");
    assertThat(reading.turns(1))
        .containsExactly("text: # First\n\nSome words.\n\n```sh\n# no heading\nrun\n```");
    assertThat(reading.turns(2)).containsExactly("text: ## Second\nLast words.");
  }

  @Test
  void cutsAreTheSameWhereverTheWindowEnds() {
    String text = MARKDOWN.repeat(30);
    Reading whole = Reading.of("guide.md", text);
    for (int size : new int[] {1, 2, 7, 64, 301}) {
      Reading cut = Reading.of("guide.md", text, ReadOptions.defaults().withChunkBytes(size));
      assertThat(cut.lines()).isEqualTo(whole.lines());
      for (int i = 0; i < whole.records().size(); i++) {
        assertThat(cut.turns(i)).isEqualTo(whole.turns(i));
      }
    }
  }

  @Test
  void spansOfATextMapBackToTheFile() {
    String text = "# Über\n\nso 😀 here\n";
    DataRecord only = Reading.of("a.markdown", text).records().get(0);
    Turn turn = only.turns().get(0);
    int start = turn.text().indexOf("😀");

    Region region = only.origin().region(turn, start, start + 7);

    assertThat(region.startLine()).isEqualTo(3);
    assertThat(region.startColumn()).isEqualTo(4);
    assertThat(at(text, region)).isEqualTo("😀 here");
  }

  @Test
  void longTextsAreCutAtBlankLinesAndCodeIsNot() {
    String text = ("word ".repeat(400) + "\n\n").repeat(30);

    assertThat(Reading.of("book.txt", text).records()).hasSizeBetween(2, 4);
    assertThat(Reading.of("book.py", text).records()).hasSize(1);
    assertThat(String.join("", texts(Reading.of("book.txt", text))).replaceAll("\\s", ""))
        .isEqualTo(text.replaceAll("\\s", ""));
  }

  private static List<String> texts(Reading reading) {
    return reading.records().stream().map(one -> one.turns().get(0).text()).toList();
  }

  @Test
  void datasetsThatAreCalledTxtAreStillRead() {
    assertThat(Reading.of("a.txt", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n").records()).hasSize(2);
    assertThat(Reading.of("a.txt", "[{\"text\": \"a\"}]").records()).hasSize(1);
    assertThat(Reading.of("a.txt", "prompt\tcompletion\na\tb\n").records()).hasSize(1);
    assertThat(Reading.of("a.txt", "[1] A note, and more.\n").onlyTurns())
        .containsExactly("text: [1] A note, and more.");
  }

  @Test
  void anEmptyFileOfSourceCodeIsNoError() {
    Reading reading = Reading.of("__init__.py", "\n  \n");

    assertThat(reading.records()).isEmpty();
    assertThat(reading.unscanned()).isEmpty();
    assertThat(reading.sha256()).isNotEmpty();
  }

  @Test
  void whatIsNoTextIsMalformed() {
    byte[] bytes = "int main() {}\n\u0000\u0001".getBytes(StandardCharsets.UTF_8);

    Unscanned problem = Reading.of("a.c", bytes).onlyUnscanned();

    assertThat(problem.kind()).isEqualTo(Unscanned.Kind.MALFORMED);
    assertThat(problem.message()).contains("NUL").contains("line 2");
    bytes[3] = (byte) 0xFF;
    assertThat(Reading.of("a.c", bytes).onlyUnscanned().message()).contains("UTF-8");
  }

  @Test
  void aLineThatIsTooLongIsMalformedAndWhatFollowsIsRead() {
    String text = "x".repeat(5000) + "\n\n# Then\nshort\n";

    Reading reading =
        Reading.of(
            "a.md", text, ReadOptions.defaults().withMaxRecordBytes(1000).withChunkBytes(64));

    assertThat(reading.onlyUnscanned().message()).contains("--max-record-bytes");
    assertThat(reading.turns(0)).containsExactly("text: # Then\nshort");
    assertThat(reading.lines()).containsExactly(3L);
  }

  @Test
  void aNotebookIsItsCellsAndTheirTexts() {
    String notebook =
        """
        {
         "cells": [
          {"cell_type": "markdown", "metadata": {}, "source": ["# Größe\\n", "words"]},
          {"cell_type": "code", "source": "", "outputs": []},
          {"cell_type": "code", "execution_count": 1,
           "source": ["import os\\n", "os.system(\\"ls \\" + \\n", " name)"],
           "outputs": [
            {"output_type": "stream", "text": ["out ", "put"]},
            {"output_type": "display_data",
             "data": {"image/png": "AAAA", "text/plain": "<Figure>"}}
           ]}
         ],
         "metadata": {"authors": [{"name": "x"}]}, "nbformat": 4, "nbformat_minor": 5
        }
        """;
    Reading reading = Reading.of("n.ipynb", notebook);

    assertThat(reading.unscanned()).isEmpty();
    assertThat(reading.turns(0)).containsExactly("text: # Größe\nwords");
    assertThat(reading.turns(1))
        .containsExactly(
            "text: import os\nos.system(\"ls \" + \n name)", "text: out put", "text: <Figure>");
    assertThat(reading.lines()).containsExactly(3L, 5L);
    DataRecord code = reading.records().get(1);
    Turn source = code.turns().get(0);
    for (String part : List.of("import", "\"ls \"", "name", "+ \n na", "os\nos")) {
      int start = source.text().indexOf(part);
      Region region = code.origin().region(source, start, start + part.length());
      assertThat(at(notebook, region))
          .startsWith(part.substring(0, 1).equals("\"") ? "\\\"" : part.substring(0, 1))
          .endsWith(part.endsWith("\"") ? "\\\"" : part.substring(part.length() - 1));
      assertThat(region.startLine()).isEqualTo(6);
    }
    Region all = code.origin().region(source, 0, source.text().length());
    assertThat(at(notebook, all)).startsWith("import").endsWith("name)");
    assertThat(code.origin().region(source, 0, 0).byteLength()).isZero();
  }

  @Test
  void aNotebookThatIsNoneSaysSo() {
    assertThat(message("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"a\"}, {"))
        .contains("broken");
    assertThat(message("{\"worksheets\": [], \"nbformat\": 3}")).contains("nbconvert");
    assertThat(message("{\"a\": 1}")).contains("no list of cells");
    assertThat(message("[]")).contains("no notebook");
    assertThat(message("")).contains("no notebook");
    assertThat(message("[".repeat(100_000))).contains("no notebook");
    assertThat(message("{\"a\": " + "[".repeat(100_000))).contains("broken");
    assertThat(message("{\"cells\": [{\"source\": {\"a\": 1}}]}")).contains("/source is no text");
    assertThat(
            Reading.of(
                    "n.ipynb",
                    "{\"cells\": []}" + " ".repeat(2000),
                    ReadOptions.defaults().withMaxRecordBytes(1000))
                .onlyUnscanned()
                .message())
        .contains("--max-record-bytes");
  }

  private static String message(String notebook) {
    return Reading.of("n.ipynb", notebook).onlyUnscanned().message();
  }

  @Test
  void whatNothingParsesSaysWhatToAdd() {
    for (String name : List.of("a.pdf", "a.docx", "a.html", "a.epub", "b.PDF.gz")) {
      assertThat(Reading.of(name, "x").onlyUnscanned().message()).contains("scanner-documents");
    }
    assertThat(Reading.of("named.bin", "%PDF-1.7").onlyUnscanned().message())
        .contains("scanner-documents");
    assertThat(
            Reading.of("a.pdf", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
                .onlyUnscanned()
                .message())
        .contains("git lfs pull");
  }
}
