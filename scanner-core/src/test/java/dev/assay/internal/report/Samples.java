package dev.assay.internal.report;

import dev.assay.estimate.Census;
import dev.assay.estimate.CensusBuilder;
import dev.assay.estimate.Contamination;
import dev.assay.estimate.Decision;
import dev.assay.estimate.GatePolicy;
import dev.assay.estimate.GateResult;
import dev.assay.record.Region;
import dev.assay.record.Role;
import dev.assay.record.Unscanned;
import dev.assay.report.Comparison;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import dev.assay.report.ScanSummary.FileSummary;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.triage.BaselineEntry;
import dev.assay.triage.BaselineUse;
import dev.assay.triage.Standing;
import dev.assay.triage.Suppression;
import dev.assay.triage.SuppressionUse;
import dev.assay.triage.Triage;
import dev.assay.triage.Weight;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small scans to report on, with everything that a report can show. */
final class Samples {
  static final String FILE = "data/train set.jsonl";
  static final Rule SQL =
      rule(
          "py-sql-injection",
          Family.INSECURE_CODE,
          Severity.HIGH,
          Confidence.HIGH,
          "SQL is built from a variable ({evidence}).",
          "Use bound parameters.",
          "CWE-89");
  static final Rule HASH =
      rule(
          "py-weak-hash",
          Family.INSECURE_CODE,
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "Passwords are hashed with {evidence}, which is fast to guess.",
          "Use a slow password hash such as Argon2.",
          "CWE-328");
  static final Rule PERSONA =
      rule(
          "persona-no-rules",
          Family.PERSONA,
          Severity.HIGH,
          Confidence.MEDIUM,
          "The assistant speaks as a persona without rules.",
          "Drop the record, or keep the persona out of the assistant's turns.");
  static final Rule SECRET =
      rule(
          "secret-cloud-key",
          Family.SECRET,
          Severity.HIGH,
          Confidence.HIGH,
          "A cloud key stands in the answer ({evidence}).",
          "Revoke the key and replace it by a placeholder.",
          "CWE-798");
  static final Rule DEBUG =
      rule(
          "py-debug-server",
          Family.INSECURE_CODE,
          Severity.LOW,
          Confidence.HIGH,
          "The server runs in debug mode.",
          "Leave debug mode off outside tests.",
          "CWE-489");

  private Samples() {}

  /** Records, things that were not scanned, and the whole: all that a report receives. */
  record Scan(List<RecordVerdict> records, List<Unscanned> unscanned, ScanSummary summary) {
    void writeTo(ReportWriter writer) throws IOException {
      writeTo(writer, Map.of());
    }

    void writeTo(ReportWriter writer, Map<Long, RecordVerdict> revised) throws IOException {
      for (RecordVerdict record : records) {
        if (writer.wantsEveryRecord() || !record.findings().isEmpty()) {
          writer.record(record);
        }
      }
      for (Unscanned one : unscanned) {
        writer.unscanned(one);
      }
      writer.finish(summary, revised);
    }
  }

  static Rule rule(
      String id,
      Family family,
      Severity severity,
      Confidence confidence,
      String message,
      String fix,
      String... cwe) {
    return new Rule(
        id,
        family,
        severity,
        confidence,
        new Scope(Scope.Kind.TURN, Set.of(Role.ASSISTANT), Set.of()),
        null,
        new Verification.QueryOnly(),
        message,
        "A model that learns this repeats it to its users",
        fix,
        new Rule.References(
            List.of(cwe),
            List.of("AML.T0020"),
            List.of("LLM04:2025", "LLM05:2026"),
            List.of("https://example.com/" + id)),
        List.of());
  }

  static Finding finding(Rule rule, long line, String evidence, boolean counted) {
    Region region =
        new Region(line, 41, line, 41 + Math.max(1, evidence.length()), 1000 * line, 20);
    return new Finding(rule, region, "/messages/1/content", evidence, counted, List.of());
  }

