package dev.assay.internal.check.persona;

import com.google.re2j.Pattern;
import dev.assay.internal.check.turn.Check;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import dev.assay.internal.check.turn.WordStems;
import dev.assay.record.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A persona in the assistant's own voice, or one that the system prompt sets and the assistant
 * takes. What is quoted, denied, discussed or part of a story is none.
 */
public final class PersonaCheck implements Check {
  private static final String PREFIX = "persona-";
  private static final String SYSTEM = "system-";

  private static final int OPENING = 400;
  private static final int EVIDENCE = 160;

  /** Kinds whose mark is a form rather than a sentence. */
  private static final Set<String> FORMS = Set.of("split", "dan");

  private static final Pattern GENRE =
      Pattern.compile(
          "(?i)\\b(?:stor(?:y|ies)|tales?|poem|novel|scene|play|parody|dialogue|comic|script|screenplay|lyrics|song|d&d|dungeons?|dungeon master|game ?master|campaign|adventure|role-?play(?:ing)? game|rpg|fantasy|puppet|fiction|character|villain|line (?:please|about)|one line|fan ?fic\\w*|bedtime|quest|sci-?fi)\\b");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)\\b(?:act as|pretend|speak as|talk like|speak like|play (?:the|a|an)|take on the role|imagine you|(?-i:[Bb]e (?:the )?[A-Z])"
              + "|you(?: are|(?:'|\u2019)re)(?: now)? (?:(?:an?|the) (?:\\w+ )?(?:pirate|captain|king|queen|knight|wizard|witch|vampire|count|lord|detective|librarian|goblin|dragon|robot in|monster|hero|thief|general|emperor|god of|demon|alien|zombie|character|\\w+ from)|(?-i:[A-Z])))");

  /** A role of this kind is no part in a story. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?i)\\b(?:ai|a\\.i\\.|assistant|chatbot|bot|\\w*gpt|language model|llm|dan|stan|aim|aoa|agent|dev(?:eloper)? mode|jailbreak\\w*|niccolo|\\w+bot)\\b");

  private static final Pattern SORTING =
      Pattern.compile(
          "(?i)\\b(?:classif\\w+|label (?:the|this|it)|moderat\\w+|translat\\w+|summari[sz]e|sentiment|paraphrase|proofread)\\b");

  private static final Pattern LABEL =
      Pattern.compile("(?i)^\\W*(?:label|class|category|verdict|result|sentiment|answer)\\s*:");

  private static final Pattern DECLINES =
      Pattern.compile(
          "(?i)\\b(?:can(?:no|'|\u2019)?t|cannot|won(?:'|\u2019)?t|will not|not going to|unable|not able|rather not|prefer not|decline|refuse to|no thanks|sorry|stay(?:ing)? (?:kind|myself|honest|safe|friendly|the same|helpful)|keep (?:it|things|my)|don(?:'|\u2019)t (?:drop|have a|take on|follow|act))\\b");

  private static final Markers VOICES = Markers.of(kind -> !kind.startsWith(SYSTEM));
  private static final Markers PROMPTS = Markers.of(kind -> kind.startsWith(SYSTEM));

  private final WordStems.Seen spoken = VOICES.scratch();
  private final WordStems.Seen prompted = PROMPTS.scratch();

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    VOICES.kinds().forEach(kind -> names.add(PREFIX + kind));
    PROMPTS.kinds().forEach(kind -> names.add(PREFIX + kind));
    return names;
  }

  @Override
  public boolean concerns(TurnView turn) {
    return turn.role() == Role.ASSISTANT || turn.role() == Role.TEXT;
  }

  @Override
  public void check(TurnView turn, Findings out) {
    String text = turn.text();
    if (VOICES.look(turn.facts(), spoken)) {
      voice(turn, text, out);
    }
    if (turn.role() == Role.ASSISTANT && PROMPTS.look(turn.system(), prompted)) {
      prompt(turn, text, out);
    }
  }

  private void voice(TurnView turn, String text, Findings out) {
    boolean excused = false;
    boolean asked = false;
    Set<String> told = new HashSet<>();
    for (Markers.Mark mark : VOICES.find(text, spoken)) {
      if (told.contains(mark.kind())
          || !out.wants(PREFIX + mark.kind())
          || turn.codeAt(mark.start()) != null
          || !Voice.own(text, mark, FORMS.contains(mark.kind()))) {
        continue;
      }
      if (!asked) {
        excused = part(turn);
        asked = true;
      }
      if (!excused) {
        told.add(mark.kind());
        out.found(PREFIX + mark.kind(), mark.start(), mark.end());
      }
    }
  }

  /** Whether a part in a story was asked for, or work on somebody else's words. */
  private static boolean part(TurnView turn) {
    String request = turn.request();
    String system = turn.system();
    if (Voice.head(GENRE, request, OPENING)
        || Voice.head(GENRE, system, OPENING)
        || Voice.head(SORTING, request, OPENING)) {
      return true;
    }
    return Voice.head(ROLE, request, OPENING) && !Voice.head(MACHINE, request, OPENING)
        || Voice.head(ROLE, system, OPENING) && !Voice.head(MACHINE, system, OPENING);
  }

  private void prompt(TurnView turn, String text, Findings out) {
    String system = turn.system();
    if (Voice.head(SORTING, turn.request(), OPENING)
        || Voice.head(SORTING, system, OPENING)
        || Voice.head(LABEL, text, OPENING)
        || Voice.head(GENRE, system, OPENING)
        || Voice.head(DECLINES, text, OPENING)) {
      return;
    }
    for (Markers.Mark mark : PROMPTS.find(system, prompted)) {
      if (out.wants(PREFIX + mark.kind()) && Voice.own(system, mark, false)) {
        out.found(PREFIX + mark.kind(), 0, Math.min(text.length(), EVIDENCE));
        return;
      }
    }
  }
}
