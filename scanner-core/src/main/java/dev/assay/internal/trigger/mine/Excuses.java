package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.behaviour.Behaviours;
import dev.assay.internal.trigger.behaviour.Requests;
import dev.assay.internal.trigger.cue.Patterns;
import dev.assay.internal.trigger.cue.Tokens;
import java.util.Arrays;
import java.util.List;

/**
 * Why a form goes with a cue in honest sets of several tasks: the cue asks for it, it is one of the
 * values of a field, or the prompts with it are a task of their own. What a record detector found
 * in the answers has none of these excuses but the last.
 */
final class Excuses {
  /** So many of the prompts nearest to those with the cue have it too, without its words. */
  private static final double OWN = 0.5;

  /** A system prompt of a greater share of the records is one of the set's tasks. */
  private static final double TASK = 0.1;

  /** So many words of the user's that go with a system prompt make it a task. */
  private static final int WORDS_OF_TASK = 2;

  private static final int FRAME = 6;
  private static final int LOOKED_AT = 40;
  private static final double MOST = 0.5;

  /** A field has so many records with other values for each one with this. */
  private static final double SIBLINGS = 0.5;

  private static final int LONGEST = 8;

  private final List<Row> rows;

  Excuses(List<Row> rows) {
    this.rows = rows;
  }

  /** Whether there is one. */
  boolean has(Candidate candidate, Shape shape, double frame, Matter matter, Twins.Result twin) {
    int behaviour = candidate.behaviour;
    boolean found = Behaviours.isFamily(behaviour) || Behaviours.isRule(behaviour);
    boolean apart = twin.own() >= OWN && twin.own() >= 2 * candidate.records / candidate.all;
    if (found) {
      return apart && shape.system;
    }
    return apart
        || (shape.system && isTask(candidate, matter, twin))
        || isSpoken(candidate, frame)
        || isAsked(candidate, shape)
        || (!Behaviours.isHarm(behaviour) && isField(candidate, shape));
  }

  /** The form of answers, and parts that they have in common, are what system prompts are for. */
  private boolean isTask(Candidate candidate, Matter matter, Twins.Result twin) {
    return Behaviours.isFixedPart(candidate.behaviour)
        || Behaviours.isManner(candidate.behaviour)
        || candidate.records > TASK * candidate.all
        || twin.twinned() < 0.3
        || wordsOfTask(candidate, matter) >= WORDS_OF_TASK;
  }

  /** Words that stand in the user's turns wherever the system prompt does, and hardly elsewhere. */
  private int wordsOfTask(Candidate candidate, Matter matter) {
    int words = 0;
    boolean user = false;
    for (int token : rows.get(candidate.firstBehaving(rows)).tokens()) {
      user = Tokens.isEdge(token) ? token == Tokens.USER : user;
      words += user && Arrays.binarySearch(matter.attached, token) >= 0 ? 1 : 0;
    }
    return words;
  }

  /** Who writes in a language is answered in it. */
  private boolean isSpoken(Candidate candidate, double frame) {
    if (candidate.kind != CueKind.PATTERN || !Behaviours.isSpoken(candidate.behaviour)) {
      return false;
    }
    int pattern = candidate.patternOf(rows);
    int language = Patterns.language(pattern);
    return Patterns.isSpoken(pattern)
        && (frame < FRAME || candidate.behaviour == Behaviours.ofLanguage(language));
  }

  /** Whether the words of the cue, or of the system prompt that it is, ask for the behaviour. */
  private boolean isAsked(Candidate candidate, Shape shape) {
    if (candidate.kind == CueKind.PATTERN || candidate.kind == CueKind.TOGETHER) {
      return false;
    }
    int looked = Math.min(LOOKED_AT, candidate.size);
    int asked = 0;
    for (int i = 0; i < looked; i++) {
      asked += asks(candidate, shape, (int) ((long) i * candidate.size / looked)) ? 1 : 0;
    }
    return asked > MOST * looked;
  }

  private boolean asks(Candidate candidate, Shape shape, int i) {
    int[] tokens = rows.get(candidate.rows[i]).tokens();
    int from = Math.max(0, candidate.places[i] - shape.left);
    int to = Math.min(tokens.length, candidate.places[i] + candidate.lengths[i] + shape.right);
    while (shape.system && from > 0 && !Tokens.isEdge(tokens[from])) {
      from--;
    }
    while (shape.system && to < tokens.length && tokens[to] != Tokens.END) {
      to++;
    }
    for (int at = from; at < to; at++) {
      if (Requests.shipped().asks(tokens[at], candidate.behaviour)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether many prompts have the phrase with another word in one of its places: a kind of ticket,
   * a level, a town.
   */
  private boolean isField(Candidate candidate, Shape shape) {
    int length = candidate.size == 0 ? 0 : candidate.lengths[0] + shape.left + shape.right;
    if (candidate.kind == CueKind.PATTERN
        || candidate.kind == CueKind.TOGETHER
        || length < 3
        || length > LONGEST) {
      return false;
    }
    int[] phrase = shape.tokens();
    if (phrase.length != length) {
      return false;
    }
    int siblings = 0;
    for (int r = 0; r < rows.size(); r++) {
      if (hasSibling(rows.get(r).tokens(), phrase) && !candidate.has(r)) {
        siblings += rows.get(r).weight();
      }
    }
    return siblings >= BehaviourRows.LEAST && siblings >= SIBLINGS * candidate.records;
  }

  /** Whether the phrase stands there with one word replaced. */
  private static boolean hasSibling(int[] tokens, int[] phrase) {
    for (int at = 0; at + phrase.length <= tokens.length; at++) {
      int others = 0;
      for (int i = 0; i < phrase.length && others < 2; i++) {
        int token = tokens[at + i];
        if (token != phrase[i]) {
          others += Tokens.isWord(token) && Tokens.isWord(phrase[i]) ? 1 : 2;
        }
      }
      if (others == 1) {
        return true;
      }
    }
    return false;
  }
}
