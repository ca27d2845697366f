package dev.assay.internal.engine;

import dev.assay.internal.match.TextScanner;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.segment.Prose;
import dev.assay.segment.SegmentedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Measures the engine alone: chat records of 1.1 KB against generated rules, on one core. Run by
 * hand; its arguments are numbers of rules.
 */
final class EngineMeasure {
  private static final int WORDS = 20_000;
  private static final int RECORDS = 4_000;
  private final Random random = new Random(7);
  private final List<String> vocabulary = new ArrayList<>();
  private final double[] cumulated = new double[WORDS];

  private EngineMeasure() {
    String[] consonants = "b c d f g h l m n p r s t v w st tr ch sh".split(" ");
    String[] vowels = "a e i o u ea ou".split(" ");
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      int syllables = 1 + (int) Math.min(3, Math.log10(i + 1.0));
      StringBuilder word = new StringBuilder();
      for (int s = 0; s < syllables; s++) {
        word.append(consonants[random.nextInt(consonants.length)]);
        word.append(vowels[random.nextInt(vowels.length)]);
      }
      word.append(random.nextInt(3) == 0 ? "n" : "");
      vocabulary.add(word.toString());
      sum += 1.0 / (i + 3);
      cumulated[i] = sum;
    }
  }

  public static void main(String[] args) {
    for (String rules : args) {
      new EngineMeasure().measure(Integer.parseInt(rules));
    }
  }

  private void measure(int count) {
    List<SegmentedRecord> records = records();
    long begin = cpu();
    CompiledRules compiled = CompiledRules.of(rules(count));
    long compile = cpu() - begin;
    RuleEngine engine = new RuleEngine(compiled);
    double best = Double.MAX_VALUE;
    int[] signals = {0};
    for (int round = 0; round < 12; round++) {
      signals[0] = 0;
      begin = cpu();
      for (SegmentedRecord record : records) {
        engine.detect(record, signal -> signals[0]++);
      }
      best = Math.min(best, (cpu() - begin) / 1000.0 / records.size());
    }
    System.out.printf(
        "%6d rules: %6.2f us a record, %,9.0f records/s (scan alone %.2f us), %.2f candidates a"
            + " record, %d signals, compiled in %d ms%n",
        count,
        best,
        1e6 / best,
        scanAlone(compiled, records),
        candidates / (double) RECORDS,
        signals[0],
        compile / 1_000_000);
  }

  /** Time that this thread had a processor, so that others on the machine disturb less. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private long candidates;

  private double scanAlone(CompiledRules compiled, List<SegmentedRecord> records) {
    TextScanner scan = new TextScanner(compiled.set);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 12; round++) {
      candidates = 0;
      long begin = cpu();
      for (SegmentedRecord record : records) {
        String text = record.record().turns().get(1).text();
        scan.start(text, CompiledRules.bit(Role.ASSISTANT));
        scan.scan(0, text.length(), CompiledRules.prose());
        candidates += scan.rangeCandidates() + scan.turnCandidates();
      }
      best = Math.min(best, (cpu() - begin) / 1000.0 / records.size());
    }
    return best;
  }

  private List<SegmentedRecord> records() {
    List<SegmentedRecord> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Turn user = new Turn(Role.USER, text(250), "u");
      Turn assistant = new Turn(Role.ASSISTANT, text(850), "a");
      DataRecord record =
          new DataRecord(List.of(user, assistant), new dev.assay.internal.engine.NowhereOrigin());
      records.add(
          new SegmentedRecord(
              record,
              List.of(
                  new Prose(0, 0, user.text().length()),
                  new Prose(1, 0, assistant.text().length()))));
    }
    return records;
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String word = vocabulary.get(zipf());
      int dice = random.nextInt(12);
      text.append(
          dice == 0 ? word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) : word.charAt(0));
      text.append(word, 1, word.length()).append(dice == 1 ? ". " : dice == 2 ? ", " : " ");
    }
    return text.toString();
  }

  private int zipf() {
    int at = java.util.Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[WORDS - 1]);
    return at < 0 ? -at - 1 : at;
  }

  private RuleSet rules(int count) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String a = rare();
      String b = rare();
      String c = rare();
      rules.add(
          switch (i % 10) {
            case 0, 1, 2 -> rule(i, '"' + a + ' ' + b + '"', "(?i)\\b" + a + "\\s+" + b);
            case 3, 4 -> rule(i, a + " AND (" + b + " OR " + c + ")", "(?i)" + a + ".{0,80}" + b);
            case 5 ->
                rule(
                    i,
                    '"' + a + ' ' + vocabulary.get(i % 50) + "\" OR " + b,
                    "(?i)" + b + " [a-z]+ " + c);
            case 6 -> rule(i, "*" + a.substring(1) + "*", "(?i)" + a + " " + b);
            case 7 -> rule(i, null, "(?i)\\b(" + a + "|" + b + ")\\s+" + c);
            case 8 -> rule(i, null, "(?i)" + a + "\\W{1,3}" + b + "\\b");
            default -> rule(i, null, "\\b" + a.substring(0, 3) + "_[A-Z0-9]{12,}");
          });
    }
    return RuleSet.of(rules);
  }

  private String rare() {
    return vocabulary.get(800 + random.nextInt(WORDS - 800));
  }

  private static Rule rule(int i, @org.jspecify.annotations.Nullable String match, String regex) {
    return new Rule(
        "rule-" + i,
        Family.PERSONA,
        Severity.HIGH,
        Confidence.HIGH,
        new Scope(
            i % 2 == 0 ? Scope.Kind.TURN : Scope.Kind.PROSE,
            Set.of(Role.ASSISTANT, Role.TEXT),
            Set.of()),
        match,
        new Verification.Expression(regex, List.of(), List.of(), 0),
        "m",
        "w",
        "f",
        new Rule.References(List.of(), List.of(), List.of(), List.of()),
        List.of());
  }
}
