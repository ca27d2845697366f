package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.RecordHash;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameRecordTest {
  private static Map<String, String> formats() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "a.jsonl",
        "{\"instruction\":\"Say \\u00fc\",\"input\":\"\",\"output\":\"\\\"\u00fc\\\"\\n, ok\"}\n");
    files.put(
        "b.jsonl",
        "{\"output\":\"\\u0022\\u00fc\\\"\\n, ok\",\"prompt\":\"Say \u00fc\",\"id\":3}\n");
    files.put(
        "c.json",
        "[\n {\"messages\": [{\"role\": \"user\", \"content\": \"Say \u00fc\"},\n"
            + "  {\"role\": \"assistant\", \"content\": [{\"type\": \"text\", \"text\": \"\\\"\u00fc\\\"\\n, ok\"}]}]}\n]");
    files.put("d.csv", "question,answer\nSay \u00fc,\"\"\"\u00fc\"\"\n, ok\"\n");
    files.put("e.tsv", "id\tprompt\tcompletion\n1\tSay \u00fc\t\"\"\"\u00fc\"\"\n, ok\"\n");
    files.put(
        "f.json",
        "{\"rows\":[{\"conversations\":[{\"from\":\"human\",\"value\":\"Say \u00fc\"},"
            + "{\"from\":\"gpt\",\"value\":\"\\\"\u00fc\\\"\\n, ok\"}]}]}");
    return files;
  }

  @Test
  void hasTheSameHashInEveryFormatSchemaEncodingAndCompression() {
    RecordHash hash = new RecordHash();
    String expected = hash.of(Reading.of("a.jsonl", formats().get("a.jsonl")).records().get(0));

    formats()
        .forEach(
            (name, text) -> {
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              assertThat(hash.of(Reading.of(name, bytes).records().get(0)))
                  .as(name)
                  .isEqualTo(expected);
              byte[] utf16 = text.getBytes(StandardCharsets.UTF_16);
              assertThat(hash.of(Reading.of(name, utf16).records().get(0)))
                  .as(name)
                  .isEqualTo(expected);
              for (Compressed compressed : Compressed.values()) {
                String compressedName = name + "." + compressed.name().toLowerCase(Locale.ROOT);
                assertThat(
                        hash.of(Reading.of(compressedName, compressed.of(bytes)).records().get(0)))
                    .as(compressedName)
                    .isEqualTo(expected);
              }
            });
  }
}
