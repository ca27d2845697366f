package dev.assay.internal.report;

import dev.assay.report.ConsoleStyle;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Triggers without the scan around them. */
public final class TriggerList {
  private TriggerList() {}

  /** For a terminal. */
  public static String of(ConsoleStyle style, List<TriggerCluster> triggers) {
    ConsoleText text = new ConsoleText(style);
    if (triggers.isEmpty()) {
      return text.line("No trigger.").text();
    }
    text.heading("Triggers").blank();
    for (int i = 0; i < triggers.size(); i++) {
      TriggerText.entry(text, i + 1, triggers.get(i));
    }
    return text.text();
  }

  /** As in a summary. */
  public static void json(OutputStream out, List<TriggerCluster> triggers) throws IOException {
    try (Json json = Json.pretty(out)) {
      json.open();
      TriggerText.json(json, triggers);
      json.end();
      json.newline();
    }
  }
}