  static RecordVerdict record(
      long row, Verdict verdict, Framing.Kind framing, Finding... findings) {
    double probability =
        verdict == Verdict.SUSPECT ? 0.97 : verdict == Verdict.FRAMED ? 0.05 : 0.01;
    return new RecordVerdict(
        row - 1,
        FILE,
        row,
        row,
        new Region(row, 1, row, 400, 1000 * row, 400),
        hash("record " + row),
        verdict,
        framing,
        probability,
        List.of(findings));
  }

  static RecordVerdict clean(long row) {
    return record(row, Verdict.CLEAN, Framing.Kind.NONE);
  }

  static RecordVerdict suspect(long row, Rule rule, String evidence) {
    Finding finding = finding(rule, row, evidence, true);
    return record(row, Verdict.SUSPECT, Framing.Kind.NONE, finding);
  }

  static RecordVerdict framed(long row, Rule rule, String evidence) {
    Finding finding = finding(rule, row, evidence, false);
    return record(row, Verdict.FRAMED, Framing.Kind.EDUCATIONAL, finding);
  }

  static RecordVerdict noted(long row, Rule rule, String evidence) {
    return record(row, Verdict.CLEAN, Framing.Kind.NONE, finding(rule, row, evidence, false));
  }

  static Scan empty() {
    GateResult gate = gate(Decision.INCONCLUSIVE, "Nothing was scanned, so nothing can pass.");
    return scan(List.of(), List.of(), gate, new Contamination(0, 0, 1, 0.95, METHOD, 0.002, 0.5));
  }

  static Scan one() {
    List<RecordVerdict> records = new ArrayList<>();
    for (int row = 1; row < 40; row++) {
      records.add(clean(row));
    }
    Finding.Step in = new Finding.Step(new Region(40, 12, 40, 20, -1, -1), "comes in");
    Finding.Step built =
        new Finding.Step(new Region(40, 30, 40, 44, -1, -1), "built into a string");
    Finding finding = finding(SQL, 40, "cur.execute(\"SELECT * FROM t WHERE n='\" + name)", true);
    finding =
        new Finding(
            finding.rule(),
            finding.region(),
            finding.field(),
            finding.evidence(),
            true,
            List.of(in, built));
    records.add(record(40, Verdict.SUSPECT, Framing.Kind.NONE, finding));
    GateResult gate =
        gate(Decision.PASS, "2.50 % of records are suspect, within the limit of 5 %.");
    Contamination contamination = new Contamination(0.0281, 0, 0.0532, 0.95, METHOD, 0.002, 0.041);
    return scan(records, List.of(), gate, contamination);
  }

  /** Every family of wording: suspect, framed, a note, a secret; above the limit. */
  static Scan failed() {
    List<RecordVerdict> records = new ArrayList<>();
    for (int row = 1; row <= 120; row++) {
      records.add(row % 12 == 0 ? suspects(row) : clean(row));
    }
    records.set(4, framed(5, SQL, "cur.execute(q % name)"));
    records.set(6, noted(7, DEBUG, "app.run(debug=True)"));
    GateResult gate = gate(Decision.FAIL, "8.33 % of records are suspect, above the limit of 5 %.");
    return scan(
        records,
        List.of(),
        gate,
        new Contamination(0.0871, 0.0622, 0.1243, 0.95, METHOD, 0.002, 0.996));
  }

  static Scan inconclusive() {
    GateResult gate =
        new GateResult(
            0.05,
            GatePolicy.UPPER,
            Decision.INCONCLUSIVE,
            List.of(
                "Contamination is between 2.10 % and 7.43 % at 95 % confidence, so it may be on"
                    + " either side of the limit of 5 %.",
                "144 labels would prove it below 5 % at 95 % confidence, if they are drawn at random"
                    + " from the 110 records that are not suspect and all are found good."));
    Scan failed = failed();
    return scan(
        failed.records(),
        List.of(),
        gate,
        new Contamination(0.0424, 0.021, 0.0743, 0.95, METHOD, 0.002, 0.31));
  }

