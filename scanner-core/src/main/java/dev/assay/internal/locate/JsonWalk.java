package dev.assay.internal.locate;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks through JSON that is known to be valid, without building anything. */
final class JsonWalk {
  private JsonWalk() {}

  /** The bytes of the value at a pointer, its quotes included, or null if there is none. */
  static @Nullable ByteSpan find(byte[] bytes, int start, int end, String pointer) {
    int at = skipBlank(bytes, start, end);
    int cut = 0;
    while (cut < pointer.length()) {
      if (pointer.charAt(cut) != '/' || at >= end) {
        return null;
      }
      int next = pointer.indexOf('/', cut + 1);
      next = next < 0 ? pointer.length() : next;
      String token = pointer.substring(cut + 1, next).replace("~1", "/").replace("~0", "~");
      at = bytes[at] == '{' ? member(bytes, at, end, token) : element(bytes, at, end, token);
      if (at < 0) {
        return null;
      }
      cut = next;
    }
    return at < end ? new ByteSpan(at, skipValue(bytes, at, end)) : null;
  }

  private static int member(byte[] bytes, int object, int end, String name) {
    int i = skipBlank(bytes, object + 1, end);
    while (i < end && bytes[i] == '"') {
      int close = skipString(bytes, i, end);
      boolean found = isNamed(bytes, i + 1, close - 1, name);
      i = skipBlank(bytes, skipBlank(bytes, close, end) + 1, end);
      if (found) {
        return i;
      }
      i = skipComma(bytes, skipValue(bytes, i, end), end);
    }
    return -1;
  }

  private static int element(byte[] bytes, int array, int end, String token) {
    if (bytes[array] != '['
        || token.isEmpty()
        || !token.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int index = Integer.parseInt(token);
    int i = skipBlank(bytes, array + 1, end);
    for (; index > 0 && i < end && bytes[i] != ']'; index--) {
      i = skipComma(bytes, skipValue(bytes, i, end), end);
    }
    return i < end && bytes[i] != ']' ? i : -1;
  }

  /** Where the first element of an array begins, or -1 if it has none. */
  static int firstElement(byte[] bytes, int array, int end) {
    int i = skipBlank(bytes, array + 1, end);
    return i < end && bytes[i] != ']' ? i : -1;
  }

  /** Where the element behind one that ends here begins, or -1 if that was the last. */
  static int nextElement(byte[] bytes, int close, int end) {
    int i = skipComma(bytes, close, end);
    return i < end && bytes[i] != ']' ? i : -1;
  }

  /** One past the last byte of the value that begins here. */
  static int endOf(byte[] bytes, int start, int end) {
    return skipValue(bytes, start, end);
  }

  private static boolean isNamed(byte[] bytes, int start, int end, String name) {
    return unescape(bytes, start, end).equals(name);
  }

  /** The text between the quotes of a JSON string. */
  static String unescape(byte[] bytes, int start, int end) {
    String raw = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      if (escape == 'u') {
        text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
        i += 4;
      } else {
        text.append(simple(escape));
      }
    }
    return text.toString();
  }

  private static char simple(char escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }

  private static int skipValue(byte[] bytes, int start, int end) {
    int depth = 0;
    int i = start;
    while (i < end) {
      byte b = bytes[i];
      if (b == '"') {
        i = skipString(bytes, i, end);
      } else if (b == '{' || b == '[') {
        depth++;
        i++;
      } else if (b == '}' || b == ']') {
        depth--;
        i++;
      } else if (depth > 0) {
        i++;
        continue;
      } else {
        return skipScalar(bytes, i, end);
      }
      if (depth == 0) {
        return i;
      }
    }
    return end;
  }

  private static int skipScalar(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && bytes[i] != ',' && bytes[i] != ']' && bytes[i] != '}' && !isBlank(bytes[i])) {
      i++;
    }
    return i;
  }

  private static int skipString(byte[] bytes, int start, int end) {
    int i = start + 1;
    while (i < end && bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, end);
  }

  private static int skipComma(byte[] bytes, int start, int end) {
    int i = skipBlank(bytes, start, end);
    return i < end && bytes[i] == ',' ? skipBlank(bytes, i + 1, end) : i;
  }

  private static int skipBlank(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && isBlank(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
