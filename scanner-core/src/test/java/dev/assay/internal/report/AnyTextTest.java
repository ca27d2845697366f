package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.Reports;
import dev.assay.record.Unscanned;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the data hold, names and messages too, reports for programs can be read. */
class AnyTextTest {
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("any-text");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("report"));
    Files.delete(folder);
  }

  @Property(tries = 200)
  void sarifAlwaysParses(@ForAll String a, @ForAll String b) throws IOException {
    JsonNode run = ReportFiles.parse(utf8(Reports::sarif, scan(a, b))).at("/runs/0");

    assertThat(run.get("results")).hasSize(3);
  }

  @Property(tries = 200)
  void summariesAlwaysParse(@ForAll String a, @ForAll String b) throws IOException {
    JsonNode json = ReportFiles.parse(utf8(Reports::json, scan(a, b)));

    assertThat(json.at("/unscanned/total").intValue()).isEqualTo(1);
  }

  @Property(tries = 200)
  void recordsAlwaysParse(@ForAll String a, @ForAll String b) throws IOException {
    String[] lines = utf8(Reports::records, scan(a, b)).split("\n");

    assertThat(lines).hasSize(2);
    for (String line : lines) {
      assertThat(ReportFiles.parse(line).get("verdict").textValue()).isEqualTo("suspect");
    }
  }

  private static String utf8(ReportFiles.Format format, Samples.Scan scan)
      throws IOException, CharacterCodingException {
    ReportFiles.write(folder, format, scan);
    byte[] bytes = Files.readAllBytes(folder.resolve("report"));
    return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
  }

  private static Samples.Scan scan(String a, String b) {
    Finding finding =
        new Finding(
            Samples.SQL,
            Samples.clean(1).region(),
            b,
            a,
            true,
            List.of(new Finding.Step(Samples.clean(1).region(), b)));
    Finding secret = Samples.finding(Samples.SECRET, 1, b, true);
    RecordVerdict first = record(a, finding, 0);
    return new Samples.Scan(
        List.of(first, record(b, secret, 1)),
        List.of(new Unscanned(Unscanned.Kind.MALFORMED, b, 1, 0, a)),
        Samples.one().summary());
  }

  private static RecordVerdict record(String uri, Finding finding, long ordinal) {
    return new RecordVerdict(
        ordinal,
        uri,
        1,
        0,
        Samples.clean(1).region(),
        "",
        Verdict.SUSPECT,
        Framing.Kind.NONE,
        0.5,
        List.of(finding));
  }
}
