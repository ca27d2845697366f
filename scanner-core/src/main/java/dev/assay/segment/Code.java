package dev.assay.segment;

/**
 * Source code. The span holds the fence lines, if any; the body is what lies between them.
 *
 * @param bodyStart first unit of the code itself
 * @param bodyEnd one past the last unit of the code itself
 * @param language as the fence says, or guessed
 */
public record Code(int turn, int start, int end, int bodyStart, int bodyEnd, Language language)
    implements Segment {
  public Code {
    if (start > bodyStart || bodyStart > bodyEnd || bodyEnd > end) {
      throw new IllegalArgumentException(
          "body " + bodyStart + "-" + bodyEnd + " is not inside " + start + "-" + end);
    }
  }
}