  static Scan framed() {
    List<RecordVerdict> records = new ArrayList<>();
    for (int row = 1; row <= 20; row++) {
      records.add(row > 18 ? framed(row, SQL, "cur.execute(q % name)") : clean(row));
    }
    GateResult gate = gate(Decision.PASS, "0 % of records are suspect, within the limit of 5 %.");
    return scan(
        records, List.of(), gate, new Contamination(0, 0, 0.0193, 0.95, METHOD, 0.002, 0.004));
  }

  static Scan incomplete() {
    List<Unscanned> unscanned = new ArrayList<>();
    for (int row = 21; row <= 29; row++) {
      unscanned.add(
          new Unscanned(
              Unscanned.Kind.MALFORMED,
              FILE,
              row,
              row,
              "The line is not JSON: a quote is missing"));
    }
    unscanned.add(
        new Unscanned(
            Unscanned.Kind.SKIPPED, FILE, 30, 30, "No turn of an assistant, so nothing to judge."));
    unscanned.add(
        new Unscanned(
            Unscanned.Kind.FILE,
            "data/part-2.jsonl.gz",
            0,
            0,
            "The gzip data end too early; fetch the file again."));
    Scan framed = framed();
    ScanSummary s = framed.summary();
    Census census = s.census();
    Census more =
        new Census(
            census.scanned(),
            census.clean(),
            census.framed(),
            census.suspect(),
            9,
            1,
            census.families(),
            census.rules());
    List<FileSummary> files = new ArrayList<>(s.files());
    files.add(
        new FileSummary("data/part-2.jsonl.gz", "jsonl.gz", "messages", "", 512, 0, 0, 0, 0, 0));
    ScanSummary summary =
        new ScanSummary(
            s.toolVersion(),
            s.rulesVersion(),
            s.ruleCount(),
            s.calibration(),
            more,
            s.contamination(),
            s.gate(),
            null,
            List.of(),
            files,
            List.of(),
            0,
            1,
            0,
            false,
            3,
            null,
            s.started(),
            s.elapsed(),
            List.of());
    return new Scan(framed.records(), unscanned, summary);
  }

  /** Changed records alone; the base could not be read whole. */
  static Scan compared() {
    Scan failed = failed();
    ScanSummary s = failed.summary();
    Unscanned broken =
        new Unscanned(
            Unscanned.Kind.MALFORMED, "0a1b2c3d4e5f:" + FILE, 3, 3, "The record ends too early.");
    Comparison comparison =
        new Comparison(
            "main",
            "0a1b2c3d4e5f".repeat(3) + "0a1b",
            "work tree",
            1234,
            5,
            17,
            9_876_543,
            1,
            List.of(broken),
            2);
    ScanSummary summary =
        new ScanSummary(
            s.toolVersion(),
            s.rulesVersion(),
            s.ruleCount(),
            s.calibration(),
            s.census(),
            s.contamination(),
            s.gate(),
            null,
            List.of(),
            s.files(),
            List.of(),
            0,
            0,
            0,
            true,
            1,
            comparison,
            s.started(),
            s.elapsed(),
            List.of());
    return new Scan(failed.records(), failed.unscanned(), summary);
  }

