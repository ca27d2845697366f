package dev.assay.internal.schema;

import java.util.Locale;

/** The keys that the known schemas use. A key's slot is its ordinal. */
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

  Use use() {
    return use;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
