package dev.assay.internal.report;

import dev.assay.report.ScanSummary;
import dev.assay.verdict.RecordCluster;
import dev.assay.verdict.RecordCluster.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What reports say of records that are alike. */
final class AlikeText {
  /** The name of the note in SARIF, and among the rules of {@code --records}. */
  static final String ID = "records-alike";

  private static final int EXAMPLES = 10;
  private static final int NAMED = 3;

  private AlikeText() {}

  /** How many are alike, and in what. */
  static String sentence(RecordCluster cluster) {
    String rows = Numbers.count(cluster.rows());
    String different = Numbers.count(cluster.different());
    return switch (cluster.kind()) {
      case COPIES ->
          rows + " records are copies of earlier ones (" + different + " different records).";
      case ANSWERS -> rows + " records have nearly the same answer, to " + different + " prompts.";
      case PROMPTS -> rows + " records have nearly the same prompt, in " + different + " versions.";
    };
  }

  /** Some of the records. */
  static String where(RecordCluster cluster) {
    StringBuilder out = new StringBuilder("Such as ");
    List<Member> members = cluster.members();
    for (int i = 0; i < Math.min(NAMED, members.size()); i++) {
      Member member = members.get(i);
      long line = member.line() > 0 ? member.line() : member.row();
      out.append(i == 0 ? "" : ", ").append(member.uri()).append(':').append(line);
    }
    return out.append('.').toString();
  }

  /** The summary's list; nothing where no records are alike. */
  static void json(Json json, ScanSummary summary) throws IOException {
    if (summary.alike().isEmpty()) {
      return;
    }
    json.openList("alike");
    for (RecordCluster cluster : summary.alike()) {
      json.open();
      json.put("kind", cluster.kind().id());
      json.put("rows", cluster.rows());
      json.put("different", cluster.different());
      json.put("example", Excerpt.of(cluster.example()).plain());
      examples(json, cluster.members());
      members(json, cluster.members());
      json.end();
    }
    json.endList();
  }

  private static void examples(Json json, List<Member> members) throws IOException {
    json.openList("examples");
    for (Member member : members.subList(0, Math.min(EXAMPLES, members.size()))) {
      json.openLine().put("source", member.uri()).put("row", member.row());
      json.put("line", member.line()).endLine();
    }
    json.endList();
  }

  /** All rows, by file. */
  private static void members(Json json, List<Member> members) throws IOException {
    Map<String, List<Long>> byFile = new LinkedHashMap<>();
    for (Member member : members) {
      byFile.computeIfAbsent(member.uri(), uri -> new ArrayList<>()).add(member.row());
    }
    json.openList("members");
    for (Map.Entry<String, List<Long>> file : byFile.entrySet()) {
      json.openLine().put("source", file.getKey());
      json.putNumbers("rows", file.getValue()).endLine();
    }
    json.endList();
  }
}
