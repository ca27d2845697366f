package dev.assay.documents.tika;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.jspecify.annotations.Nullable;

/** Pages that show text which the parser cannot know: pictures of it, and fonts without meaning. */
final class PdfGaps {
  private static final int DEEPEST_FORM = 3;

  private PdfGaps() {}

  /**
   * Tells of each page that holds a picture and no text.
   *
   * @return what is wrong with the document as a whole, or null
   */
  static @Nullable String find(Path file, Metadata metadata, BiConsumer<String, String> gaps)
      throws IOException {
    int[] characters = metadata.getIntValues(PDF.CHARACTERS_PER_PAGE);
    int[] unmapped = metadata.getIntValues(PDF.UNMAPPED_UNICODE_CHARS_PER_PAGE);
    long known = 0;
    long unknown = 0;
    boolean empty = false;
    for (int i = 0; i < characters.length; i++) {
      known += characters[i];
      unknown += i < unmapped.length ? unmapped[i] : 0;
      empty |= characters[i] == 0;
    }
    if (empty) {
      pages(file, characters, gaps);
    }
    return 2 * unknown > known
        ? "shows characters whose meaning its fonts do not tell, more than half of all: run text"
            + " recognition (OCR) over it, such as ocrmypdf --force-ocr, and scan the result"
        : null;
  }

  private static void pages(Path file, int[] characters, BiConsumer<String, String> gaps)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      for (int i = 0; i < characters.length && i < document.getNumberOfPages(); i++) {
        PDResources resources = document.getPage(i).getResources();
        if (characters[i] == 0 && resources != null && hasPicture(resources, DEEPEST_FORM)) {
          gaps.accept(
              "page " + (i + 1),
              "is page "
                  + (i + 1)
                  + ", which holds a picture and no text: run text recognition (OCR) over the"
                  + " document, and scan the result");
        }
      }
    }
  }

  private static boolean hasPicture(PDResources resources, int depth) throws IOException {
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)) {
        return true;
      }
      PDXObject object = depth > 0 ? resources.getXObject(name) : null;
      if (object instanceof PDFormXObject form
          && form.getResources() != null
          && hasPicture(form.getResources(), depth - 1)) {
        return true;
      }
    }
    return false;
  }
}
