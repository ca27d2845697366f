package dev.assay.internal.schema;

import dev.assay.internal.schema.UnreadableRecordException.Reason;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.ArrayList;
import java.util.List;

/** Collects the turns of one record from its values. */
final class TurnList {
  private final List<Turn> turns = new ArrayList<>();

  /** Adds what a value says; empty texts make no turn. */
  void add(Value value, Role role, String field) throws UnreadableRecordException {
    if (value instanceof Value.Text text) {
      addText(text, role);
    } else if (value instanceof Value.Texts texts) {
      for (Value.Text text : texts.texts()) {
        addText(text, role);
      }
    } else if (value instanceof Value.Dialogue dialogue) {
      addAll(dialogue);
    } else if (value instanceof Value.Other other) {
      throw UnreadableRecordException.malformed(
          "has " + field + ", which is " + other.type() + ", not text");
    }
  }

  /** Adds a value that may be a transcript of a whole dialogue. */
  void addTranscript(Value value, Role role, String field) throws UnreadableRecordException {
    if (value instanceof Value.Text text && Transcript.is(text.text())) {
      turns.addAll(Transcript.turns(text));
    } else {
      add(value, role, field);
    }
  }

  /** Adds a list of messages, which may be written as a text. */
  void addDialogue(Value value, String field) throws UnreadableRecordException {
    if (value instanceof Value.Dialogue dialogue) {
      addAll(dialogue);
    } else if (!(value instanceof Value.Absent)) {
      throw UnreadableRecordException.malformed(
          "has " + field + ", which is not a list of messages");
    }
  }

  void add(Turn turn) {
    turns.add(turn);
  }

  List<Turn> turns() {
    return turns;
  }

  /** The turns, if a model would learn any of them. */
  List<Turn> learned() throws UnreadableRecordException {
    for (Turn turn : turns) {
      if (turn.role().learned()) {
        return turns;
      }
    }
    throw new UnreadableRecordException(
        Reason.NOTHING_LEARNED, "has no assistant turn: nothing is learned from it", -1);
  }

  private void addAll(Value.Dialogue dialogue) throws UnreadableRecordException {
    if (dialogue.problem() != null) {
      throw UnreadableRecordException.malformed("has a broken message: " + dialogue.problem());
    }
    turns.addAll(dialogue.turns());
  }

  private void addText(Value.Text text, Role role) {
    // An empty answer is an answer; an empty input is none.
    if (role.learned() || !text.text().isEmpty()) {
      turns.add(new Turn(role, text.text(), text.field()));
    }
  }
}
