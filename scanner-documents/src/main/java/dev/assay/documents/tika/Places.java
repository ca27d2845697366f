package dev.assay.documents.tika;

/** Where in a document a passage is, in words. */
final class Places {
  private static final int LONGEST_HEADING = 60;

  private final String prefix;
  private String heading = "";
  private int page;
  private int part;
  private int paragraph;
  private int first;

  Places(String prefix) {
    this.prefix = prefix;
  }

  void nextPage() {
    page++;
    part = 0;
  }

  /** A passage begins with the next paragraph. */
  void begin() {
    first = paragraph + 1;
  }

  void paragraph() {
    paragraph++;
  }

  void heading(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    heading =
        line.codePointCount(0, line.length()) > LONGEST_HEADING
            ? line.substring(0, line.offsetByCodePoints(0, LONGEST_HEADING)) + "..."
            : line;
  }

  /** The place of the passage that ends here. */
  String name(boolean pages) {
    String name = prefix;
    if (pages && page > 0) {
      part++;
      name += "page " + page + (part > 1 ? ", part " + part : "");
    } else {
      name += heading.isEmpty() ? "" : "section " + heading + ", ";
      name += first == paragraph ? "paragraph " + first : "paragraphs " + first + "-" + paragraph;
    }
    return name;
  }
}
