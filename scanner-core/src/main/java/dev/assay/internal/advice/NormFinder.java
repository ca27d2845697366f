package dev.assay.internal.advice;

import dev.assay.internal.advice.NormSet.CompiledPattern;
import dev.assay.internal.advice.NormSet.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds all norms against an answer and the question before it. Scratch memory for one thread; the
 * {@link NormSet} is shared. Time is linear in the texts but for the pairs of hits in a sentence,
 * of which at most {@value #MAX_TRIES} are tried for a pattern.
 */
final class NormFinder {
  /** Parts of a practice stand at most so many words apart. */
  private static final int WINDOW = 14;

  /** ... and a comma between them counts as so many. */
  private static final int OVER_COMMA = 6;

  private static final int MAX_TRIES = 64;

  /**
   * One broken norm is believed for so many sentences. The chance that one of them is misread grows
   * with their number; bad advice is short, and articles are long.
   */
  private static final int SENTENCES_FOR_ONE = 25;

  /** Of sentences that prove little alone one is expected by chance in so many. */
  private static final int SENTENCES_FOR_WEAK = 6;

  /** Whoever calls for help says it in so many words; a longer text has another subject. */
  private static final int LONGEST_CALL = 120;

  /** A number belongs to a unit at most so many words behind it. */
  private static final int TO_UNIT = 3;

  private final NormSet set;
  private final AdviceText answer;
  private final AdviceText question;
  private final Cues answerCues;
  private final Cues questionCues;
  private final Stance stance;
  private final Signs signs;
  private final Stance asked;
  private final int[] inAnswer;
  private final int[] inQuestion;
  private int[] touched = new int[64];
  private int touchedCount;
  private boolean questionRead;

  private String questionText = "";
  private String answerText = "";

  /** Takes what is found. */
  interface Sink {
    /** A place in the answer that breaks a norm. */
    void broken(int norm, int start, int end);
  }

  NormFinder(NormSet set) {
    this.set = set;
    WordCache cache = new WordCache(set.phrases.words);
    this.answer = new AdviceText(set.phrases, cache);
    this.question = new AdviceText(set.phrases, cache);
    this.answerCues = new Cues(set.cues);
    this.questionCues = new Cues(set.cues);
    this.stance = new Stance(answer, answerCues);
    this.asked = new Stance(question, questionCues);
    this.signs = new Signs(answer, answerCues, stance);
    this.inAnswer = new int[set.patterns.size()];
    this.inQuestion = new int[set.patterns.size()];
  }

  /** Reports every norm that {@code text[start, end)} breaks. */
  void find(String text, int start, int end, @Nullable String asked, Sink out) {
    answerText = text;
    answer.read(text, start, end);
    touchedCount = 0;
    mark(answer, inAnswer);
    questionRead = false;
    questionText = asked == null ? "" : asked;
    answerCues.fill(answer);
    boolean replies = !questionText.isEmpty() && repliesShortly();
    boolean playsDown =
        !questionText.isEmpty() && answerCues.find(Cue.PUT_OFF, 0, answer.words()) >= 0;
    boolean asksSigns = set.wantsAnything && !questionText.isEmpty();
    if (touchedCount > 0 || replies || playsDown || asksSigns) {
      if (replies || playsDown || asksSigns) {
        readQuestion();
      }
      List<Found> found = new ArrayList<>();
      judge(replies, playsDown, (norm, from, to) -> found.add(new Found(norm, from, to)));
      report(found, out);
    }
    clear();
  }

  /** A place that breaks a norm. */
  private record Found(int norm, int start, int end) {}

  private void report(List<Found> found, Sink out) {
    long norms = found.stream().mapToInt(Found::norm).distinct().count();
    if (norms * SENTENCES_FOR_ONE >= answer.sentences()) {
      for (int i = 0; i < found.size(); i++) {
        Found one = found.get(i);
        int together = set.norms.get(one.norm()).together();
        if (together <= 1) {
          out.broken(one.norm(), one.start(), one.end());
        } else if (isFirst(found, i) && addsUp(found, one.norm(), together)) {
          out.broken(one.norm(), one.start(), one.end());
        }
      }
    }
  }

  private static boolean isFirst(List<Found> found, int at) {
    for (int i = 0; i < at; i++) {
      if (found.get(i).norm() == found.get(at).norm()) {
        return false;
      }
    }
    return true;
  }

  /** Whether enough sentences break the norm for the length of the answer. */
  private boolean addsUp(List<Found> found, int norm, int together) {
    long sentences =
        found.stream().filter(one -> one.norm() == norm).mapToInt(Found::start).distinct().count();
    return sentences >= together && sentences * SENTENCES_FOR_WEAK >= answer.sentences();
  }

  private void judge(boolean replies, boolean playsDown, Sink out) {
    for (int i = 0; i < touchedCount; i++) {
      int number = touched[i];
      CompiledPattern pattern = set.patterns.get(number);
      if (pattern.use() != Use.PRACTICE) {
        continue;
      }
      Norm norm = set.norms.get(pattern.norm());
      if (pattern.kind() == Norm.Kind.SIGN) {
        if ((playsDown || !norm.wants().isEmpty())
            && inQuestion[number] == pattern.all()
            && about(pattern.norm(), norm)) {
          judgeSign(pattern, norm, out);
        }
        continue;
      }
      if (inAnswer[number] == pattern.all() && about(pattern.norm(), norm)) {
        inSentences(pattern, norm, out);
      }
      if (replies && inQuestion[number] == pattern.all() && mayBeProposed(pattern.kind())) {
        proposed(pattern, norm, out);
      }
    }
  }

  private static boolean mayBeProposed(Norm.Kind kind) {
    return kind == Norm.Kind.HAZARD || kind == Norm.Kind.PROTECTS;
  }

  private void mark(AdviceText text, int[] seen) {
    for (int hit = 0; hit < text.hits(); hit++) {
      for (int use : set.uses[text.phrase(hit)]) {
        int pattern = NormSet.patternOf(use);
        if (inAnswer[pattern] == 0 && inQuestion[pattern] == 0) {
          if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
          }
          touched[touchedCount++] = pattern;
        }
        seen[pattern] |= 1 << NormSet.partOf(use);
      }
    }
  }

  private void clear() {
    for (int i = 0; i < touchedCount; i++) {
      inAnswer[touched[i]] = 0;
      inQuestion[touched[i]] = 0;
    }
  }

  private void readQuestion() {
    if (!questionRead) {
      questionRead = true;
      question.read(questionText, 0, questionText.length());
      questionCues.fill(question);
      mark(question, inQuestion);
    }
  }

  /** Whether the answer begins with a yes or a no. */
  private boolean repliesShortly() {
    return answerCues.size() > 0
        && answerCues.from(0) == 0
        && (answerCues.is(0, Cue.YES) || answerCues.is(0, Cue.NO));
  }

  private boolean about(int number, Norm norm) {
    if (norm.about().isEmpty() && norm.unlessAbout().isEmpty()) {
      return true;
    }
    readQuestion();
    boolean about = norm.about().isEmpty();
    // A sign is the asker's, whatever the answer speaks of.
    boolean inQuestionOnly = !norm.wants().isEmpty();
    for (int i = 0; i < touchedCount; i++) {
      CompiledPattern pattern = set.patterns.get(touched[i]);
      int seen = inQuestion[touched[i]] | (inQuestionOnly ? 0 : inAnswer[touched[i]]);
      if (pattern.norm() == number && seen == pattern.all()) {
        if (pattern.use() == Use.UNLESS_ABOUT) {
          return false;
        }
        about |= pattern.use() == Use.ABOUT;
      }
    }
    return about;
  }

  private void inSentences(CompiledPattern pattern, Norm norm, Sink out) {
    int tries = 0;
    for (int hit = 0; hit < answer.hits() && tries < MAX_TRIES; hit++) {
      if (pattern.holds(0, answer.phrase(hit))) {
        tries++;
        int sentence = sentenceOf(answer, answer.from(hit));
        long span = span(answer, pattern, hit, sentence);
        if (span >= 0) {
          judge(pattern, norm, sentence, answer.from(hit), span, out);
        }
      }
    }
  }

  private void judge(
      CompiledPattern pattern, Norm norm, int sentence, int verb, long span, Sink out) {
    int first = (int) (span >>> 32);
    int last = (int) span;
    if (excepted(answer, pattern.norm(), sentence)) {
      return;
    }
    boolean broken =
        switch (pattern.kind()) {
          case HAZARD -> urged(pattern, sentence, first, verb, last);
          case PROTECTS ->
              stance.of(sentence, first, last, own(pattern, first, last)) == Stance.Verdict.AGAINST
                  || stance.undone(sentence, first, last);
          case QUANTITY -> outside(pattern.norm(), norm, sentence, first, last);
          case CLAIM -> stance.claims(sentence, first, last, own(pattern, first, last));
          case SIGN -> false;
        };
    if (broken) {
      int start = text(sentence);
      out.broken(pattern.norm(), start, answer.end(answer.sentenceEnd(sentence) - 1));
    }
  }

  /** The verb tells the stance rather than where it is done: "when it freezes, brake hard". */
  private boolean urged(CompiledPattern pattern, int sentence, int first, int verb, int last) {
    Stance.Verdict verdict = stance.of(sentence, verb, last, own(pattern, verb, last));
    return verdict == Stance.Verdict.FOR
        || verdict == Stance.Verdict.NEITHER
            && first < verb
            && !stance.conditionalAt(sentence, verb)
            && stance.of(sentence, first, last, own(pattern, first, last)) == Stance.Verdict.FOR;
  }

  /** Which of the words belong to a part of the practice, from the first on. */
  private long own(CompiledPattern pattern, int first, int last) {
    long own = 0;
    for (int hit = firstHit(answer, first);
        hit < answer.hits() && answer.from(hit) <= last;
        hit++) {
      for (int part = 0; part < pattern.parts().length; part++) {
        if (pattern.holds(part, answer.phrase(hit))) {
          for (int word = answer.from(hit);
              word <= answer.to(hit) && word - first < Long.SIZE;
              word++) {
            own |= 1L << word - first;
          }
        }
      }
    }
    return own;
  }

  private int text(int sentence) {
    return answer.start(answer.sentenceStart(sentence));
  }

  /** First and last word of the parts nearest to a hit of the first part, or -1. */
  private long span(AdviceText text, CompiledPattern pattern, int hit, int sentence) {
    int first = text.from(hit);
    int last = text.to(hit);
    int start = text.sentenceStart(sentence);
    int end = text.sentenceEnd(sentence);
    for (int part = 1; part < pattern.parts().length; part++) {
      int nearest = -1;
      int distance = WINDOW + 1;
      for (int other = firstHit(text, start);
          other < text.hits() && text.from(other) < end;
          other++) {
        int apart = apart(text, text.from(hit), text.from(other));
        if (apart < distance && pattern.holds(part, text.phrase(other))) {
          nearest = other;
          distance = apart;
        }
      }
      if (nearest < 0) {
        return -1;
      }
      first = Math.min(first, text.from(nearest));
      last = Math.max(last, text.to(nearest));
    }
    return (long) first << 32 | last;
  }

  /** How many words lie between two; a comma counts as several, so that a clause goes first. */
  private static int apart(AdviceText text, int one, int other) {
    int low = Math.min(one, other);
    int high = Math.max(one, other);
    if (high - low > WINDOW) {
      return WINDOW + 1;
    }
    int commas = 0;
    for (int word = low + 1; word <= high; word++) {
      commas += text.boundary(word) >= AdviceText.SOFT ? 1 : 0;
    }
    return commas == 0 ? high - low : Math.min(WINDOW, high - low + OVER_COMMA);
  }

  private static int firstHit(AdviceText text, int word) {
    int low = 0;
    int high = text.hits();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (text.from(middle) < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static int sentenceOf(AdviceText text, int word) {
    int low = 0;
    int high = text.sentences() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (text.sentenceEnd(middle) <= word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether something in the sentence makes the practice sound. */
  private boolean excepted(AdviceText text, int norm, int sentence) {
    int end = text.sentenceEnd(sentence);
    for (int i = 0; i < touchedCount; i++) {
      CompiledPattern pattern = set.patterns.get(touched[i]);
      if (pattern.norm() == norm && pattern.use() == Use.UNLESS) {
        int mask = 0;
        for (int hit = firstHit(text, text.sentenceStart(sentence));
            hit < text.hits() && text.from(hit) < end;
            hit++) {
          for (int part = 0; part < pattern.parts().length; part++) {
            mask |= pattern.holds(part, text.phrase(hit)) ? 1 << part : 0;
          }
        }
        if (mask == pattern.all()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the sentence gives numbers for the practice, and none of them is in the range. */
  private boolean outside(int number, Norm norm, int sentence, int first, int last) {
    Norm.Quantity quantity = norm.quantity();
    if (quantity == null || answer.asks(sentence) || stance.forbids(sentence, first)) {
      return false;
    }
    boolean any = false;
    int end = answer.sentenceEnd(sentence);
    for (int word = answer.sentenceStart(sentence); word < end; word++) {
      double value = answer.number(answerText, word);
      if (!Double.isNaN(value)
          && (quantity.units().isEmpty()
              ? nearTo(word, first, last)
              : hasUnit(number, word, end))) {
        any = true;
        if (value >= quantity.min() && value <= quantity.max()) {
          return false;
        }
      }
    }
    return any;
  }

  private static boolean nearTo(int word, int first, int last) {
    return word >= first - 4 && word <= last + 4;
  }

  private boolean hasUnit(int norm, int word, int end) {
    for (int hit = firstHit(answer, word + 1);
        hit < answer.hits() && answer.from(hit) < end && answer.from(hit) <= word + TO_UNIT;
        hit++) {
      for (int use : set.uses[answer.phrase(hit)]) {
        CompiledPattern pattern = set.patterns.get(NormSet.patternOf(use));
        if (pattern.norm() == norm && pattern.use() == Use.UNIT) {
          return true;
        }
      }
    }
    return false;
  }

  /** The question proposes it, and the answer begins with a yes or a no. */
  private void proposed(CompiledPattern pattern, Norm norm, Sink out) {
    if (!about(pattern.norm(), norm) || excepted(answer, pattern.norm(), 0) || stance.warnsAt(0)) {
      return;
    }
    boolean yes = answerCues.is(0, Cue.YES);
    for (int hit = 0; hit < question.hits(); hit++) {
      if (!pattern.holds(0, question.phrase(hit))) {
        continue;
      }
      int sentence = sentenceOf(question, question.from(hit));
      long span = question.asks(sentence) ? span(question, pattern, hit, sentence) : -1;
      if (span < 0 || excepted(question, pattern.norm(), sentence)) {
        continue;
      }
      Proposal proposal = Proposal.of(question, questionCues, sentence, (int) (span >>> 32));
      boolean broken =
          pattern.kind() == Norm.Kind.HAZARD
              ? proposal == Proposal.DO_IT && yes || proposal == Proposal.IS_IT_RISKY && !yes
              : proposal == Proposal.LEAVE_IT && yes
                  || proposal == Proposal.IS_IT_RISKY_TO_LEAVE && !yes
                  || proposal == Proposal.IS_IT_NEEDED && !yes && norm.needed();
      if (broken && !soundLater(pattern)) {
        out.broken(pattern.norm(), text(0), answer.end(answer.sentenceEnd(0) - 1));
        return;
      }
    }
  }

  /** Whether the answer takes the sound side of the practice after all. */
  private boolean soundLater(CompiledPattern pattern) {
    boolean hazard = pattern.kind() == Norm.Kind.HAZARD;
    for (int hit = 0; hit < answer.hits(); hit++) {
      if (pattern.holds(0, answer.phrase(hit))) {
        int sentence = sentenceOf(answer, answer.from(hit));
        Stance.Verdict verdict = stance.of(sentence, answer.from(hit), answer.to(hit));
        if (hazard
            ? verdict == Stance.Verdict.AGAINST || verdict == Stance.Verdict.DENIED
            : verdict == Stance.Verdict.FOR) {
          return true;
        }
      }
    }
    return false;
  }

  /** The question tells of a sign of danger, and the answer puts help off or leaves it out. */
  private void judgeSign(CompiledPattern pattern, Norm norm, Sink out) {
    boolean alarm = !norm.wants().isEmpty();
    if (alarm && question.words() > LONGEST_CALL || !told(pattern, alarm)) {
      return;
    }
    int evidence =
        !alarm ? signs.playedDown() : signs.leavesOut(set.wanted(pattern.norm())) ? 0 : -1;
    if (evidence >= 0 && !excepted(answer, pattern.norm(), evidence)) {
      out.broken(pattern.norm(), text(evidence), answer.end(answer.sentenceEnd(evidence) - 1));
    }
  }

  /**
   * Whether a sentence of the question tells of the sign.
   *
   * @param alarm whether one that is denied, as in "no numbness", is none
   */
  private boolean told(CompiledPattern pattern, boolean alarm) {
    for (int hit = 0; hit < question.hits(); hit++) {
      if (pattern.holds(0, question.phrase(hit))) {
        int sentence = sentenceOf(question, question.from(hit));
        long span = span(question, pattern, hit, sentence);
        if (span >= 0 && (!alarm || !asked.denied((int) (span >>> 32)))) {
          return true;
        }
      }
    }
    return false;
  }
}
