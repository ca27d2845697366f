package dev.assay.documents.tika;

import dev.assay.source.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * What lies inside a document: documents are parsed as it is, pictures and the like hold no text,
 * and of anything else it is said that it was not read.
 */
final class Attachments implements EmbeddedDocumentExtractor {
  private static final Set<String> NO_TEXT =
      Set.of(
          "png", "jpg", "jpeg", "jp2", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "webp",
          "ico", "css", "js", "ncx", "opf", "ttf", "otf", "woff", "woff2", "eot", "mp3", "mp4",
          "m4a", "wav", "ogg", "webm", "icc", "odttf", "smil", "rels");

  private final int depthLeft;
  private final Budget budget;
  private final BiConsumer<String, String> passages;
  private final BiConsumer<String, String> gaps;

  Attachments(
      int depthLeft,
      Budget budget,
      BiConsumer<String, String> passages,
      BiConsumer<String, String> gaps) {
    this.depthLeft = depthLeft;
    this.budget = budget;
    this.passages = passages;
    this.gaps = gaps;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return true;
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler outer, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    String name = name(metadata);
    String extension = extension(name);
    String media = String.valueOf(metadata.get(Metadata.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
    if (NO_TEXT.contains(extension) || isPicture(media)) {
      return;
    }
    DocumentType type = type(extension, media);
    if (type == null) {
      gap(name, "whose format is not read");
    } else if (depthLeft <= 1) {
      gap(name, "which lies deeper than documents.max-depth allows");
    } else {
      parse(stream, name, type, metadata);
    }
  }

  private void parse(InputStream stream, String name, DocumentType type, Metadata metadata)
      throws SAXException {
    TextHandler handler = new TextHandler(type, "attachment " + name + ", ", budget, passages);
    Attachments inside = new Attachments(depthLeft - 1, budget, passages, gaps);
    // Closed by whoever opened the attachment.
    TikaInputStream in = TikaInputStream.cast(stream);
    try {
      Parsers.parse(type, in == null ? stream : in, handler, metadata, inside);
    } catch (SAXException | IOException | TikaException | RuntimeException e) {
      if (!budget.isSpent()) {
        gap(name, "which cannot be parsed (" + Parsing.reason(rootMessage(e)) + ")");
      }
    } finally {
      handler.finish();
    }
    if (budget.isSpent()) {
      throw new SAXException("the limit of characters is reached");
    }
  }

  private void gap(String name, String why) {
    gaps.accept(
        "attachment " + name,
        "is the attachment " + name + ", " + why + ": save it as a file and name that");
  }

  private static String name(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    if (name == null || name.isBlank()) {
      return "without a name";
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.length() > 80 ? last.substring(0, 80) : last;
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isPicture(String media) {
    return media.startsWith("image/")
        || media.startsWith("audio/")
        || media.startsWith("video/")
        || media.startsWith("font/")
        || media.startsWith("text/css")
        || media.startsWith("application/font");
  }

  private static @Nullable DocumentType type(String extension, String media) {
    return switch (extension) {
      case "pdf" -> DocumentType.PDF;
      case "docx" -> DocumentType.DOCX;
      case "epub" -> DocumentType.EPUB;
      case "html", "htm", "xhtml" -> DocumentType.HTML;
      default ->
          media.startsWith("application/pdf")
              ? DocumentType.PDF
              : media.startsWith("text/html") || media.startsWith("application/xhtml")
                  ? DocumentType.HTML
                  : null;
    };
  }

  /** What the innermost cause says. */
  static String rootMessage(Throwable e) {
    Throwable root = e;
    for (int i = 0; i < 20 && root.getCause() != null; i++) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
