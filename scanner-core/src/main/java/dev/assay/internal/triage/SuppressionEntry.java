package dev.assay.internal.triage;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.assay.triage.Suppression;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds an entry to the text of a file of suppressions, whose comments stay as they are. */
public final class SuppressionEntry {
  private static final Pattern DASH = Pattern.compile("(?m)^( *)- ");

  private SuppressionEntry() {}

  /**
   * The text with the entry at its end.
   *
   * @param before the file's text, or null where there is none yet
   */
  public static String added(@Nullable String before, Suppression entry) {
    if (before == null || before.isBlank()) {
      return "version: 1\nsuppressions:\n" + text(entry, "  ");
    }
    String indent = "  ";
    Matcher dash = DASH.matcher(before);
    while (dash.find()) {
      indent = dash.group(1);
    }
    String gap = before.endsWith("\n") ? "" : "\n";
    return before + gap + text(entry, indent);
  }

  /** The entry as it stands in a list. */
  public static String text(Suppression entry, String indent) {
    StringBuilder text = new StringBuilder();
    line(text, indent, "fingerprint", entry.fingerprint());
    line(text, indent, "rule", entry.rule());
    line(text, indent, "path", quoted(entry.path()));
    line(text, indent, "family", entry.family() == null ? null : entry.family().id());
    line(text, indent, "reason", quoted(entry.reason()));
    line(text, indent, "owner", quoted(entry.owner()));
    line(text, indent, "expires", entry.expires().toString());
    line(text, indent, "max", Long.toString(entry.max()));
    return text.toString();
  }

  private static void line(StringBuilder text, String indent, String key, @Nullable String value) {
    if (value != null) {
      String lead = text.isEmpty() ? indent + "- " : indent + "  ";
      text.append(lead).append(key).append(": ").append(value).append('\n');
    }
  }

  /** YAML reads JSON's strings. */
  private static @Nullable String quoted(@Nullable String value) {
    return value == null
        ? null
        : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
  }
}
