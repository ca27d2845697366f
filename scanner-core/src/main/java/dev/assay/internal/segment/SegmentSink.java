package dev.assay.internal.segment;

import dev.assay.segment.Code;
import dev.assay.segment.Language;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the spans of a turn in order and makes segments of them: neighbours of the same kind become
 * one, and blank text beside code goes to the code. One instance for each thread.
 */
final class SegmentSink {
  private final LanguageGuesser guesser;
  private final List<Piece> pieces = new ArrayList<>();
  private char[] text = {};

  SegmentSink(LanguageGuesser guesser) {
    this.guesser = guesser;
  }

  private enum Kind {
    BLANK,
    PROSE,
    BARE,
    FENCED
  }

  private static final class Piece {
    final Kind kind;
    int start;
    int end;
    final int bodyStart;
    int bodyEnd;
    final @Nullable Language language;

    Piece(Kind kind, int start, int end, int bodyStart, int bodyEnd, @Nullable Language language) {
      this.kind = kind;
      this.start = start;
      this.end = end;
      this.bodyStart = bodyStart;
      this.bodyEnd = bodyEnd;
      this.language = language;
    }

    boolean code() {
      return kind == Kind.BARE || kind == Kind.FENCED;
    }
  }

  void begin(char[] turnText) {
    text = turnText;
    pieces.clear();
  }

  void prose(int from, int to) {
    if (from == to) {
      return;
    }
    boolean blank = blank(from, to);
    Piece last = last();
    if (blank && last != null) {
      last.end = to;
    } else if (last != null && last.kind == Kind.PROSE) {
      last.end = to;
    } else {
      pieces.add(new Piece(blank ? Kind.BLANK : Kind.PROSE, startHere(from), to, 0, 0, null));
    }
  }

  void bareCode(int from, int to) {
    Piece last = last();
    if (last != null && last.kind == Kind.BARE) {
      last.end = to;
      last.bodyEnd = to;
    } else {
      pieces.add(new Piece(Kind.BARE, startHere(from), to, from, to, null));
    }
  }

  void fenced(int from, int to, int bodyFrom, int bodyTo, @Nullable Language language) {
    pieces.add(new Piece(Kind.FENCED, startHere(from), to, bodyFrom, bodyTo, language));
  }

  /** Adds the segments to the list. */
  void end(int turn, List<Segment> out) {
    for (Piece piece : pieces) {
      if (piece.code()) {
        Language language = piece.language;
        if (language == null) {
          language = guesser.guess(text, piece.bodyStart, piece.bodyEnd);
        }
        out.add(new Code(turn, piece.start, piece.end, piece.bodyStart, piece.bodyEnd, language));
      } else {
        out.add(new Prose(turn, piece.start, piece.end));
      }
    }
    pieces.clear();
  }

  private @Nullable Piece last() {
    int index = pieces.size() - 1;
    return index < 0 ? null : pieces.get(index);
  }

  /** Blank text that opens a turn goes to what follows it. */
  private int startHere(int from) {
    Piece last = last();
    if (last == null || last.kind != Kind.BLANK) {
      return from;
    }
    pieces.clear();
    return last.start;
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.space(text[i])) {
        return false;
      }
    }
    return true;
  }
}
