package dev.assay.internal.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.estimate.InvalidCalibrationException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A JSON object under inspection: knows where it stands, so that messages can say.
 *
 * @param file name for messages
 * @param path of this object in the file, empty for the root
 * @param node the object
 */
record Fields(String file, String path, JsonNode node) {
  static final String NEXT_STEP = "Correct it, or measure again with: assay calibrate";

  /** Fails unless this is an object with no other keys than these. */
  Fields requireOnly(Set<String> keys) throws InvalidCalibrationException {
    requireObject();
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!keys.contains(name)) {
        throw problem(
            "unknown key '"
                + name
                + "'; known are "
                + String.join(", ", keys.stream().sorted().toList()));
      }
    }
    return this;
  }

  String text(String key) throws InvalidCalibrationException {
    JsonNode value = require(key);
    if (!value.isTextual()) {
      throw at(key).problem("must be text, but is " + value);
    }
    return value.textValue();
  }

  long count(String key) throws InvalidCalibrationException {
    JsonNode value = require(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw at(key).problem("must be a whole number, 0 or more, but is " + value);
    }
    return value.longValue();
  }

  /** The objects of a list. */
  Iterable<Fields> list(String key) throws InvalidCalibrationException {
    JsonNode value = require(key);
    if (!value.isArray()) {
      throw at(key).problem("must be a list, but is " + value.getNodeType());
    }
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < value.size();
          }

          @Override
          public Fields next() {
            int index = next++;
            return new Fields(file, at(key).path + "[" + index + "]", value.get(index));
          }
        };
  }

  /** The object under a key. */
  Fields object(String key) throws InvalidCalibrationException {
    require(key);
    return at(key).requireObject();
  }

  Set<String> keys() {
    return node.properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  boolean has(String key) {
    return node.has(key);
  }

  InvalidCalibrationException problem(String what) {
    String where = path.isEmpty() ? "" : ", " + path;
    return new InvalidCalibrationException(file + where + ": " + what + ". " + NEXT_STEP);
  }

  private Fields requireObject() throws InvalidCalibrationException {
    if (!node.isObject()) {
      throw problem("must be an object, but is " + node.getNodeType());
    }
    return this;
  }

  private JsonNode require(String key) throws InvalidCalibrationException {
    JsonNode value = node.get(key);
    if (value == null) {
      throw problem("'" + key + "' is missing");
    }
    return value;
  }

  private Fields at(String key) {
    return new Fields(file, path.isEmpty() ? key : path + "." + key, node.path(key));
  }
}
