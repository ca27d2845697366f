package dev.assay.internal.segment;

import dev.assay.record.DataRecord;
import dev.assay.record.Turn;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the turns of a record into prose and code: fenced blocks, answers that are code without a
 * fence, and runs of code between paragraphs. Text in backticks inside a sentence stays prose, and
 * so does a fence around what reads as prose: a fence must not hide advice from the rules for it.
 *
 * <p>Linear in the text, whatever it holds. An instance is used by one thread at a time; it keeps
 * scratch memory for turns up to {@value #KEPT} units.
 */
public final class Segmenter {
  private static final int KEPT = 1 << 20;
  private static final int MIN_SIGNS = 2;

  private final LanguageGuesser guesser = new LanguageGuesser();
  private final SegmentSink sink = new SegmentSink(guesser);
  private final CodeRuns runs = new CodeRuns();
  private final Fence fence = new Fence();
  private char[] scratch = new char[4096];
  private boolean loaded;
  private boolean fenced;

  /** The segments of all turns of the record; an empty turn has none. */
  public SegmentedRecord segment(DataRecord record) {
    List<Turn> turns = record.turns();
    List<Segment> segments = new ArrayList<>(turns.size() + 2);
    for (int i = 0; i < turns.size(); i++) {
      String text = turns.get(i).text();
      loaded = false;
      if (text.isEmpty()) {
        continue;
      }
      if (mayHoldCode(text)) {
        cut(i, load(text), text.length(), segments);
      } else {
        segments.add(new Prose(i, 0, text.length()));
      }
      if (scratch.length > KEPT) {
        scratch = new char[4096];
      }
    }
    return new SegmentedRecord(record, List.copyOf(segments));
  }

  private char[] load(String text) {
    if (!loaded) {
      int length = text.length();
      if (scratch.length < length) {
        scratch = new char[Math.max(length, Math.min(KEPT, scratch.length * 2))];
      }
      text.getChars(0, length, scratch, 0);
      loaded = true;
    }
    return scratch;
  }

  /** Most turns are prose: look at how lines begin and end before looking at every word. */
  private boolean mayHoldCode(String text) {
    fenced = text.contains("```") || text.contains("~~~");
    if (fenced) {
      return true;
    }
    int length = text.length();
    int signs = 0;
    for (int from = 0; from < length; ) {
      int lineFeed = text.indexOf('\n', from);
      int to = lineFeed < 0 ? length : lineFeed;
      if (candidate(text, from, to)) {
        signs += Math.max(0, runs.scorer().score(load(text), from, to));
        if (signs >= MIN_SIGNS) {
          return true;
        }
      }
      from = to + 1;
    }
    return false;
  }

  private static boolean candidate(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    if (start == end) {
      return false;
    }
    char first = text.charAt(start);
    char last = text.charAt(end - 1);
    if (endsLikeCode(last) || startsLikeCode(first)) {
      return true;
    }
    boolean shouted = Chars.upper(first) && start + 1 < end && Chars.upper(text.charAt(start + 1));
    if (!(shouted || Chars.lower(first))) {
      return false;
    }
    long hash = TermTable.SEED;
    int limit = Math.min(end, start + 16);
    for (int i = start; i < limit && Chars.word(text.charAt(i)); i++) {
      hash = TermTable.extend(hash, text.charAt(i));
    }
    return LineKind.of(hash) != LineKind.PLAIN;
  }

  private static boolean endsLikeCode(char c) {
    return switch (c) {
      case ';', '{', '}', ')', '(', ':', '[', ']', '>', ',', '"', '\'', '\\', '=' -> true;
      default -> false;
    };
  }

  private static boolean startsLikeCode(char c) {
    return switch (c) {
      case '<', '@', '$', '}', '#', '/', '{', '_' -> true;
      default -> false;
    };
  }

  private void cut(int turn, char[] text, int length, List<Segment> segments) {
    sink.begin(text);
    int gap = 0;
    int at = fenced ? 0 : length;
    while (at < length) {
      int to = lineEnd(text, at, length);
      if (fence.opens(text, at, to)) {
        int start = fence.start();
        runs.find(text, gap, start, sink);
        at = block(text, start, Math.min(length, to + 1), length);
        gap = at;
      } else {
        at = to + 1;
      }
    }
    if (gap < length) {
      runs.find(text, gap, length, sink);
    }
    sink.end(turn, segments);
  }

  /** Takes the block that was just opened; returns where the text goes on. */
  private int block(char[] text, int start, int bodyStart, int length) {
    int bodyEnd = length;
    int end = length;
    for (int at = bodyStart; at < length; ) {
      int to = lineEnd(text, at, length);
      int closed = fence.closes(text, at, to);
      if (closed >= 0) {
        bodyEnd = closed;
        end = Math.min(length, to + 1);
        break;
      }
      at = to + 1;
    }
    if (runs.readsAsProse(text, bodyStart, bodyEnd)) {
      sink.prose(start, end);
    } else {
      sink.fenced(start, end, bodyStart, bodyEnd, fence.language(text));
    }
    return end;
  }

  private static int lineEnd(char[] text, int from, int length) {
    int i = from;
    while (i < length && text[i] != '\n') {
      i++;
    }
    return i;
  }
}
