package dev.assay.internal.check.turn;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.segment.Code;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turn at hand and what stands around it. */
public final class TurnView {
  private final CharFacts facts = new CharFacts();
  private SegmentedRecord record;
  private int index;

  public TurnView(SegmentedRecord record) {
    this.record = record;
  }

  public void moveTo(SegmentedRecord to, int turn) {
    this.record = to;
    this.index = turn;
    facts.fill(text());
  }

  public int index() {
    return index;
  }

  public Role role() {
    return turn().role();
  }

  public String text() {
    return turn().text();
  }

  public CharFacts facts() {
    return facts;
  }

  /** What the user said last before this turn; empty where no user spoke. */
  public String request() {
    List<Turn> turns = record.record().turns();
    for (int i = index - 1; i >= 0; i--) {
      if (turns.get(i).role() == Role.USER) {
        return turns.get(i).text();
      }
    }
    return "";
  }

  /** What the system prompt says; empty where there is none. */
  public String system() {
    for (Turn turn : record.record().turns()) {
      if (turn.role() == Role.SYSTEM) {
        return turn.text();
      }
    }
    return "";
  }

  /** The code segment that holds the offset, fence included, or null. */
  public @Nullable Code codeAt(int offset) {
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
