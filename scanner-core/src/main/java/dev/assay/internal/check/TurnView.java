package dev.assay.internal.check;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.segment.Code;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import java.util.List;

/** The turn at hand and what stands around it. */
final class TurnView {
  private final CharFacts facts = new CharFacts();
  private SegmentedRecord record;
  private int index;

  TurnView(SegmentedRecord record) {
    this.record = record;
  }

  void moveTo(SegmentedRecord to, int turn) {
    this.record = to;
    this.index = turn;
    facts.fill(text());
  }

  int index() {
    return index;
  }

  Role role() {
    return turn().role();
  }

  String text() {
    return turn().text();
  }

  CharFacts facts() {
    return facts;
  }

  /** What the user said last before this turn; empty where no user spoke. */
  String request() {
    List<Turn> turns = record.record().turns();
    for (int i = index - 1; i >= 0; i--) {
      if (turns.get(i).role() == Role.USER) {
        return turns.get(i).text();
      }
    }
    return "";
  }

  /** The code segment that holds the offset, fence included, or null. */
  @org.jspecify.annotations.Nullable
  Code codeAt(int offset) {
    for (Segment segment : record.segments()) {
      if (segment.turn() == index
          && segment instanceof Code code
          && code.start() <= offset
          && offset < code.end()) {
        return code;
      }
    }
    return null;
  }

  private Turn turn() {
    return record.record().turns().get(index);
  }
}
