package dev.assay.internal.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rules without their examples. The same rules give the same bytes. */
public final class PackedWriter {
  /** Version of the packed form; a reader takes no other. */
  static final int FORMAT = 2;

  private final JsonGenerator json;

  private PackedWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes all rules, one a line, and leaves the stream open. */
  public static void write(RuleSet rules, OutputStream out) throws IOException {
    JsonFactory factory =
        new JsonFactoryBuilder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeStringField("version", rules.version());
      json.writeArrayFieldStart("rules");
      PackedWriter writer = new PackedWriter(json);
      for (Rule rule : rules.rules()) {
        json.writeRaw('\n');
        writer.write(rule);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void write(Rule rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    json.writeStringField("family", rule.family().id());
    json.writeStringField("severity", rule.severity().name());
    json.writeStringField("confidence", rule.confidence().name());
    write(rule.scope());
    if (rule.match() != null) {
      json.writeStringField("match", rule.match());
    }
    write(rule.verification());
    json.writeStringField("message", rule.message());
    json.writeStringField("why", rule.why());
    json.writeStringField("fix", rule.fix());
    list("cwe", rule.references().cwe());
    list("atlas", rule.references().atlas());
    list("owasp", rule.references().owasp());
    list("references", rule.references().links());
    list("aliases", rule.aliases());
    json.writeEndObject();
  }

  private void write(Scope scope) throws IOException {
    json.writeStringField("segment", scope.kind().name());
    list("role", scope.roles().stream().sorted().map(Enum::name).toList());
    list("languages", scope.languages().stream().sorted().map(Enum::name).toList());
  }

  private void write(Verification verification) throws IOException {
    if (verification instanceof Verification.Expression expression) {
      json.writeStringField("regex", expression.regex());
      list("unless", expression.unless());
      list("unless-near", expression.unlessNear());
      if (expression.within() > 0) {
        json.writeNumberField("within", expression.within());
      }
      list("anchors", expression.anchors());
    } else if (verification instanceof Verification.CodePattern pattern) {
      json.writeFieldName("code");
      tree(pattern.tree());
      list("anchors", pattern.anchors());
    } else if (verification instanceof Verification.Norm norm) {
      json.writeFieldName("norm");
      tree(norm.tree());
    } else if (verification instanceof Verification.Check check) {
      json.writeStringField("check", check.name());
    }
  }

  private void tree(@Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        tree(entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        tree(item);
      }
      json.writeEndArray();
    } else {
      json.writePOJO(value);
    }
  }

  private void list(String key, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(key);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }
}
