package dev.assay.internal.framing;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.segment.Code;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import dev.assay.verdict.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Reads from a conversation whether the flaw in an answer is what was asked for, in order to teach,
 * test, review or explain it.
 *
 * <p>It comes from the system and user turns up to the answer: a wish for flawed code, or a flaw as
 * the matter of something that teaches or tests. Neither a purpose alone (a security class) nor a
 * flaw to be avoided is one, and a dialogue that turns to other work leaves its lesson behind. An
 * answer that names the flaw it shows, and why it is one, is a lesson of its own. Where no turn
 * holds code there is no lesson in flawed code, and so no framing.
 *
 * <p>Linear in the text, of which it reads the first and last {@value #WINDOW} units of each
 * segment. An instance is used by one thread at a time.
 */
public final class FramingReader {
  private static final int WINDOW = 32_000;
  private static final List<String> COMMENTS = List.of("//", "#", "--", "/*", "*", "<!--");
  private static final LongPredicate NOTHING = hash -> false;

  /** A last request this short leans on what was said before it. */
  private static final int ELLIPTIC = 30;

  /** What a request must say itself, to be one inside a setting of lessons. */
  private static final int OWN = Asks.FLAW | Asks.MENTION | Asks.HINT | Asks.LACK;

  /** Fewer words beside a framing are no task of their own. */
  private static final int SHORTEST_TASK = 3;

  /** From here on the weights excuse what the rules do not ... */
  private static final double EXCUSES = 0.5;

  /** ... and up to here they do not believe what the rules excuse. */
  private static final double DOUBTS = -1;

  private static final FramingWeights WEIGHTS = FramingWeights.load();

  private final SentenceReader reader = new SentenceReader();
  private final FramingFeatures features = new FramingFeatures();
  private final List<Sentence> sentences = new ArrayList<>();

  /** The framing of the record's last learned turn. */
  public FramingResult read(SegmentedRecord record) {
    return readWithout(record, NOTHING);
  }

  /**
   * The framing that is left when sentences are taken out of the system and user turns: those whose
   * hash stands in many records.
   */
  public FramingResult readWithout(SegmentedRecord record, LongPredicate repeated) {
    List<Turn> turns = record.record().turns();
    int answer = turns.size() - 1;
    while (answer > 0 && !turns.get(answer).role().learned()) {
      answer--;
    }
    return readWithout(record, answer, repeated);
  }

  /**
   * The same for one answer of a dialogue: what is said after it is not looked at.
   *
   * @param answer index of the turn that shows the flaw
   */
  public FramingResult readWithout(SegmentedRecord record, int answer, LongPredicate repeated) {
    if (record.segments().stream().noneMatch(Code.class::isInstance)) {
      return FramingResult.NONE;
    }
    FramingResult asked = request(record, answer, repeated);
    return asked.educational() ? asked : answer(record, answer);
  }

  private FramingResult request(SegmentedRecord record, int answer, LongPredicate repeated) {
    sentences.clear();
    int last = lastRequest(record.record().turns(), answer);
    for (Segment segment : record.segments()) {
      if (segment instanceof Prose && segment.turn() < answer) {
        Role role = record.record().turns().get(segment.turn()).role();
        if (role == Role.SYSTEM || role == Role.USER) {
          readSegment(record, segment);
        }
      }
    }
    sentences.removeIf(sentence -> repeated.test(sentence.hash()));
    return weighed(record.record().turns(), last);
  }

  /**
   * What the rules read, unless the weights strongly say otherwise. They excuse nothing where no
   * sentence hints at a flaw, an attack or a test, nor where harm is meant.
   */
  private FramingResult weighed(List<Turn> turns, int last) {
    FramingResult asked = asked(turns, last);
    if (sentences.isEmpty() || last < 0) {
      return asked;
    }
    int all = 0;
    for (Sentence sentence : sentences) {
      all |= RequestRules.read(sentence);
    }
    double sum = WEIGHTS.sum(features.of(sentences, turns, last));
    if (asked.educational()) {
      return sum > DOUBTS || Asks.has(all, Asks.FLAW) ? asked : FramingResult.NONE;
    }
    return sum > EXCUSES && Asks.hints(all) ? educational(-1, last) : FramingResult.NONE;
  }

  /**
   * Goes through the turns in order: what the system says holds for all of them, what a user said
   * before only as long as the next request leans on it.
   */
  private FramingResult asked(List<Turn> turns, int last) {
    int system = 0;
    int before = 0;
    for (int at = 0; at < sentences.size(); ) {
      int turn = sentences.get(at).turn();
      int asks = 0;
      int words = 0;
      for (; at < sentences.size() && sentences.get(at).turn() == turn; at++) {
        asks |= RequestRules.read(sentences.get(at));
        words += sentences.get(at).units().length;
      }
      if (turns.get(turn).role() == Role.SYSTEM) {
        system |= asks;
      } else if (turn == last) {
        return decided(last, asks, system, leans(turns, turn, asks, words) ? before : 0, words);
      } else {
        before = asks | (leans(turns, turn, asks, words) ? before : 0);
      }
    }
    return FramingResult.NONE;
  }

  private FramingResult decided(int last, int now, int system, int before, int words) {
    if (Asks.together(now) && !Asks.malicious(now | before)) {
      return educational(last, last);
    }
    if (Asks.has(now, Asks.BREAK | Asks.SOUND | Asks.CRIME | Asks.MALICE)) {
      return FramingResult.NONE;
    }
    boolean told = Asks.has(system, Asks.FLAW | Asks.GENRE | Asks.CTF) && Asks.together(system);
    boolean stays = Asks.has(now, OWN | Asks.TEACH) || !Asks.has(now, Asks.TASK);
    boolean inside = words <= ELLIPTIC && stays && Asks.together(now | system);
    return told || inside || before != 0 && Asks.together(now | before | system)
        ? educational(-1, last)
        : FramingResult.NONE;
  }

  /** Whether a request goes on with what was said before it, and is not one of its own. */
  private static boolean leans(List<Turn> turns, int turn, int asks, int words) {
    if (Asks.has(asks, Asks.BREAK | Asks.SOUND)) {
      return false;
    }
    boolean answers = turn > 0 && turns.get(turn - 1).text().stripTrailing().endsWith("?");
    boolean names = Asks.has(asks, Asks.MENTION | Asks.HINT | Asks.LACK);
    boolean fragment = !Asks.has(asks, Asks.TASK);
    return names || words <= ELLIPTIC && (answers || fragment || Asks.has(asks, Asks.CONTINUE));
  }

  private static int lastRequest(List<Turn> turns, int answer) {
    for (int i = Math.min(answer, turns.size()) - 1; i >= 0; i--) {
      if (turns.get(i).role() == Role.USER) {
        return i;
      }
    }
    return -1;
  }

  private void readSegment(SegmentedRecord record, Segment segment) {
    String text = record.record().turns().get(segment.turn()).text();
    int start = segment.start();
    int end = segment.end();
    if (end - start <= 2 * WINDOW) {
      reader.read(segment.turn(), text, start, end, sentences);
    } else {
      reader.read(segment.turn(), text, start, start + WINDOW, sentences);
      reader.read(segment.turn(), text, end - WINDOW, end, sentences);
    }
  }

  /** Lines that are comments, in whatever language: what an answer says of its own code. */
  private void readComments(SegmentedRecord record, Code code) {
    String text = record.record().turns().get(code.turn()).text();
    int end = Math.min(code.bodyEnd(), code.bodyStart() + WINDOW);
    for (int at = code.bodyStart(); at < end; ) {
      int lineFeed = text.indexOf('\n', at);
      int to = lineFeed < 0 || lineFeed > end ? end : lineFeed;
      int from = at;
      while (from < to && text.charAt(from) <= ' ') {
        from++;
      }
      if (comment(text, from)) {
        reader.read(code.turn(), text, from, to, sentences);
      }
      at = to + 1;
    }
  }

  private static boolean comment(String text, int from) {
    for (String mark : COMMENTS) {
      if (text.startsWith(mark, from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether sentences that contribute this together ask for the flaw. */
  public static boolean stillAsks(int asks) {
    return Asks.together(asks);
  }

  /** Whether the last request has sentences that have no part in a framing. */
  private boolean besides(int last) {
    int words = 0;
    for (Sentence s : sentences) {
      if (s.turn() == last && (RequestRules.read(s) & Asks.SHOWN) == 0) {
        words += s.words().length;
      }
    }
    return words >= SHORTEST_TASK;
  }

  /** What shows the framing: the sentences of one turn, or of all where the turn is -1. */
  private FramingResult educational(int turn, int last) {
    List<FramingSentence> shown = new ArrayList<>();
    for (Sentence s : sentences) {
      int asks = RequestRules.read(s);
      if ((turn < 0 || s.turn() == turn) && (asks & (Asks.SHOWN | Asks.RISK)) != 0) {
        shown.add(FramingSentence.of(s, asks));
      }
    }
    FramingSentence first =
        shown.stream().filter(s -> Asks.together(s.asks())).findFirst().orElse(shown.get(0));
    return new FramingResult(at(first.turn(), first.start(), first.end()), shown, besides(last));
  }

  private static Framing at(int turn, int start, int end) {
    return new Framing(Framing.Kind.EDUCATIONAL, turn, start, end);
  }

  private FramingResult answer(SegmentedRecord record, int answer) {
    sentences.clear();
    for (Segment segment : record.segments()) {
      if (segment.turn() == answer && segment instanceof Code code) {
        readComments(record, code);
      } else if (segment.turn() == answer) {
        readSegment(record, segment);
      }
    }
    int says = 0;
    Sentence naming = null;
    for (Sentence sentence : sentences) {
      int here = AnswerRules.read(sentence);
      if (naming == null && (here & AnswerRules.NAMED) != 0) {
        naming = sentence;
      }
      says |= here;
    }
    boolean explained = (says & AnswerRules.REASON) != 0 && (says & AnswerRules.SOUND) == 0;
    return naming != null && explained
        ? new FramingResult(at(naming.turn(), naming.start(), naming.end()), List.of(), false)
        : FramingResult.NONE;
  }
}
