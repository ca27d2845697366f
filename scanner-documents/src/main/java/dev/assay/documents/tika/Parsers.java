package dev.assay.documents.tika;

import dev.assay.documents.wire.Job;
import dev.assay.source.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika's parsers, named one by one: none that runs another program is ever found, whatever lies on
 * the class path.
 */
final class Parsers {
  /** How files of the older Office begin, and those of today's that are encrypted. */
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private static final long PDF_MEMORY = 64L << 20;

  private Parsers() {}

  static void parse(
      DocumentType type,
      InputStream in,
      ContentHandler handler,
      Metadata metadata,
      EmbeddedDocumentExtractor attachments)
      throws SAXException, IOException, TikaException {
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, attachments);
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    context.set(PDFParserConfig.class, pdf());
    context.set(OfficeParserConfig.class, office());
    parser(type).parse(in, handler, metadata, context);
  }

  private static Parser parser(DocumentType type) {
    return switch (type) {
      case PDF -> new PDFParser();
      case DOCX -> new OOXMLParser();
      case HTML -> new JSoupParser();
      case EPUB -> new EpubParser();
    };
  }

  private static PDFParserConfig pdf() {
    PDFParserConfig config = new PDFParserConfig();
    config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    config.setExtractInlineImages(false);
    // They only repeat what stands on the pages.
    config.setExtractBookmarksText(false);
    config.setMaxMainMemoryBytes(PDF_MEMORY);
    return config;
  }

  private static OfficeParserConfig office() {
    OfficeParserConfig config = new OfficeParserConfig();
    // Streams through the document instead of building all of it.
    config.setUseSAXDocxExtractor(true);
    config.setExtractMacros(false);
    return config;
  }

  static boolean isEncryptedOrOld(Job job) {
    if (job.type() != DocumentType.DOCX) {
      return false;
    }
    try (InputStream in = Files.newInputStream(job.file())) {
      return Arrays.equals(in.readNBytes(OLE.length), OLE);
    } catch (IOException e) {
      return false;
    }
  }
}
