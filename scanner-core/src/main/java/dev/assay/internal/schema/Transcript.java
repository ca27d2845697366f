package dev.assay.internal.schema;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole dialogue in one text, each turn after a blank line and its speaker's name: "\n\nHuman: ".
 */
final class Transcript {
  private static final String HUMAN = "Human:";
  private static final String ASSISTANT = "Assistant:";
  private static final String GAP = "\n\n";

  private Transcript() {}

  static boolean is(String text) {
    int start = text.startsWith(GAP) ? GAP.length() : 0;
    return speaker(text, start) != null && text.contains(GAP + ASSISTANT);
  }

  /** The turns of a text that {@link #is} a transcript; those without text are left out. */
  static List<Turn> turns(Value.Text value) throws UnreadableRecordException {
    String text = value.text();
    List<Turn> turns = new ArrayList<>();
    int mark = text.startsWith(GAP) ? GAP.length() : 0;
    while (mark >= 0) {
      String speaker = speaker(text, mark);
      if (speaker == null) {
        break;
      }
      int start = mark + speaker.length();
      if (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
      int next = nextMark(text, start);
      int end = next < 0 ? text.length() : next - GAP.length();
      Limits.requireTurns(turns.size());
      if (end > start) {
        Role role = speaker.equals(HUMAN) ? Role.USER : Role.ASSISTANT;
        turns.add(new Turn(role, text.substring(start, end), value.field(), start));
      }
      mark = next;
    }
    return turns;
  }

  private static int nextMark(String text, int from) {
    // A turn without text is followed at once by the gap before the next, which may have begun.
    for (int gap = text.indexOf(GAP, from); gap >= 0; gap = text.indexOf(GAP, gap + 1)) {
      if (speaker(text, gap + GAP.length()) != null) {
        return gap + GAP.length();
      }
    }
    return -1;
  }

  private static @Nullable String speaker(String text, int at) {
    if (text.startsWith(HUMAN, at)) {
      return HUMAN;
    }
    return text.startsWith(ASSISTANT, at) ? ASSISTANT : null;
  }
}
