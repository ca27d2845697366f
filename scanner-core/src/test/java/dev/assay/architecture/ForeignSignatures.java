package dev.assay.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;

/** Third-party types wherever a signature can have one. */
public final class ForeignSignatures {
  public static final Pattern[] FIELD = {};

  private ForeignSignatures() {}

  public static int method(Map<String, List<JsonNode>> nodes) {
    return nodes.size();
  }

  public static void thrower() throws JsonProcessingException {}

  static void hidden(JsonNode node) {}

  /** A record whose component is a third-party type. */
  public record Component(List<? extends JsonNode> nodes) {}

  /** A class whose parent is a third-party type. */
  public static class Child extends SimpleModule {
    private static final long serialVersionUID = 1;
  }
}
