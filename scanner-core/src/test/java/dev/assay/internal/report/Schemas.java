package dev.assay.internal.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds reports against their JSON schemas. */
final class Schemas {
  static final Path SUMMARY = Path.of("../docs/reference/summary.schema.json");
  static final Path RECORDS = Path.of("../docs/reference/records.schema.json");
  static final Path BASELINE = Path.of("../docs/reference/baseline.schema.json");
  static final Path SARIF =
      Path.of("src/test/resources/dev/assay/internal/report/sarif-2.1.0.json");

  private Schemas() {}

  /** What is wrong with the report; empty if nothing is. */
  static List<String> violations(Path schema, String json) throws IOException {
    return load(schema).validate(json, InputFormat.JSON).stream()
        .map(message -> message.getMessage())
        .toList();
  }

  private static JsonSchema load(Path schema) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(schema));
  }
}
