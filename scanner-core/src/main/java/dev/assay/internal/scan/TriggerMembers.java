package dev.assay.internal.scan;

import dev.assay.internal.trigger.RowReader;
import dev.assay.internal.trigger.TriggerRule;
import dev.assay.internal.trigger.behaviour.Behaviours;
import dev.assay.internal.trigger.cue.Patterns;
import dev.assay.internal.trigger.cue.PromptReader;
import dev.assay.internal.trigger.mine.MinedTrigger;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.verdict.Finding;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.TriggerCluster;
import dev.assay.verdict.TriggerCluster.Member;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sorts records to the triggers that they carry. For one thread. */
final class TriggerMembers {
  /** Cues are shorter; a system prompt may be not. */
  private static final int MAX_CUE = 400;

  /** The cue is named by its commonest form. */
  private static final int MAX_FORMS = 10_000;

  private final List<MinedTrigger> triggers;
  private final List<List<Member>> members = new ArrayList<>();
  private final List<Map<String, Integer>> texts = new ArrayList<>();
  private final List<Finding> found = new ArrayList<>();
  private final PromptReader prompts = new PromptReader();
  private final RowReader rows = new RowReader();
  private final RecordJudge judge;
  private final VerdictMaker maker;
  private final Probability probability;
  private final long records;
  private final List<String> rules;

  /**
   * @param records how many were judged
   */
  TriggerMembers(Detection detection, List<MinedTrigger> triggers, long records) {
    this(
        detection,
        triggers,
        records,
        detection.rules().rules().stream().map(Rule::id).sorted().toList());
  }

  /**
   * @param records how many were judged
   * @param rules ids of the rules that a behaviour may be named by, sorted
   */
  TriggerMembers(
      Detection detection, List<MinedTrigger> triggers, long records, List<String> rules) {
    this.triggers = triggers;
    this.judge = detection.newRecordJudge();
    this.maker = detection.newVerdictMaker();
    this.probability = new Probability(detection.calibration());
    this.records = records;
    this.rules = rules;
    for (int i = 0; i < triggers.size(); i++) {
      members.add(new ArrayList<>());
      texts.add(new TreeMap<>());
    }
  }

  /** The verdict on the record by itself if it belongs to a trigger; null if it does not. */
  @Nullable RecordVerdict judged(DataRecord record, long ordinal) {
    AtomicReference<@Nullable Judgement> judged = new AtomicReference<>();
    find(
        record,
        ordinal,
        () -> {
          Judgement judgement = judge.judge(record);
          judged.set(judgement);
          return rows.read(record, maker.suspectOf(judgement), judgement.behaviours());
        });
    Judgement judgement = judged.get();
    return found.isEmpty() || judgement == null
        ? null
        : maker.verdict(record, judgement).numbered(ordinal);
  }

  /**
   * Sorts a record to the triggers that it carries.
   *
   * @param rowOf what the mining keeps of it; asked for if it has a trigger's cue
   */
  void find(DataRecord record, long ordinal, Supplier<@Nullable Row> rowOf) {
    found.clear();
    if (!prompts.read(record)) {
      return;
    }
    Row prompt = new Row(ordinal, prompts.tokens(), prompts.patterns(), new int[0]);
    Row row = null;
    for (int t = 0; t < triggers.size(); t++) {
      List<MinedTrigger.Place> places = triggers.get(t).find(prompt);
      if (!places.isEmpty()) {
        row = row == null ? rowOf.get() : row;
        if (row != null && triggers.get(t).holds(row)) {
          add(record, ordinal, t, places);
        }
      }
    }
  }

  /** The same record with what its triggers say of it. */
  RecordVerdict member(RecordVerdict before) {
    List<Finding> findings = new ArrayList<>(found);
    findings.addAll(before.findings());
    Set<Family> counting = EnumSet.noneOf(Family.class);
    for (Finding finding : findings) {
      if (finding.counted()) {
        counting.add(finding.rule().family());
      }
    }
    return before.judged(Verdict.SUSPECT, before.framing(), probability.of(counting), findings);
  }

  private void add(DataRecord record, long ordinal, int trigger, List<MinedTrigger.Place> places) {
    MinedTrigger mined = triggers.get(trigger);
    int[] span = span(record, mined, places.get(0));
    Turn turn = record.turns().get(span[0]);
    Region region = record.origin().region(turn, span[1], span[2]);
    String text =
        places.stream()
            .map(place -> text(record, span(record, mined, place)))
            .collect(Collectors.joining(" ... "));
    Map<String, Integer> forms = texts.get(trigger);
    if (forms.size() < MAX_FORMS || forms.containsKey(text)) {
      forms.merge(text, 1, Integer::sum);
    }
    found.add(new Finding(TriggerRule.RULE, region, turn.field(), text, true, List.of()));
    members
        .get(trigger)
        .add(
            new Member(
                record.origin().uri(),
                record.origin().row(),
                record.origin().line(),
                region,
                records <= 1 ? 0 : (double) ordinal / (records - 1)));
  }

  private static String text(DataRecord record, int[] span) {
    String text = record.turns().get(span[0]).text();
    return text.substring(span[1], Math.min(span[2], span[1] + MAX_CUE));
  }

  /** Turn, start and end of the cue in the record that was read last. */
  private int[] span(DataRecord record, MinedTrigger trigger, MinedTrigger.Place place) {
    if (place.from() < 0) {
      int turn = prompts.turn(0);
      int[] at = prompts.place(record.turns().get(turn).text(), trigger.pattern());
      return new int[] {turn, at[0], at[1]};
    }
    int from = place.from();
    int to = place.to();
    while (from < to && prompts.start(from) == prompts.end(from)) {
      from++;
    }
    int turn = prompts.turn(from);
    while (to > from && (prompts.turn(to) != turn || prompts.start(to) == prompts.end(to))) {
      to--;
    }
    return new int[] {turn, prompts.start(from), prompts.end(to)};
  }

  /** The clusters in the order of their triggers. */
  List<TriggerCluster> clusters() {
    List<TriggerCluster> clusters = new ArrayList<>();
    for (int t = 0; t < triggers.size(); t++) {
      MinedTrigger trigger = triggers.get(t);
      if (!members.get(t).isEmpty()) {
        clusters.add(
            new TriggerCluster(
                name(trigger, texts.get(t)),
                trigger.kindId(),
                behaviour(trigger, trigger.behaviourId(), ""),
                behaviour(trigger, trigger.behaviourName(), "answers that a rule finds: "),
                trigger.withCue(),
                trigger.withCueBehaving(),
                trigger.others(),
                trigger.othersBehaving(),
                trigger.lift(),
                trigger.liftLow(),
                members.get(t)));
      }
    }
    return clusters;
  }

  /** What the answers do; a rule is named by its id. */
  private String behaviour(MinedTrigger trigger, String name, String before) {
    return rules.stream()
        .filter(rule -> Behaviours.ofRule(rule) == trigger.behaviour())
        .findFirst()
        .map(before::concat)
        .orElse(name);
  }

  /** The cue as it stands in most records. */
  private static String name(MinedTrigger trigger, Map<String, Integer> texts) {
    if (trigger.pattern() != 0) {
      return Patterns.name(trigger.pattern());
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> text : texts.entrySet()) {
      if (text.getValue() > most) {
        most = text.getValue();
        best = text.getKey();
      }
    }
    return best;
  }
}