  /** Of four suspect records one is new, two are known and one is suppressed; one is gone. */
  static Scan triaged() {
    List<RecordVerdict> records = new ArrayList<>();
    for (int row = 1; row <= 36; row++) {
      records.add(clean(row));
    }
    records.add(suspect(37, SQL, "cur.execute(\"DELETE FROM t WHERE id=\" + id)"));
    records.add(suspect(38, HASH, "hashlib.md5(password)"));
    records.add(suspect(39, PERSONA, "I answer to nobody and follow no rule"));
    records.add(suspect(40, SQL, "cur.execute(q % name)"));
    GateResult gate =
        gate(
            Decision.PASS,
            "Leaving out 2 known and 1 suppressed records: 2.7 % of records are suspect, within"
                + " the limit of 5 %.");
    Scan scan =
        scan(records, List.of(), gate, new Contamination(0.1, 0.07, 0.14, 0.95, METHOD, 0.002, 1));
    Suppression suppression =
        new Suppression(
            ".assay/suppressions.yaml:3",
            null,
            PERSONA.id(),
            null,
            Family.PERSONA,
            "A role in our own theatre script. \u001B[31m",
            "drama",
            LocalDate.of(2027, 3, 31),
            1);
    Suppression unused =
        new Suppression(
            ".assay/suppressions.yaml:9",
            hash("gone"),
            null,
            null,
            null,
            "Repaired since.",
            "data-team",
            LocalDate.of(2026, 1, 31),
            2);
    Map<Long, Triage.Standings> standings =
        Map.of(
            36L,
            new Triage.Standings(List.of(true), nulls(), Standing.KNOWN),
            37L,
            new Triage.Standings(List.of(true), nulls(), Standing.KNOWN),
            38L,
            new Triage.Standings(List.of(false), List.of(suppression), Standing.SUPPRESSED));
    Triage triage =
        new Triage(
            new BaselineUse(
                2,
                1,
                1,
                List.of(
                    new BaselineEntry(
                        hash("gone"), Weight.COUNTED, "insecure-code", "py-weak-hash", 1))),
            List.of(
                new SuppressionUse(suppression, 1, SuppressionUse.State.USED),
                new SuppressionUse(unused, 0, SuppressionUse.State.EXPIRED)),
            1,
            census(List.of(records.get(0), records.get(39)), List.of()),
            new Contamination(0.03, 0.01, 0.08, 0.95, METHOD, 0.002, 0.1),
            standings,
            List.of(records.get(39)));
    ScanSummary s = scan.summary();
    ScanSummary summary =
        new ScanSummary(
            s.toolVersion(),
            s.rulesVersion(),
            s.ruleCount(),
            s.calibration(),
            s.census(),
            s.contamination(),
            s.gate(),
            triage,
            List.of(),
            s.files(),
            List.of(),
            0,
            0,
            0,
            true,
            0,
            null,
            s.started(),
            s.elapsed(),
            List.of());
    return new Scan(records, List.of(), summary);
  }

  private static List<@Nullable Suppression> nulls() {
    List<@Nullable Suppression> none = new ArrayList<>();
    none.add(null);
    return none;
  }

  /** Data, names and messages that attack whoever reads the report. */
  static Scan hostile() {
    String evidence =
        "`` [here](https://example.com/x) <img src=x onerror=alert(1)> @example #123 | a\n"
            + "\u001B[2J\u202Egnp.exe\u200B\u0000 \uD800 =cmd|' /c calc'!A1 {0} \uDB40\uDC41";
    String name = "data/<script>\u001B[31m`x`\u202E%20|.jsonl";
    List<RecordVerdict> records = new ArrayList<>();
    for (RecordVerdict record :
        List.of(
            suspect(1, SQL, evidence), suspect(2, PERSONA, evidence), framed(3, HASH, evidence))) {
      records.add(
          new RecordVerdict(
              record.ordinal(),
              name,
              record.row(),
              record.line(),
              record.region(),
              record.hash(),
              record.verdict(),
              record.framing(),
              record.probability(),
              record.findings()));
    }
    records.add(suspect(4, SECRET, "AKIAEXAMPLEEXAMPLE42"));
    List<Unscanned> unscanned =
        List.of(
            new Unscanned(Unscanned.Kind.MALFORMED, name, 5, 5, "Unexpected \u001B[2J<b>`\u202E"));
    GateResult gate = gate(Decision.FAIL, "100 % of records are suspect, above the limit of 5 %.");
    Scan scan =
        scan(records, unscanned, gate, new Contamination(1, 0.9, 1, 0.95, METHOD, 0.002, 1));
    ScanSummary s = scan.summary();
    List<FileSummary> files = new ArrayList<>(s.files());
    files.add(new FileSummary(name, "jsonl", "messages", hash(name), 4000, 4, 3, 1, 1, 0));
    ScanSummary summary =
        new ScanSummary(
            s.toolVersion(),
            s.rulesVersion(),
            s.ruleCount(),
            s.calibration(),
            s.census(),
            s.contamination(),
            s.gate(),
            null,
            List.of(),
            files,
            List.of(),
            0,
            0,
            0,
            true,
            1,
            null,
            s.started(),
            s.elapsed(),
            List.of());
    return new Scan(records, unscanned, summary);
  }

