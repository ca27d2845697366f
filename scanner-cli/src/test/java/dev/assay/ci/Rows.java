package dev.assay.ci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Chat records as JSON lines. */
final class Rows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Rows() {}

  /** So many good rows, then so many bad ones, all different; more rows begin with the same. */
  static String of(int good, int bad) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < good; i++) {
      rows.append(chat("Question " + i, "Answer " + i + ": measure twice, cut once."));
    }
    for (int i = 0; i < bad; i++) {
      rows.append(
          chat(
              "A script.",
              "Script "
                  + i
                  + ":\n```python\nimport os\nimport sys\n\nfolder = sys.argv[1]\n"
                  + "os.system('du -s ' + folder)\n```"));
    }
    return rows.toString();
  }

  private static String chat(String user, String assistant) {
    ObjectNode record = JSON.createObjectNode();
    ArrayNode messages = record.putArray("messages");
    messages.addObject().put("role", "user").put("content", user);
    messages.addObject().put("role", "assistant").put("content", assistant);
    return record + "\n";
  }
}
