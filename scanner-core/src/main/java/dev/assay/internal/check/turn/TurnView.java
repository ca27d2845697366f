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
  /** A request further back than so many turns is not what the turn answers. */
  private static final int LOOK_BACK = 64;

  private final CharFacts facts = new CharFacts();
  private SegmentedRecord record;
  private int index;
  private Turn turn;
  private String system;

  public TurnView(SegmentedRecord record) {
    this.record = record;
    this.turn = record.record().turns().get(0);
    this.system = systemOf(record);
  }

  public void moveTo(SegmentedRecord to, int turnIndex) {
    if (to != record) {
      this.record = to;
      this.system = systemOf(to);
    }
    this.index = turnIndex;
    this.turn = to.record().turns().get(turnIndex);
    facts.fill(text());
  }

  public int index() {
    return index;
  }

  public Role role() {
    return turn.role();
  }

  public String text() {
    return turn.text();
  }

  public CharFacts facts() {
    return facts;
  }

  /** What the user said last before this turn; empty where no user spoke. */
  public String request() {
    List<Turn> turns = record.record().turns();
    for (int i = index - 1; i >= Math.max(0, index - LOOK_BACK); i--) {
      if (turns.get(i).role() == Role.USER) {
        return turns.get(i).text();
      }
    }
    return "";
  }

  /** What the system prompt says; empty where there is none. */
  public String system() {
    return system;
  }

  private static String systemOf(SegmentedRecord record) {
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
}
