package dev.assay.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTString;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** Makes real documents. */
final class TestDocuments {
  private TestDocuments() {}

  /** A PDF; a page of no lines has a picture instead. */
  static byte[] pdf(List<List<String>> pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          if (lines.isEmpty()) {
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            content.drawImage(LosslessFactory.createFromImage(document, image), 50, 50);
          } else {
            write(content, lines);
          }
        }
      }
      return bytes(document);
    }
  }

  private static void write(PDPageContentStream content, List<String> lines) throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
    content.setLeading(14);
    content.newLineAtOffset(50, 700);
    for (String line : lines) {
      content.showText(line);
      content.newLine();
    }
    content.endText();
  }

  /** A PDF with files attached. */
  static byte[] pdfWith(Map<String, byte[]> attachments) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(List.of(List.of("outer page"))))) {
      Map<String, PDComplexFileSpecification> files = new TreeMap<>();
      for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(attachment.getKey());
        file.setEmbeddedFile(
            new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.getValue())));
        files.put(attachment.getKey(), file);
      }
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(files);
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      return bytes(document);
    }
  }

  static byte[] encryptedPdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return bytes(document);
    }
  }

  /** A PDF of a few kilobytes whose page unpacks to many megabytes. */
  static byte[] bombPdf(int megabytes) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDStream stream = new PDStream(document);
      byte[] blank = "(".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        for (int i = 0; i < megabytes; i++) {
          out.write(blank);
        }
      }
      page.setContents(stream);
      return bytes(document);
    }
  }

  /** A PDF of a few kilobytes whose page draws 30 to the power of 12 forms. */
  static byte[] endlessPdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFormXObject inner = form(document, "BT /F0 9 Tf (x) Tj ET\n", null);
      for (int level = 0; level < 12; level++) {
        inner = form(document, "/X Do\n".repeat(30), inner);
      }
      PDPage page = new PDPage();
      page.setResources(resources(inner));
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream()) {
        out.write("/X Do\n".getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      document.addPage(page);
      return bytes(document);
    }
  }

  private static PDFormXObject form(
      PDDocument document, String content, @Nullable PDFormXObject inner) throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(new PDRectangle(100, 100));
    form.setResources(resources(inner));
    try (OutputStream out = form.getContentStream().createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  private static PDResources resources(@Nullable PDFormXObject inner) {
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("F0"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
    if (inner != null) {
      resources.put(COSName.getPDFName("X"), inner);
    }
    return resources;
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /** A Word file; what begins with {@code #} is a heading. */
  static byte[] docx(List<String> paragraphs) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId("Heading1");
      CTString name = CTString.Factory.newInstance();
      name.setVal("heading 1");
      style.setName(name);
      document.createStyles().addStyle(new XWPFStyle(style));
      for (String text : paragraphs) {
        XWPFParagraph paragraph = document.createParagraph();
        if (text.startsWith("# ")) {
          paragraph.setStyle("Heading1");
        }
        paragraph.createRun().setText(text.startsWith("# ") ? text.substring(2) : text);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    }
  }

  static byte[] encryptedDocx() throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(files)) {
        out.write(docx(List.of("hidden")));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  /** The same Word file with its main part put in another's place. */
  static byte[] docxWithBody(String documentXml) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx(List.of("x"))))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    entries.put("word/document.xml", documentXml.getBytes(StandardCharsets.UTF_8));
    return zip(entries);
  }

  /** A book of chapters, each the body of a page. */
  static byte[] epub(List<String> chapters) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    put(entries, "mimetype", "application/epub+zip");
    put(
        entries,
        "META-INF/container.xml",
        """
        <?xml version="1.0"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>
        """);
    StringBuilder manifest = new StringBuilder();
    StringBuilder spine = new StringBuilder();
    for (int i = 0; i < chapters.size(); i++) {
      manifest.append(
          "<item id='c%d' href='c%d.xhtml' media-type='application/xhtml+xml'/>".formatted(i, i));
      spine.append("<itemref idref='c%d'/>".formatted(i));
      put(entries, "c" + i + ".xhtml", chapters.get(i));
    }
    put(
        entries,
        "content.opf",
        """
        <?xml version="1.0"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="2.0">
          <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title></metadata>
          <manifest>%s</manifest><spine>%s</spine>
        </package>
        """
            .formatted(manifest, spine));
    return zip(entries);
  }

  static String chapter(String body) {
    return "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/>"
        + "<script type=\"text/javascript\"/></head><body>"
        + body
        + "</body></html>";
  }

  private static void put(Map<String, byte[]> entries, String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
