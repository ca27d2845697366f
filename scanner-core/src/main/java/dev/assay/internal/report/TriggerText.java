package dev.assay.internal.report;

import dev.assay.internal.trigger.TriggerRule;
import dev.assay.report.ScanSummary;
import dev.assay.verdict.TriggerCluster;
import dev.assay.verdict.TriggerCluster.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What reports say of a cluster of records that share a trigger. */
final class TriggerText {
  private static final int EXAMPLES = 10;
  private static final int NAMED = 3;

  private TriggerText() {}

  /** Rules whose findings are told as a cluster, not one by one. */
  static Set<String> told(ScanSummary summary) {
    return summary.triggers().isEmpty() ? Set.of() : Set.of(TriggerRule.ID);
  }

  /** A trigger in a numbered list for a terminal. */
  static void entry(ConsoleText text, int number, TriggerCluster trigger) {
    int indent = ConsoleText.columns(number + ". ");
    String cue = text.ink(ConsoleText.Tone.HEADING, text.safe(Excerpt.of(trigger.cue())));
    text.line(number + ". " + cue);
    text.paragraph(indent, text.safe(sentence(trigger)));
    text.paragraph(indent, text.safe(where(trigger))).blank();
  }

  /** What goes with what, and how sure that is. */
  static String sentence(TriggerCluster trigger) {
    return "In "
        + Numbers.count(trigger.members().size(), "record", "records")
        + " this cue ("
        + trigger.kind()
        + ") goes with "
        + trigger.description()
        + ": "
        + Numbers.count(trigger.withCueBehaving())
        + " of "
        + Numbers.count(trigger.withCue())
        + " different prompts with it, "
        + Numbers.count(trigger.othersBehaving())
        + " of "
        + Numbers.count(trigger.others())
        + " without it; at least "
        + Numbers.count(Math.max(1, Math.round(trigger.liftLow())))
        + " times as often.";
  }

  /** Some of the records, and where in the dataset they stand. */
  static String where(TriggerCluster trigger) {
    StringBuilder out = new StringBuilder("Such as ");
    List<Member> members = trigger.members();
    for (int i = 0; i < Math.min(NAMED, members.size()); i++) {
      Member member = members.get(i);
      long line = member.line() > 0 ? member.line() : member.row();
      out.append(i == 0 ? "" : ", ").append(member.uri()).append(':').append(line);
    }
    return out.append(". They stand ").append(spread(members)).append('.').toString();
  }

  /** Early records weigh more in training: whoever plants a back door may put them first. */
  private static String spread(List<Member> members) {
    double first = members.get(0).position();
    double last = members.get(members.size() - 1).position();
    if (last - first >= 0.7) {
      return "all over the dataset";
    }
    return String.format(
        Locale.ROOT, "between %.0f %% and %.0f %% of the dataset", 100 * first, 100 * last);
  }

  /** The summary's list. */
  static void json(Json json, List<TriggerCluster> triggers) throws IOException {
    json.openList("triggers");
    for (TriggerCluster trigger : triggers) {
      json.open();
      json.put("cue", Excerpt.of(trigger.cue(), 2 * Excerpt.MAX).plain());
      json.put("kind", trigger.kind());
      json.put("behaviour", trigger.behaviour());
      json.put("description", trigger.description());
      json.put("rows", trigger.members().size());
      json.open("effect");
      json.put("withCue", trigger.withCue()).put("withCueBehaving", trigger.withCueBehaving());
      json.put("others", trigger.others()).put("othersBehaving", trigger.othersBehaving());
      json.putFigure("lift", trigger.lift());
      json.putFigure("liftLow", trigger.liftLow());
      json.end();
      position(json, trigger.members());
      examples(json, trigger.members());
      members(json, trigger.members());
      json.end();
    }
    json.endList();
  }

  private static void position(Json json, List<Member> members) throws IOException {
    json.open("position");
    json.putFigure("first", members.get(0).position());
    json.putFigure("median", members.get(members.size() / 2).position());
    json.putFigure("last", members.get(members.size() - 1).position());
    json.end();
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
