package dev.assay.internal.schema;

import dev.assay.internal.schema.Key.Use;
import dev.assay.internal.schema.UnreadableRecordException.Reason;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas recognised by a record's keys: chat messages (OpenAI, ShareGPT), preference pairs,
 * questions with answers under their many names (Alpaca, Dolly, prompt and completion), single
 * messages and plain text. Each record is judged for itself, so a file may mix them.
 */
final class KnownSchemas implements Schema {
  private static final Key[] DIALOGUE = Key.of(Use.DIALOGUE);
  private static final Key[] PREFERENCE = Key.of(Use.PREFERENCE);
  private static final Key[] SYSTEM = Key.of(Use.SYSTEM);
  private static final Key[] ASKED = Key.of(Use.ASKED);
  private static final Key[] ANSWERED = Key.of(Use.ANSWERED);
  private static final Key[] PLAIN = Key.of(Use.PLAIN);

  @Override
  public Columns columns() {
    return Columns.ofKnownSchemas();
  }

  @Override
  public Fields newFields(boolean cells) {
    return new Fields(Key.values().length, cells);
  }

  @Override
  public List<Turn> turns(Fields fields) throws UnreadableRecordException {
    Key dialogue = first(fields, DIALOGUE);
    TurnList turns = new TurnList();
    if (first(fields, PREFERENCE) != null) {
      PreferencePair.addTo(turns, fields, dialogue);
    } else if (dialogue != null) {
      addAll(turns, fields, SYSTEM, Role.SYSTEM);
      turns.addDialogue(Nested.dialogue(fields, dialogue), dialogue.id());
    } else if (first(fields, ANSWERED) != null) {
      addQuestion(turns, fields);
      addAll(turns, fields, ANSWERED, Role.ASSISTANT);
    } else if (fields.has(Key.ROLE) && fields.has(Key.CONTENT)) {
      addSingleMessage(turns, fields);
    } else if (first(fields, PLAIN) != null) {
      addQuestion(turns, fields);
      addPlain(turns, fields);
    } else {
      throw unusable(fields);
    }
    return turns.learned();
  }

  /** The system prompt and all that stands for a question. */
  static void addQuestion(TurnList turns, Fields fields) throws UnreadableRecordException {
    addAll(turns, fields, SYSTEM, Role.SYSTEM);
    addAll(turns, fields, ASKED, Role.USER);
  }

  private static void addAll(TurnList turns, Fields fields, Key[] keys, Role role)
      throws UnreadableRecordException {
    for (Key key : keys) {
      Value value = fields.get(key);
      if (value != null) {
        if (key == Key.PROMPT) {
          turns.addTranscript(Nested.orText(fields, key), role, key.id());
        } else if (key == Key.COMPLETION) {
          turns.add(Nested.orText(fields, key), role, key.id());
        } else {
          turns.add(value, role, key.id());
        }
      }
    }
  }

  private static void addPlain(TurnList turns, Fields fields) throws UnreadableRecordException {
    for (Key key : PLAIN) {
      Value value = fields.get(key);
      if (value != null) {
        turns.addTranscript(value, Role.TEXT, key.id());
      }
    }
  }

  private static void addSingleMessage(TurnList turns, Fields fields)
      throws UnreadableRecordException {
    Role role = fields.get(Key.ROLE) instanceof Value.Text name ? Roles.of(name.text()) : null;
    Value content = fields.get(Key.CONTENT);
    if (role == null || content == null) {
      throw UnreadableRecordException.malformed("has a role that is not known");
    }
    turns.add(content, role, Key.CONTENT.id());
  }

  private static @Nullable Key first(Fields fields, Key[] keys) {
    for (Key key : keys) {
      if (fields.has(key)) {
        return key;
      }
    }
    return null;
  }

  private static UnreadableRecordException unusable(Fields fields) {
    if (isNull(fields, DIALOGUE)
        || isNull(fields, PREFERENCE)
        || isNull(fields, ANSWERED)
        || isNull(fields, PLAIN)) {
      return new UnreadableRecordException(
          Reason.NOTHING_LEARNED,
          "is empty where the answer should be: nothing is learned from it",
          -1);
    }
    return first(fields, ASKED) != null
        ? new UnreadableRecordException(
            Reason.NO_LEARNED_KEY, "has a question and no answer: nothing is learned from it", -1)
        : new UnreadableRecordException(
            Reason.UNRECOGNISED, "has none of the known keys; name its columns with --map", -1);
  }

  private static boolean isNull(Fields fields, Key[] keys) {
    for (Key key : keys) {
      if (fields.get(key) != null) {
        return true;
      }
    }
    return false;
  }
}
