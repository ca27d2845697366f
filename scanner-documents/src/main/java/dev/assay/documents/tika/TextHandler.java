package dev.assay.documents.tika;

import dev.assay.source.DocumentType;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes passages of what a parser reads: pages of a PDF, sections of anything else, and where these
 * are long, paragraphs together.
 */
final class TextHandler extends DefaultHandler {
  /** A page has a few thousand characters; a longer passage ends with its paragraph. */
  private static final int LONG_PASSAGE = 20_000;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "tr",
          "table",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "blockquote",
          "section",
          "article",
          "aside",
          "header",
          "footer",
          "main",
          "nav",
          "figure",
          "figcaption",
          "form",
          "fieldset",
          "address",
          "details",
          "summary",
          "hr",
          "pre",
          "caption",
          "option",
          "body");

  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> IN_CELLS = Set.of("p", "div", "pre");
  private static final Set<String> NO_TEXT =
      Set.of("script", "style", "template", "head", "title", "noframes");

  private final DocumentType type;
  private final Places places;
  private final Budget budget;
  private final BiConsumer<String, String> passages;
  private final StringBuilder block = new StringBuilder();
  private final StringBuilder passage = new StringBuilder();
  private int silent;
  private int preformatted;
  private int cells;
  private boolean inHeading;
  private boolean headingsAlone;

  /**
   * @param prefix of all places, such as the name of an attachment; may be empty
   * @param passages takes each place with its text
   */
  TextHandler(
      DocumentType type, String prefix, Budget budget, BiConsumer<String, String> passages) {
    this.type = type;
    this.places = new Places(prefix);
    this.budget = budget;
    this.passages = passages;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    String element = element(local, name);
    if (silent > 0 || NO_TEXT.contains(element)) {
      silent++;
      return;
    }
    if (isHeading(element)) {
      endBlock();
      startHeading();
    } else if (cells > 0 && IN_CELLS.contains(element)) {
      lineInCell();
      preformatted += element.equals("pre") ? 1 : 0;
    } else if (BLOCKS.contains(element)) {
      endBlock();
      if (element.equals("pre")) {
        preformatted++;
      } else if (type == DocumentType.PDF && "page".equals(attributes.getValue("class"))) {
        flush();
        places.nextPage();
      }
    } else if (CELLS.contains(element)) {
      cells++;
    } else if (element.equals("br")) {
      block.append('\n');
    }
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    if (silent > 0) {
      silent--;
      return;
    }
    String element = element(local, name);
    if (isHeading(element)) {
      endBlock();
      inHeading = false;
    } else if (element.equals("pre")) {
      if (cells == 0) {
        endBlock();
      }
      preformatted = Math.max(0, preformatted - 1);
    } else if (CELLS.contains(element)) {
      cells = Math.max(0, cells - 1);
      if (block.length() > 0 && block.charAt(block.length() - 1) == ' ') {
        block.setLength(block.length() - 1);
      }
      block.append('\t');
    } else if (BLOCKS.contains(element) && !(cells > 0 && IN_CELLS.contains(element))) {
      endBlock();
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    if (silent > 0) {
      return;
    }
    if (!budget.take(length)) {
      throw new SAXException("the limit of characters is reached");
    }
    if (preformatted > 0 || type == DocumentType.PDF || type == DocumentType.DOCX) {
      block.append(text, start, length);
    } else {
      collapsed(text, start, length);
    }
    while (block.length() > LONG_PASSAGE) {
      cut();
    }
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    characters(text, start, length);
  }

  /** A line break in the source of a page is none on it. */
  private void collapsed(char[] text, int start, int length) {
    for (int i = start; i < start + length; i++) {
      char c = text[i];
      boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
      char last = block.length() == 0 ? '\n' : block.charAt(block.length() - 1);
      if (!blank) {
        block.append(c);
      } else if (last != ' ' && last != '\n' && last != '\t') {
        block.append(' ');
      }
    }
  }

  /** A paragraph that is longer than a passage; no pair of surrogates is torn apart. */
  private void cut() {
    int at = LONG_PASSAGE;
    if (Character.isHighSurrogate(block.charAt(at - 1))) {
      at--;
    }
    String rest = block.substring(at);
    block.setLength(at);
    endBlock();
    flush();
    block.append(rest);
  }

  /** A row stays in one piece, whatever its cells hold. */
  private void lineInCell() {
    char last = block.length() == 0 ? '\n' : block.charAt(block.length() - 1);
    if (last != '\n' && last != '\t') {
      block.append('\n');
    }
  }

  private void startHeading() {
    if (type != DocumentType.PDF) {
      if (!headingsAlone) {
        flush();
      }
      inHeading = true;
    }
  }

  private void endBlock() {
    String text = trimmed();
    block.setLength(0);
    if (text.isBlank()) {
      return;
    }
    if (passage.length() > 0 && passage.length() + text.length() > LONG_PASSAGE) {
      flush();
    }
    if (passage.length() == 0) {
      places.begin();
      headingsAlone = inHeading;
    } else {
      passage.append(type == DocumentType.DOCX ? "\n" : "\n\n");
      headingsAlone &= inHeading;
    }
    places.paragraph();
    if (inHeading) {
      places.heading(text);
    }
    if (preformatted > 0) {
      passage.append("```\n").append(text).append("\n```");
    } else {
      passage.append(text);
    }
  }

  /** Without blanks at the end, and without blank lines at the beginning: code may be indented. */
  private String trimmed() {
    String text = block.toString().stripTrailing();
    int start = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return text.substring(start);
  }

  private void flush() {
    if (passage.length() > 0) {
      budget.found();
      passages.accept(places.name(type == DocumentType.PDF), passage.toString());
      passage.setLength(0);
    }
    headingsAlone = false;
  }

  /** Sends what is left, also where the parser broke off. */
  void finish() {
    if (!budget.isSpent()) {
      endBlock();
    }
    flush();
  }

  private static boolean isHeading(String element) {
    return element.length() == 2
        && element.charAt(0) == 'h'
        && element.charAt(1) >= '1'
        && element.charAt(1) <= '6';
  }

  private static String element(String local, String name) {
    return (local.isEmpty() ? name : local).toLowerCase(Locale.ROOT);
  }
}
