package dev.assay.rule;

import dev.assay.internal.digest.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The version of a set of rules: SHA-256 over what they say. Each value is preceded by its length,
 * so that no two different rules give the same bytes.
 */
final class RuleDigest {
  private static final int BYTES = 8;
  private final MessageDigest sha = Hashes.sha256();

  static String of(List<Rule> sorted) {
    RuleDigest digest = new RuleDigest();
    sorted.forEach(digest::add);
    return HexFormat.of().formatHex(digest.sha.digest(), 0, BYTES);
  }

  private void add(Rule rule) {
    add(rule.id());
    add(rule.family().id());
    add(rule.severity().id());
    add(rule.confidence().id());
    add(rule.scope());
    add(rule.match());
    add(rule.verification());
    add(rule.message());
    add(rule.why());
    add(rule.fix());
    add(rule.references().cwe());
    add(rule.references().atlas());
    add(rule.references().owasp());
    add(rule.references().links());
    add(rule.aliases());
  }

  private void add(Scope scope) {
    add(scope.kind().name());
    add(scope.roles().stream().sorted().map(Enum::name).toList());
    add(scope.languages().stream().sorted().map(Enum::name).toList());
  }

  private void add(Verification verification) {
    add(verification.getClass().getSimpleName());
    if (verification instanceof Verification.Expression expression) {
      add(expression.regex());
      add(expression.unless());
      add(expression.unlessNear());
      add(Integer.toString(expression.within()));
    } else if (verification instanceof Verification.CodePattern pattern) {
      addTree(pattern.tree());
    } else if (verification instanceof Verification.Norm norm) {
      addTree(norm.tree());
    } else if (verification instanceof Verification.Check check) {
      add(check.name());
    }
  }

  private void addTree(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, inner) -> sorted.put(String.valueOf(key), inner));
      addCount('{', sorted.size());
      sorted.forEach(
          (key, inner) -> {
            add(key);
            addTree(inner);
          });
    } else if (value instanceof List<?> list) {
      addCount('[', list.size());
      list.forEach(this::addTree);
    } else {
      add(value == null ? null : value.toString());
    }
  }

  private void add(Collection<String> values) {
    addCount('[', values.size());
    values.forEach(this::add);
  }

  private void add(@Nullable String value) {
    if (value == null) {
      addCount('-', 0);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    addCount('s', bytes.length);
    sha.update(bytes);
  }

  private void addCount(char kind, int count) {
    sha.update(ByteBuffer.allocate(5).put((byte) kind).putInt(count).array());
  }
}
