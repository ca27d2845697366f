package dev.assay.internal.advice;

import dev.assay.internal.advice.NormSet.CompiledPattern;
import dev.assay.internal.advice.NormSet.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds all norms against an answer and the question before it. Scratch memory for one thread; the
 * {@link NormSet} is shared. Time is linear in the texts but for the pairs of hits in a sentence,
 * of which at most {@value #MAX_TRIES} are tried for a pattern.
 */
final class NormFinder {
  private static final int MAX_TRIES = 64;

  /**
   * One broken norm is believed for so many sentences. The chance that one of them is misread grows
   * with their number; bad advice is short, and articles are long.
   */
  private static final int SENTENCES_FOR_ONE = 25;

  /** ... and for so many where nobody asked for advice. */
  private static final int SENTENCES_UNASKED = 8;

  /** An item of a list stands without what is around it: it counts for so many sentences more. */
  private static final int FOR_ITEM = 4;

  /** An item of a list names its subject within so many words. */
  private static final int NEAR_MARK = 3;

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
  private final Headings headings;
  private final Stance asked;
  private final PartHits inAnswer;
  private final PartHits inQuestion;
  private final Places answerPlaces;
  private final Places questionPlaces;
  private final List<Found> found = new ArrayList<>();
  private final BitSet norms = new BitSet();
  private boolean questionRead;
  private Exchange exchange = Exchange.ADVICE;

  /** While the answer is held against what the question proposes. */
  private boolean replying;

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
    this.inAnswer = new PartHits(set.parts, answer);
    this.inQuestion = new PartHits(set.parts, question);
    this.answerPlaces = new Places(answer, inAnswer);
    this.questionPlaces = new Places(question, inQuestion);
    this.headings = new Headings(answer, answerCues);
    this.signs = new Signs(answer, answerCues, inAnswer, stance, answerPlaces);
  }

  /** Reports every norm that {@code text[start, end)} breaks. */
  void find(String text, int start, int end, @Nullable String asked, Sink out) {
    answerText = text;
    answer.read(text, start, end);
    inAnswer.fill();
    answerCues.fill(answer);
    ask(asked == null ? "" : asked);
    exchange = exchange();
    if (exchange == Exchange.WORK) {
      return;
    }
    boolean replies = !questionText.isEmpty() && repliesShortly(answerCues);
    boolean playsDown =
        !questionText.isEmpty() && answerCues.find(Cue.PUT_OFF, 0, answer.words()) >= 0;
    headings.fill(!questionText.isEmpty() && asksForFaults());
    found.clear();
    judge(replies, playsDown, this::add);
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Found::start).thenComparingInt(Found::norm));
      report(out);
    }
  }

  private Exchange exchange() {
    if (questionText.isEmpty()) {
      return Exchange.ADVICE;
    }
    readQuestion();
    return Exchange.of(question, questionCues, answer, answerCues);
  }

  /** Takes the question; what was read of it for the segment before holds for the next, too. */
  private void ask(String asked) {
    if (!asked.equals(questionText)) {
      questionText = asked;
      questionRead = false;
      inQuestion.clear();
    }
  }

  private void add(int norm, int from, int to) {
    found.add(new Found(norm, from, to));
    int collector = set.collector;
    if (collector >= 0 && !replying && norm != collector && !set.norms.get(norm).alone()) {
      found.add(new Found(collector, from, to));
    }
  }

  /** A place that breaks a norm. */
  private record Found(int norm, int start, int end) {}

  private void report(Sink out) {
    norms.clear();
    int strong = 0;
    for (Found one : found) {
      strong += !norms.get(one.norm()) && set.norms.get(one.norm()).alone() ? 1 : 0;
      norms.set(one.norm());
    }
    boolean believed = strong * sentencesForOne() >= length();
    for (Found one : found) {
      boolean first = norms.get(one.norm());
      norms.clear(one.norm());
      if (set.norms.get(one.norm()).alone() ? believed : first && addsUp(one.norm())) {
        out.broken(one.norm(), one.start(), one.end());
      }
    }
  }

  private int sentencesForOne() {
    return exchange == Exchange.ADVICE ? SENTENCES_FOR_ONE : SENTENCES_UNASKED;
  }

  /** Sentences, those of lists counted for more. */
  private int length() {
    return answer.sentences() + FOR_ITEM * headings.items();
  }

  /** Whether enough sentences break the norm for the length of the answer. */
  private boolean addsUp(int number) {
    Norm norm = set.norms.get(number);
    long sentences =
        found.stream()
            .filter(one -> one.norm() == number)
            .mapToInt(Found::start)
            .distinct()
            .count();
    return sentences >= norm.together() && sentences * norm.within() >= answer.sentences();
  }

  private void judge(boolean replies, boolean playsDown, Sink out) {
    for (int part = inAnswer.nextAnchor(0); part >= 0; part = inAnswer.nextAnchor(part + 1)) {
      judgeAll(part, replies, playsDown, out);
    }
    for (int part = inQuestion.nextAnchor(0); part >= 0; part = inQuestion.nextAnchor(part + 1)) {
      if (!inAnswer.has(part)) {
        judgeAll(part, replies, playsDown, out);
      }
    }
  }

  private void judgeAll(int anchor, boolean replies, boolean playsDown, Sink out) {
    int[] seconds = set.seconds(anchor);
    for (int i = 0; i < seconds.length; i++) {
      if (inAnswer.has(seconds[i]) || inQuestion.has(seconds[i])) {
        judge(set.practices(anchor)[i], replies, playsDown, out);
      }
    }
  }

  private void judge(CompiledPattern pattern, boolean replies, boolean playsDown, Sink out) {
    Norm norm = set.norms.get(pattern.norm());
    if (exchange == Exchange.TOLD && pattern.kind() != Norm.Kind.CLAIM) {
      return;
    }
    if (pattern.kind() == Norm.Kind.SIGN) {
      if ((playsDown || !norm.wants().isEmpty())
          && inQuestion.hasAll(pattern.parts())
          && about(pattern.norm(), norm)) {
        judgeSign(pattern, norm, out);
      }
      return;
    }
    if ((inAnswer.hasAll(pattern.parts()) || carries(pattern)) && about(pattern.norm(), norm)) {
      inSentences(pattern, norm, out);
    }
    if (pattern.kind() == Norm.Kind.QUANTITY
        && inQuestion.hasAll(pattern.parts())
        && about(pattern.norm(), norm)) {
      asked(pattern, norm, out);
    }
    if (replies && inQuestion.hasAll(pattern.parts()) && mayBeProposed(pattern.kind())) {
      replying = true;
      proposed(pattern, norm, out);
      replying = false;
    }
  }

  private static boolean mayBeProposed(Norm.Kind kind) {
    return kind == Norm.Kind.HAZARD || kind == Norm.Kind.PROTECTS;
  }

  private void readQuestion() {
    if (!questionRead) {
      questionRead = true;
      question.read(questionText, 0, questionText.length());
      questionCues.fill(question);
      inQuestion.fill();
    }
  }

  /** Whether the question asks for what is wrong: "What mistakes do beginners make?" */
  private boolean asksForFaults() {
    return questionCues.find(Cue.ASK_FAULTS, 0, question.words()) >= 0;
  }

  /** Whether the answer begins with a yes or a no. */
  static boolean repliesShortly(Cues answer) {
    return answer.size() > 0
        && answer.from(0) == 0
        && (answer.is(0, Cue.YES) || answer.is(0, Cue.NO));
  }

  private boolean about(int number, Norm norm) {
    if (norm.about().isEmpty() && norm.unlessAbout().isEmpty()) {
      return true;
    }
    readQuestion();
    boolean about = norm.about().isEmpty();
    // A sign is the asker's, whatever the answer speaks of.
    boolean inQuestionOnly = !norm.wants().isEmpty();
    for (CompiledPattern pattern : set.of(number, Use.UNLESS_ABOUT)) {
      if (stands(pattern, inQuestionOnly)) {
        return false;
      }
    }
    for (CompiledPattern pattern : set.of(number, Use.ABOUT)) {
      about |= stands(pattern, inQuestionOnly);
    }
    return about;
  }

  private boolean stands(CompiledPattern pattern, boolean inQuestionOnly) {
    for (int part : pattern.parts()) {
      if (!inQuestion.has(part) && (inQuestionOnly || !inAnswer.has(part))) {
        return false;
      }
    }
    return true;
  }

  private void inSentences(CompiledPattern pattern, Norm norm, Sink out) {
    int main = pattern.parts()[0];
    int end = Math.min(inAnswer.end(main), inAnswer.first(main) + MAX_TRIES);
    for (int place = inAnswer.first(main); place < end; place++) {
      int verb = inAnswer.from(place);
      int sentence = sentenceOf(answer, verb);
      if (headings.waives(sentence)) {
        waived(pattern, place, sentence, out);
      }
      if (headings.shuns(sentence)) {
        continue;
      }
      long span = answerPlaces.span(pattern, place, sentence);
      if (span < 0 && carries(pattern)) {
        span = carried(pattern, place, sentence);
      }
      if (span >= 0) {
        judge(pattern, norm, sentence, verb, span, out);
      }
    }
  }

  /** "What you can skip:" with a safeguard among what is listed. */
  private void waived(CompiledPattern pattern, int place, int sentence, Sink out) {
    int start = answer.sentenceStart(sentence);
    if (pattern.kind() == Norm.Kind.PROTECTS
        && inAnswer.from(place) - start <= NEAR_MARK
        && answerPlaces.span(pattern, place, sentence) >= 0
        && answerCues.find(Cue.FLIP, start, inAnswer.from(place)) < 0
        && !excepted(answerPlaces, pattern.norm(), sentence)) {
      out.broken(pattern.norm(), text(sentence), answer.end(answer.sentenceEnd(sentence) - 1));
    }
  }

  /**
   * Whether the answer may name what is done and where or how, and the question alone what it is
   * done with; a verb alone ("put it") would say too little.
   */
  private boolean carries(CompiledPattern pattern) {
    int[] parts = pattern.parts();
    if (pattern.kind() != Norm.Kind.HAZARD || parts.length < 3 || !inAnswer.has(parts[0])) {
      return false;
    }
    for (int part : parts) {
      if (!inAnswer.has(part) && !inQuestion.has(part)) {
        return false;
      }
    }
    return true;
  }

  private long carried(CompiledPattern pattern, int place, int sentence) {
    int next = inAnswer.to(place) + 1;
    int it = answerCues.find(Cue.IT, next, Math.min(next + 1, answer.sentenceEnd(sentence)));
    return it < 0
        ? -1
        : answerPlaces.carried(pattern, place, sentence, answerCues.to(it), inQuestion);
  }

  /** The question asks for the quantity, and the answer begins with one. */
  private void asked(CompiledPattern pattern, Norm norm, Sink out) {
    if (excepted(answerPlaces, pattern.norm(), 0) || stance.warnsAt(0)) {
      return;
    }
    int main = pattern.parts()[0];
    for (int place = inQuestion.first(main); place < inQuestion.end(main); place++) {
      int sentence = sentenceOf(question, inQuestion.from(place));
      int start = question.sentenceStart(sentence);
      if (questionCues.find(Cue.HOW_MUCH, start, question.sentenceEnd(sentence)) >= 0
          && questionPlaces.span(pattern, place, sentence) >= 0
          && !excepted(questionPlaces, pattern.norm(), sentence)
          && outside(pattern.norm(), norm, 0, 0, answer.sentenceEnd(0) - 1)) {
        out.broken(pattern.norm(), text(0), answer.end(answer.sentenceEnd(0) - 1));
        return;
      }
    }
  }

  private void judge(
      CompiledPattern pattern, Norm norm, int sentence, int verb, long span, Sink out) {
    int first = (int) (span >>> 32);
    int last = (int) span;
    if (excepted(answerPlaces, pattern.norm(), sentence)) {
      return;
    }
    boolean broken =
        switch (pattern.kind()) {
          case HAZARD -> urged(pattern, sentence, first, verb, last);
          case PROTECTS ->
              stance.of(sentence, first, last, answerPlaces.own(pattern, first, last))
                      == Stance.Verdict.AGAINST
                  || stance.undone(sentence, first, last);
          case QUANTITY -> outside(pattern.norm(), norm, sentence, first, last);
          case CLAIM ->
              stance.claims(sentence, first, last, answerPlaces.own(pattern, first, last));
          case SIGN -> false;
        };
    if (broken) {
      int start = text(sentence);
      out.broken(pattern.norm(), start, answer.end(answer.sentenceEnd(sentence) - 1));
    }
  }

  /** The verb tells the stance rather than where it is done: "when it freezes, brake hard". */
  private boolean urged(CompiledPattern pattern, int sentence, int first, int verb, int last) {
    Stance.Verdict verdict = stance.of(sentence, verb, last, answerPlaces.own(pattern, verb, last));
    return verdict == Stance.Verdict.FOR
        || verdict == Stance.Verdict.NEITHER
            && first < verb
            && !stance.conditionalAt(sentence, verb)
            && stance.of(sentence, first, last, answerPlaces.own(pattern, first, last))
                == Stance.Verdict.FOR;
  }

  private int text(int sentence) {
    return answer.start(answer.sentenceStart(sentence));
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
  private boolean excepted(Places places, int norm, int sentence) {
    return places.anyInSentence(set.of(norm, Use.UNLESS), sentence);
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
    int limit = Math.min(end, word + TO_UNIT + 1);
    for (CompiledPattern unit : set.of(norm, Use.UNIT)) {
      int part = unit.parts()[0];
      int place = inAnswer.first(part, word + 1);
      if (place < inAnswer.end(part) && inAnswer.from(place) < limit) {
        return true;
      }
    }
    return false;
  }

  /** The question proposes it, and the answer begins with a yes or a no. */
  private void proposed(CompiledPattern pattern, Norm norm, Sink out) {
    if (!about(pattern.norm(), norm)
        || excepted(answerPlaces, pattern.norm(), 0)
        || stance.warnsAt(0)) {
      return;
    }
    boolean yes = answerCues.is(0, Cue.YES);
    if (yes && onlyIf()) {
      return;
    }
    int main = pattern.parts()[0];
    for (int place = inQuestion.first(main); place < inQuestion.end(main); place++) {
      int sentence = sentenceOf(question, inQuestion.from(place));
      long span = question.asks(sentence) ? questionPlaces.span(pattern, place, sentence) : -1;
      if (span < 0 || excepted(questionPlaces, pattern.norm(), sentence)) {
        continue;
      }
      Proposal proposal = Proposal.of(question, questionCues, sentence, (int) (span >>> 32));
      boolean broken =
          pattern.kind() == Norm.Kind.HAZARD
              ? proposal == Proposal.DO_IT && yes || proposal == Proposal.IS_IT_RISKY && !yes
              : proposal == Proposal.LEAVE_IT && yes
                  || proposal == Proposal.IS_IT_RISKY_TO_LEAVE && !yes
                  || proposal == Proposal.IS_IT_NEEDED
                      && !yes
                      && norm.needed()
                      && !sweeping(sentence);
      if (broken && !soundLater(pattern)) {
        out.broken(pattern.norm(), text(0), answer.end(answer.sentenceEnd(0) - 1));
        return;
      }
    }
  }

  /** "Should I tell them everything?" */
  private boolean sweeping(int sentence) {
    int start = question.sentenceStart(sentence);
    return questionCues.find(Cue.SWEEPING, start, question.sentenceEnd(sentence)) >= 0;
  }

  /** "It can be, if you keep the match": a yes that names its condition is no plain one. */
  private boolean onlyIf() {
    return answerCues.find(Cue.CONDITION, answerCues.to(0) + 1, answer.sentenceEnd(0)) >= 0;
  }

  /** Whether the answer takes the sound side of the practice after all. */
  private boolean soundLater(CompiledPattern pattern) {
    boolean hazard = pattern.kind() == Norm.Kind.HAZARD;
    int main = pattern.parts()[0];
    for (int place = inAnswer.first(main); place < inAnswer.end(main); place++) {
      int word = inAnswer.from(place);
      Stance.Verdict verdict = stance.of(sentenceOf(answer, word), word, inAnswer.to(place));
      if (hazard
          ? verdict == Stance.Verdict.AGAINST || verdict == Stance.Verdict.DENIED
          : verdict == Stance.Verdict.FOR) {
        return true;
      }
    }
    return false;
  }

  /** The question tells of a sign of danger, and the answer puts help off or leaves it out. */
  private void judgeSign(CompiledPattern pattern, Norm norm, Sink out) {
    boolean alarm = !norm.wants().isEmpty();
    if (alarm && question.words() > LONGEST_CALL
        || norm.assured() && !signs.assures()
        || !told(pattern, alarm)) {
      return;
    }
    int evidence =
        !alarm ? signs.playedDown() : signs.leavesOut(set.of(pattern.norm(), Use.WANTS)) ? 0 : -1;
    if (evidence >= 0 && !excepted(answerPlaces, pattern.norm(), evidence)) {
      out.broken(pattern.norm(), text(evidence), answer.end(answer.sentenceEnd(evidence) - 1));
    }
  }

  /**
   * Whether a sentence of the question tells of the sign.
   *
   * @param alarm whether one that is denied, as in "no numbness", is none
   */
  private boolean told(CompiledPattern pattern, boolean alarm) {
    int main = pattern.parts()[0];
    for (int place = inQuestion.first(main); place < inQuestion.end(main); place++) {
      int sentence = sentenceOf(question, inQuestion.from(place));
      long span = questionPlaces.span(pattern, place, sentence);
      if (span >= 0 && (!alarm || !asked.denied((int) (span >>> 32)))) {
        return true;
      }
    }
    return false;
  }
}
