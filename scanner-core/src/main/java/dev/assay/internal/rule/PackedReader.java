package dev.assay.internal.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.record.Role;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.segment.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackedWriter} wrote. The rules were checked when they were packed. */
public final class PackedReader {
  private static final int MAX_DEPTH = 100;

  private PackedReader() {}

  /**
   * The packed rules.
   *
   * @throws IOException if the stream holds anything else, or fails
   */
  public static RuleSet read(InputStream in) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(in)) {
      List<Rule> rules = new ArrayList<>();
      require(json.nextToken() == JsonToken.START_OBJECT);
      require("format".equals(json.nextFieldName()));
      require(json.nextIntValue(-1) == PackedWriter.FORMAT);
      require("version".equals(json.nextFieldName()));
      String version = json.nextTextValue();
      require(version != null);
      require("rules".equals(json.nextFieldName()));
      require(json.nextToken() == JsonToken.START_ARRAY);
      while (json.nextToken() == JsonToken.START_OBJECT) {
        rules.add(rule(json));
      }
      require(json.currentToken() == JsonToken.END_ARRAY);
      return RuleSet.of(rules, Objects.requireNonNull(version));
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      throw new IOException(notPacked(), e);
    }
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException(notPacked());
    }
  }

  private static String notPacked() {
    return "these are not packed rules of format " + PackedWriter.FORMAT + "; pack them again";
  }

  private static Rule rule(JsonParser json) throws IOException {
    Map<String, @Nullable Object> values = map(json, 0);
    return new Rule(
        text(values, "id"),
        Objects.requireNonNull(Family.named(text(values, "family"))),
        Severity.valueOf(text(values, "severity")),
        Confidence.valueOf(text(values, "confidence")),
        scope(values),
        (String) values.get("match"),
        verification(values),
        text(values, "message"),
        text(values, "why"),
        text(values, "fix"),
        new Rule.References(
            list(values, "cwe"),
            list(values, "atlas"),
            list(values, "owasp"),
            list(values, "references")),
        list(values, "aliases"));
  }

  private static Scope scope(Map<String, @Nullable Object> values) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    list(values, "role").forEach(name -> roles.add(Role.valueOf(name)));
    EnumSet<Language> languages = EnumSet.noneOf(Language.class);
    list(values, "languages").forEach(name -> languages.add(Language.valueOf(name)));
    return new Scope(Scope.Kind.valueOf(text(values, "segment")), roles, languages);
  }

  @SuppressWarnings("unchecked")
  private static Verification verification(Map<String, @Nullable Object> values) {
    if (values.get("regex") instanceof String regex) {
      int within = values.get("within") instanceof Integer n ? n : 0;
      return new Verification.Expression(
          regex,
          list(values, "unless"),
          list(values, "unless-near"),
          within,
          list(values, "anchors"));
    }
    if (values.get("code") instanceof Map<?, ?> tree) {
      return new Verification.CodePattern((Map<String, Object>) tree, list(values, "anchors"));
    }
    if (values.get("norm") instanceof Map<?, ?> tree) {
      return new Verification.Norm((Map<String, Object>) tree);
    }
    if (values.get("check") instanceof String name) {
      return new Verification.Check(name);
    }
    return new Verification.QueryOnly();
  }

  private static String text(Map<String, @Nullable Object> values, String key) {
    return (String) Objects.requireNonNull(values.get(key), key);
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Map<String, @Nullable Object> values, String key) {
    Object list = values.get(key);
    return list == null ? List.of() : (List<String>) list;
  }

  private static Map<String, @Nullable Object> map(JsonParser json, int depth) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      map.put(key, value(json, depth + 1));
    }
    return depth == 0 ? new HashMap<>(map) : Collections.unmodifiableMap(map);
  }

  private static @Nullable Object value(JsonParser json, int depth) throws IOException {
    require(depth < MAX_DEPTH);
    return switch (json.currentToken()) {
      case START_OBJECT -> map(json, depth);
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json, depth + 1));
        }
        yield Collections.unmodifiableList(list);
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_STRING -> json.getText();
      default -> throw new IOException(notPacked());
    };
  }
}
