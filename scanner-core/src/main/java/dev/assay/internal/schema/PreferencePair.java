package dev.assay.internal.schema;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Preference data: training pulls towards the chosen answer and away from the rejected one. Both
 * may repeat the dialogue before the answer, and a prompt may stand beside them: what is said twice
 * becomes one turn.
 */
final class PreferencePair {
  private PreferencePair() {}

  private record Said(Role role, String text) {
    static Said by(Turn turn) {
      return new Said(turn.role(), turn.text());
    }
  }

  static void addTo(TurnList turns, Fields fields, @Nullable Key dialogue)
      throws UnreadableRecordException {
    TurnList chosen = side(fields, Key.CHOSEN);
    Set<Said> said = new HashSet<>();
    chosen.turns().forEach(turn -> said.add(Said.by(turn)));

    TurnList question = new TurnList();
    KnownSchemas.addQuestion(question, fields);
    addNew(turns, question, said);
    chosen.turns().forEach(turns::add);
    question.turns().forEach(turn -> said.add(Said.by(turn)));
    if (dialogue != null) {
      TurnList beside = new TurnList();
      beside.addDialogue(Nested.dialogue(fields, dialogue), dialogue.id());
      addNew(turns, beside, said);
    }
    for (Turn turn : side(fields, Key.REJECTED).turns()) {
      if (!said.contains(Said.by(turn))) {
        turns.add(new Turn(Role.REJECTED, turn.text(), turn.field(), turn.offset()));
      }
    }
  }

  private static TurnList side(Fields fields, Key key) throws UnreadableRecordException {
    TurnList side = new TurnList();
    if (fields.has(key)) {
      side.addTranscript(Nested.orText(fields, key), Role.ASSISTANT, key.id());
    }
    return side;
  }

  private static void addNew(TurnList turns, TurnList more, Set<Said> said) {
    for (Turn turn : more.turns()) {
      if (!said.contains(Said.by(turn))) {
        turns.add(turn);
      }
    }
  }
}
