package dev.assay.internal.source;

import dev.assay.source.DocumentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names are those of documents, and how such documents are read. */
public final class DocumentNames {
  private static final Map<String, DocumentType> PARSED =
      Map.of(
          ".pdf", DocumentType.PDF,
          ".docx", DocumentType.DOCX,
          ".html", DocumentType.HTML,
          ".htm", DocumentType.HTML,
          ".epub", DocumentType.EPUB);

  private static final Set<String> MARKDOWN = Set.of(".md", ".markdown");
  private static final Set<String> PLAIN = Set.of(".txt", ".rst");
  private static final String NOTEBOOK = ".ipynb";

  private static final Set<String> CODE =
      Set.copyOf(
          List.of(
              ".bash", ".c", ".cc", ".cjs", ".cpp", ".cs", ".cxx", ".go", ".h", ".hpp", ".java",
              ".jl", ".js", ".jsx", ".kt", ".lua", ".mjs", ".php", ".pl", ".ps1", ".py", ".pyi",
              ".r", ".rb", ".rs", ".scala", ".sh", ".sql", ".swift", ".ts", ".tsx"));

  private DocumentNames() {}

  /** Documents whose text stands in the file as it is. */
  public enum TextKind {
    MARKDOWN,
    PLAIN,
    CODE,
    NOTEBOOK
  }

  /** Whether a file of this name is a document. */
  public static boolean isDocument(String name) {
    return typeOf(name) != null || textKindOf(name) != null;
  }

  /** What parses a file of this name; null if nothing needs to. */
  public static @Nullable DocumentType typeOf(String name) {
    return PARSED.get(DatasetNames.format(name));
  }

  /** How the text in a file of this name is cut; null if it is no such document. */
  public static @Nullable TextKind textKindOf(String name) {
    String extension = DatasetNames.format(name);
    if (MARKDOWN.contains(extension)) {
      return TextKind.MARKDOWN;
    }
    if (PLAIN.contains(extension)) {
      return TextKind.PLAIN;
    }
    if (CODE.contains(extension)) {
      return TextKind.CODE;
    }
    return extension.equals(NOTEBOOK) ? TextKind.NOTEBOOK : null;
  }
}
