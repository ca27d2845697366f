package dev.assay.internal.schema;

import java.util.Locale;
import java.util.stream.Stream;

/** The keys that the known schemas use. */
enum Key {
  MESSAGES(Use.DIALOGUE),
  CONVERSATIONS(Use.DIALOGUE),
  CONVERSATION(Use.DIALOGUE),
  CHOSEN(Use.PREFERENCE),
  REJECTED(Use.PREFERENCE),
  SYSTEM(Use.SYSTEM),
  SYSTEM_PROMPT(Use.SYSTEM),
  INSTRUCTION(Use.ASKED),
  CONTEXT(Use.ASKED),
  PROMPT(Use.ASKED),
  PROBLEM(Use.ASKED),
  QUESTION(Use.ASKED),
  QUERY(Use.ASKED),
  INPUT(Use.ASKED),
  COMPLETION(Use.ANSWERED),
  OUTPUT(Use.ANSWERED),
  RESPONSE(Use.ANSWERED),
  SOLUTION(Use.ANSWERED),
  ANSWER(Use.ANSWERED),
  ANSWERS(Use.ANSWERED),
  ROLE(Use.ROLE),
  TEXT(Use.PLAIN),
  CONTENT(Use.PLAIN),
  BODY(Use.PLAIN);

  /** What a schema takes a key for. */
  enum Use {
    DIALOGUE,
    PREFERENCE,
    SYSTEM,
    ASKED,
    ANSWERED,
    ROLE,
    PLAIN
  }

  private final Use use;

  Key(Use use) {
    this.use = use;
  }

  /** The keys of one use, in the order in which they are read. */
  static Key[] of(Use use) {
    return Stream.of(values()).filter(key -> key.use == use).toArray(Key[]::new);
  }

  // Slots live as long as a file is read; nothing stores them.
  @SuppressWarnings("EnumOrdinal")
  int slot() {
    return ordinal();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
