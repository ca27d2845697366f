package dev.assay.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.Documents;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What comes out of documents; all of them parsed by one process. */
class ParsedDocumentsTest {
  private static final Documents DOCUMENTS =
      Documents.of(Map.of("documents.heap-mb", "256", "documents.timeout-ms", "30000"));

  /** More than the few entities that may be resolved give. */
  private static final String LONG_LAUGH = "ha".repeat(1000);

  @AfterAll
  static void close() {
    DOCUMENTS.close();
  }

  private record InMemory(String uri, byte[] bytes) implements DataFile {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** Each passage behind its place, and what was not scanned. */
  private static List<String> read(String name, byte[] bytes) {
    return read(name, bytes, DOCUMENTS);
  }

  private static List<String> read(String name, byte[] bytes, Documents documents) {
    List<String> found = new ArrayList<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord one) {
            found.add(
                one.origin().row() + one.turns().get(0).field() + ": " + one.turns().get(0).text());
          }

          @Override
          public void unscanned(Unscanned problem) {
            found.add(problem.kind() + " " + problem.row() + " " + problem.message());
          }
        };
    ReadOptions options = ReadOptions.defaults().withDocuments(documents);
    try (ChunkReader reader = ChunkReader.of(new InMemory(name, bytes), options)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(sink);
      }
    }
    return found;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPdfIsItsPages() throws Exception {
    byte[] pdf = TestDocuments.pdf(List.of(List.of("One.", "Two."), List.of("import os")));

    assertThat(read("a.pdf", pdf)).containsExactly("1#page 1: One.\nTwo.", "2#page 2: import os");
    assertThat(read("named.data", pdf)).hasSize(2);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(pdf);
    }
    assertThat(read("a.pdf.gz", packed.toByteArray())).hasSize(2);
  }

  @Test
  void pagesThatArePicturesAreNotCalledClean() throws Exception {
    assertThat(read("a.pdf", TestDocuments.pdf(List.of(List.of("Words"), List.of()))))
        .containsExactly(
            "1#page 1: Words",
            "SKIPPED 2 The record is page 2, which holds a picture and no text: run text recognition"
                + " (OCR) over the document, and scan the result.");
    assertThat(read("scan.pdf", TestDocuments.pdf(List.of(List.of()))))
        .singleElement()
        .asString()
        .startsWith("FILE 0 The file holds no text, only pictures")
        .contains("ocrmypdf");
  }

  @Test
  void aWordFileIsItsSections() throws Exception {
    assertThat(
            read(
                "a.docx",
                TestDocuments.docx(
                    List.of("Intro.", "# How", "Like this.", "def f():", "    pass", "# End"))))
        .containsExactly(
            "1#paragraph 1: Intro.",
            "2#section How, paragraphs 2-5: How\nLike this.\ndef f():\n    pass",
            "3#section End, paragraph 6: End");
  }

  @Test
  void aPageOfTheWebIsItsText() {
    String html =
        """
        <html><head><title>T</title><style>p {}</style></head><body><main>Start <b>here</b>
        <h2>Head &amp; foot</h2><p>One
        two<br>three</p><pre>def f():
            pass</pre></main><script>alert(1)</script>
        <table><tr><td><p>a</p></td><td>b</td></tr></table><section>End</section></body></html>
        """;

    assertThat(read("a.html", utf8(html)))
        .containsExactly(
            "1#paragraph 1: Start here",
            "2#section Head & foot, paragraphs 2-6: Head & foot\n\nOne two\nthree\n\n"
                + "```\ndef f():\n    pass\n```\n\na\tb\n\nEnd");
  }

  @Test
  void aBookIsItsChapters() throws Exception {
    byte[] book =
        TestDocuments.epub(
            List.of(
                TestDocuments.chapter("<h1>One</h1><p>Text  of\n one.</p>"),
                TestDocuments.chapter("<h1>Two</h1><p>More.</p>")));

    assertThat(read("a.epub", book))
        .containsExactly(
            "1#section One, paragraphs 1-2: One\n\nText of one.",
            "2#section Two, paragraphs 3-4: Two\n\nMore.");
  }

  @Test
  void aLongPageIsCutAndNothingIsLost() {
    String words = "😀 word ".repeat(9000);

    List<String> found = read("a.html", utf8("<p>" + words + "</p>"));

    assertThat(found).hasSizeBetween(4, 6);
    StringBuilder all = new StringBuilder();
    found.forEach(one -> all.append(one.substring(one.indexOf(": ") + 2)));
    assertThat(all.toString().replace(" ", "")).isEqualTo(words.replace(" ", ""));
  }

  @Test
  void whatCannotBeParsedSaysWhyAndWhatToDo() throws Exception {
    assertThat(read("a.pdf", TestDocuments.encryptedPdf()).toString())
        .contains("is encrypted: save it without a password");
    assertThat(read("a.docx", TestDocuments.encryptedDocx()).toString())
        .contains("an older Word file or an encrypted one");
    assertThat(read("a.docx", utf8("PK\u0003\u0004 and nothing")).toString())
        .contains("cannot be parsed as DOCX: it is damaged");
    assertThat(read("a.pdf", utf8("%PDF-1.7 and nothing")).toString())
        .contains("cannot be parsed as PDF: it is damaged");
    assertThat(read("a.epub", utf8("nothing")).toString()).contains("FILE 0 The file");
    assertThat(read("a.html", utf8("<html><body> </body></html>")).toString())
        .contains("holds no text");
    byte[] pdf = TestDocuments.pdf(List.of(List.of("Words")));
    for (int cut = 1; cut < pdf.length; cut += pdf.length / 7) {
      assertThat(read("a.pdf", java.util.Arrays.copyOf(pdf, cut))).isNotEmpty();
    }
  }

  @Test
  void entitiesAreNotResolved() throws Exception {
    String secret = java.nio.file.Path.of("pom.xml").toUri().toString();
    String bomb =
        "<!ENTITY a 'hahaha'><!ENTITY b '"
            + "&a;".repeat(50)
            + "'><!ENTITY c '"
            + "&b;".repeat(50)
            + "'>";
    String word =
        "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM '%s'>%s]><w:document"
            + " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p>"
            + "<w:r><w:t>before %s after</w:t></w:r></w:p></w:body></w:document>";
    for (String entity : List.of("&x;", "&c;")) {
      assertThat(
              read("a.docx", TestDocuments.docxWithBody(word.formatted(secret, bomb, entity)))
                  .toString())
          .doesNotContain("artifactId")
          .doesNotContain(LONG_LAUGH);
      String page =
          "<!DOCTYPE html [<!ENTITY x SYSTEM '%s'>%s]><html xmlns='http://www.w3.org/1999/xhtml'>"
                  .formatted(secret, bomb)
              + "<body><p>before "
              + entity
              + " after</p></body></html>";
      assertThat(read("a.epub", TestDocuments.epub(List.of(page))).toString())
          .doesNotContain("artifactId")
          .doesNotContain(LONG_LAUGH);
      assertThat(read("a.html", utf8(page)).toString())
          .doesNotContain("artifactId")
          .doesNotContain(LONG_LAUGH);
    }
  }

  @Test
  void attachmentsAreReadOrNamed() throws Exception {
    byte[] inner = TestDocuments.pdf(List.of(List.of("inner page")));
    byte[] outer =
        TestDocuments.pdfWith(
            Map.of("in.pdf", inner, "data.xyz", utf8("zzz"), "logo.png", utf8("zzz")));

    assertThat(read("a.pdf", outer))
        .anySatisfy(one -> assertThat(one).endsWith("#page 1: outer page"))
        .anySatisfy(one -> assertThat(one).contains("#attachment in.pdf, page 1: inner page"))
        .anySatisfy(
            one -> assertThat(one).startsWith("SKIPPED").contains("the attachment data.xyz"))
        .hasSize(3);
  }

  @Test
  void limitsAreErrorsAndWhatWasReadBeforeIsGood() throws Exception {
    byte[] pdf = TestDocuments.pdf(List.of(List.of("First"), List.of("Second page of words")));
    try (Documents few = Documents.of(Map.of("documents.max-characters", "12"))) {
      assertThat(read("a.pdf", pdf, few))
          .hasSize(2)
          .contains("1#page 1: First")
          .anySatisfy(one -> assertThat(one).contains("holds more than 12 characters"));
    }
    try (Documents small = Documents.of(Map.of("documents.max-bytes", "100"))) {
      assertThat(read("a.pdf", pdf, small).toString())
          .contains("is larger than 100 bytes")
          .contains("documents.max-bytes");
    }
  }
}
