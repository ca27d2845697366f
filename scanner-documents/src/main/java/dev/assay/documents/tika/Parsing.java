package dev.assay.documents.tika;

import dev.assay.documents.wire.Answer;
import dev.assay.documents.wire.Answer.Kind;
import dev.assay.documents.wire.Job;
import dev.assay.source.DocumentType;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** One job. */
final class Parsing {
  private static final int LONGEST_REASON = 120;

  private final Job job;
  private final DataOutputStream out;
  private final Budget budget;

  Parsing(Job job, DataOutputStream out) {
    this.job = job;
    this.out = out;
    this.budget = new Budget(job.maxCharacters());
  }

  /**
   * Parses the document and answers.
   *
   * @throws IOException if the answers cannot be sent
   */
  void run() throws IOException {
    Metadata metadata = new Metadata();
    TextHandler handler = new TextHandler(job.type(), "", budget, this::passage);
    @Nullable String failure = null;
    try {
      parse(job.file(), job.type(), handler, metadata);
    } catch (SAXException | IOException | TikaException | RuntimeException e) {
      failure = why(e);
    } catch (StackOverflowError e) {
      failure = "is nested too deep to be parsed";
    } catch (LinkageError e) {
      failure = "uses what this parser lacks (" + e.getMessage() + ")";
    }
    if (failure == null) {
      failure = afterwards(metadata);
    }
    Kind last = failure == null ? Kind.END : Kind.FAILURE;
    new Answer(last, "", failure == null ? "" : failure).write(out);
  }

  private void parse(Path file, DocumentType type, TextHandler handler, Metadata metadata)
      throws SAXException, IOException, TikaException {
    Attachments attachments = new Attachments(job.maxDepth(), budget, this::passage, this::gap);
    try (TikaInputStream in = TikaInputStream.get(file)) {
      Parsers.parse(type, in, handler, metadata, attachments);
    } finally {
      handler.finish();
    }
  }

  /** What is missing although nothing failed. */
  private @Nullable String afterwards(Metadata metadata) throws IOException {
    if (budget.isSpent()) {
      return tooLong();
    }
    boolean pdf = job.type() == DocumentType.PDF;
    if (!budget.anything()) {
      return pdf
          ? "holds no text, only pictures of it perhaps: run text recognition (OCR) over it, such as"
              + " ocrmypdf, and scan the result"
          : "holds no text";
    }
    for (String warning : metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_WARNING)) {
      gap("", "is a part of the document that cannot be parsed (" + reason(warning) + ")");
    }
    return pdf ? PdfGaps.find(job.file(), metadata, this::gap) : null;
  }

  private String why(Exception e) {
    if (budget.isSpent()) {
      return tooLong();
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EncryptedDocumentException) {
        return "is encrypted: save it without a password, and scan that";
      }
    }
    return Parsers.isEncryptedOrOld(job)
        ? "is an older Word file or an encrypted one, whatever its name: save it as .docx without a"
            + " password, and scan that"
        : "cannot be parsed as "
            + job.type()
            + ": it is damaged, or something else ("
            + reason(Attachments.rootMessage(e))
            + ")";
  }

  private String tooLong() {
    return "holds more than "
        + job.maxCharacters()
        + " characters, and the rest was not read; documents.max-characters sets the limit";
  }

  static String reason(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "..." : line;
  }

  private void passage(String place, String text) {
    send(new Answer(Kind.PASSAGE, place, text));
  }

  private void gap(String place, String text) {
    send(new Answer(Kind.GAP, place, text));
  }

  private void send(Answer answer) {
    try {
      answer.write(out);
    } catch (IOException e) {
      // Whoever wanted the answer is gone.
      Runtime.getRuntime().halt(0);
    }
  }
}
