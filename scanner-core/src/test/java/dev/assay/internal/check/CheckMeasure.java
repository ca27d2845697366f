package dev.assay.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.record.*;
import dev.assay.rule.*;
import dev.assay.segment.*;
import dev.assay.signal.*;
import java.nio.file.*;
import java.util.*;

final class CheckMeasure {
  public static void main(String[] args) throws Exception {
    List<Rule> rules = new ArrayList<>();
    for (String n : Checks.names()) if (n.startsWith(System.getProperty("only", "")))
      rules.add(new Rule(n.replace('/', '-'), Family.WRONG_ANSWER, Severity.MEDIUM, Confidence.MEDIUM,
          new Scope(Scope.Kind.TURN, n.startsWith("hidden") ? Set.of(Role.USER, Role.ASSISTANT) : Set.of(Role.ASSISTANT, Role.TEXT), Set.of()), null, new Verification.Check(n), "m", "w", "f",
          new Rule.References(List.of(), List.of(), List.of(), List.of()), List.of()));
    RecordDetector d = Checks.detector(rules);
    String show = args.length > 1 ? args[1] : "";
    ObjectMapper m = new ObjectMapper();
    List<Path> files;
    try (var s = Files.walk(Path.of(args[0]))) { files = s.filter(Files::isRegularFile).filter(p -> p.toString().contains("json")).sorted().toList(); }
    for (Path f : files) {
      List<SegmentedRecord> recs = new ArrayList<>();
      if (f.toString().endsWith(".json")) for (JsonNode r : m.readTree(f.toFile())) recs.add(rec(List.of("user", "assistant"), List.of(r.get("instruction").asText() + "\n" + r.path("input").asText(), r.get("output").asText())));
      else for (String l : Files.readAllLines(f)) {
        JsonNode r = m.readTree(l);
        List<String> ro = new ArrayList<>(), te = new ArrayList<>();
        if (r.has("messages")) for (JsonNode x : r.get("messages")) { ro.add(x.get("role").asText()); te.add(x.get("content").asText()); }
        else if (r.has("sound")) { ro = List.of("user", "assistant"); te = List.of(r.get("question").asText(), r.get("sound").asText()); }
        else continue;
        recs.add(rec(ro, te));
      }
      Map<String, Integer> c = new TreeMap<>();
      int any = 0;
      for (SegmentedRecord r : recs) {
        Set<String> ids = new TreeSet<>();
        d.detect(r, s -> {
          if (ids.add(s.rule().id()) && !show.isEmpty() && s.rule().id().contains(show)) {
            String t = r.record().turns().get(s.turn()).text();
            System.out.println("   " + s.rule().id() + ": " + t.substring(Math.max(0, s.start() - 80), s.start()).replace("\n", " / ") + " >>>" + t.substring(s.start(), s.end()).replace("\n", " / ") + "<<< " + t.substring(s.end(), Math.min(t.length(), s.end() + 60)).replace("\n", " / "));
          }
        });
        for (String i : ids) c.merge(i, 1, Integer::sum);
        if (!ids.isEmpty()) any++;
      }
      long w0 = System.nanoTime(); while (System.nanoTime() - w0 < Long.getLong("warm", 0) * 1_000_000L) for (SegmentedRecord r : recs) d.detect(r, s -> {});
      var mx = java.lang.management.ManagementFactory.getThreadMXBean(); long t0 = mx.getCurrentThreadCpuTime();
      for (int w = 0; w < 3; w++) for (SegmentedRecord r : recs) d.detect(r, s -> {});
      double us = (mx.getCurrentThreadCpuTime() - t0) / 3e3 / Math.max(1, recs.size());
      System.out.printf("%s %d records, %d any (%.2f%%) %.2f us  %s%n", f.getParent().getFileName() + "/" + f.getFileName(), recs.size(), any, 100.0 * any / Math.max(1, recs.size()), us, c);
    }
  }
  static SegmentedRecord rec(List<String> ro, List<String> te) {
    List<Turn> t = new ArrayList<>();
    List<Segment> s = new ArrayList<>();
    for (int i = 0; i < ro.size(); i++) { t.add(new Turn(Role.valueOf(ro.get(i).toUpperCase(Locale.ROOT)), te.get(i), "f")); s.add(new Prose(i, 0, te.get(i).length())); }
    return new SegmentedRecord(new DataRecord(t, new Nowhere()), s);
  }
  static final class Nowhere implements Origin {
    public String uri() { return "x"; }
    public long row() { return 1; }
    public long line() { return 1; }
    public Region region() { return new Region(1, 1, 1, 1, -1, -1); }
    public Region region(Turn t, int s, int e) { return region(); }
  }
}