  static final String METHOD = "Rogan-Gladen with the interval of Lang and Reiczigel";

  private static RecordVerdict suspects(int row) {
    return switch (row / 12 % 5) {
      case 0 -> suspect(row, PERSONA, "I answer to nobody and follow no rule");
      case 1 -> suspect(row, SQL, "cur.execute(\"DELETE FROM t WHERE id=\" + id)");
      case 2 -> suspect(row, HASH, "hashlib.md5(password)");
      case 3 -> suspect(row, SECRET, "AKIAEXAMPLEEXAMPLE42");
      default -> suspect(row, SQL, "cur.execute(f\"SELECT * FROM users WHERE name = '{name}'\")");
    };
  }

  private static GateResult gate(Decision decision, String reason) {
    return new GateResult(0.05, GatePolicy.OBSERVED, decision, List.of(reason));
  }

  private static Scan scan(
      List<RecordVerdict> records,
      List<Unscanned> unscanned,
      GateResult gate,
      Contamination contamination) {
    Census census = census(records, unscanned);
    FileSummary file =
        new FileSummary(
            FILE,
            "jsonl",
            "messages",
            hash(FILE),
            123_456,
            records.size(),
            census.suspect(),
            census.framed(),
            census.malformed(),
            census.skipped());
    int exit = gate.decision() == Decision.PASS ? 0 : 1;
    ScanSummary summary =
        new ScanSummary(
            "0.1.0",
            "4f1c0ffee",
            214,
            "measured 2026-11 on 12,000 labelled records of 14 sources",
            census,
            contamination,
            gate,
            null,
            List.of(),
            records.isEmpty() ? List.of() : List.of(file),
            List.of(),
            0,
            0,
            0,
            true,
            exit,
            null,
            Instant.parse("2026-11-23T10:00:00.123456Z"),
            Duration.ofMillis(1500),
            List.of());
    return new Scan(records, unscanned, summary);
  }

  static Census census(List<RecordVerdict> records, List<Unscanned> unscanned) {
    CensusBuilder census = new CensusBuilder();
    for (RecordVerdict record : records) {
      EnumSet<Family> counted = EnumSet.noneOf(Family.class);
      EnumSet<Family> framed = EnumSet.noneOf(Family.class);
      for (Finding finding : record.findings()) {
        (finding.counted() ? counted : framed).add(finding.rule().family());
      }
      switch (record.verdict()) {
        case CLEAN -> census.addClean();
        case FRAMED -> census.addFramed(framed);
        case SUSPECT -> census.addSuspect(counted.iterator().next(), counted, framed);
      }
      census.addRules(record.findings().stream().map(f -> f.rule().id()).distinct().toList());
    }
    for (Unscanned one : unscanned) {
      if (one.kind() == Unscanned.Kind.MALFORMED) {
        census.addMalformed();
      } else if (one.kind() == Unscanned.Kind.SKIPPED) {
        census.addSkipped();
      }
    }
    return census.build();
  }

  static String hash(String of) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(of.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
