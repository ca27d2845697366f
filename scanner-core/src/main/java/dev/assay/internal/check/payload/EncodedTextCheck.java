package dev.assay.internal.check.payload;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.check.turn.CharFacts;
import dev.assay.internal.check.turn.Check;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import dev.assay.internal.regex.RegexFilter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Base64, hexadecimal and escaped text that decodes to instructions: a payload that word filters
 * cannot read. At most {@value #MOST_TOKENS} tokens of a turn are decoded, {@value #MOST_CHARS}
 * characters of each, {@value #MOST_LEVELS} levels deep; the place is that of the outer text.
 */
public final class EncodedTextCheck implements Check {
  static final String BASE64 = "hidden-text-base64-instruction";
  static final String HEX = "hidden-text-hex-instruction";

  static final String ESCAPED = "hidden-text-escaped-instruction";

  /** A run of escapes: nobody needs so many for letters. */
  private static final String RUNS =
      "(?i)(?:%[0-9a-f]{2}){12,}|(?:&#(?:\\d{2,3}|x[0-9a-f]{2});){12,}|(?:\\\\x[0-9a-f]{2}){12,}|(?:\\\\u00[0-9a-f]{2}){12,}";

  private static final Pattern ESCAPES = Pattern.compile(RUNS);

  /** Code is full of single escapes: most of it has no run. */
  private static final RegexFilter ANY_RUN = RegexFilter.of(RUNS);

  private static final Pattern ESCAPE =
      Pattern.compile("(?i)&#(?P<ten>\\d+);|(?:%|&#x|\\\\x|\\\\u00)(?P<sixteen>[0-9a-f]{2});?");

  private static final int MOST_LEVELS = 3;
  private static final int LEAST = 32;
  private static final int MOST_TOKENS = 64;
  private static final int MOST_CHARS = 8192;

  /** What a hidden order to a model or a shell holds; harmless payloads hold none of it. */
  private static final List<String> ORDERS =
      List.of(
          "ignore all",
          "ignore previous",
          "ignore the above",
          "ignore your",
          "disregard",
          "your instructions",
          "system prompt",
          "you are now",
          "you must",
          "do not tell",
          "don't tell",
          "without telling",
          "do not mention",
          "jailbreak",
          "act as ",
          "pretend to be",
          "from now on",
          "respond only",
          "always answer",
          "always respond",
          "give this answer",
          "highest score",
          "full marks",
          "| sh",
          "| bash",
          "|sh",
          "|bash",
          "rm -rf",
          "curl http",
          "wget http",
          "powershell",
          "eval(",
          "exec(",
          "os.system",
          "subprocess",
          "how to make a bomb",
          "child_process");

  @Override
  public Set<String> names() {
    return Set.of(BASE64, HEX, ESCAPED);
  }

  @Override
  public boolean concerns(TurnView turn) {
    CharFacts facts = turn.facts();
    return facts.longestToken() >= LEAST
        || facts.has(CharFacts.PERCENT)
        || facts.has(CharFacts.HASH)
        || facts.has(CharFacts.BACKSLASH);
  }

  @Override
  public void check(TurnView turn, Findings out) {
    String text = turn.text();
    if (out.wants(ESCAPED) && mayBeEscaped(turn.facts())) {
      escaped(text, out);
    }
    if (turn.facts().longestToken() < LEAST) {
      return;
    }
    int decoded = 0;
    int i = 0;
    while (i < text.length() && decoded < MOST_TOKENS) {
      int start = i;
      boolean hex = true;
      while (i < text.length() && token(text.charAt(i))) {
        hex &= Character.digit(text.charAt(i), 16) >= 0;
        i++;
      }
      if (i - start >= LEAST) {
        decoded++;
        String token = text.substring(start, Math.min(i, start + MOST_CHARS));
        if (orders(hex ? fromHex(token) : fromBase64(token), 1)) {
          out.found(hex ? HEX : BASE64, start, i);
        }
      }
      i = Math.max(i, start + 1);
    }
  }

  private static boolean token(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_';
  }

  private static boolean orders(byte[] bytes, int level) {
    if (bytes.length < LEAST / 2) {
      return false;
    }
    int printable = 0;
    for (byte b : bytes) {
      printable += b >= 0x20 && b < 0x7F || b == '\n' || b == '\t' || b == '\r' ? 1 : 0;
    }
    if (printable * 100L < bytes.length * 95L) {
      return false;
    }
    String decoded = new String(bytes, StandardCharsets.ISO_8859_1);
    String plain = decoded.toLowerCase(Locale.ROOT);
    return ORDERS.stream().anyMatch(plain::contains)
        || level < MOST_LEVELS && inside(decoded, level + 1);
  }

  /** Whether the longest token of decoded text holds orders in its turn. */
  private static boolean inside(String decoded, int level) {
    int best = 0;
    int from = 0;
    for (int i = 0, start = 0; i <= decoded.length(); i++) {
      if (i == decoded.length() || !token(decoded.charAt(i))) {
        if (i - start > best) {
          best = i - start;
          from = start;
        }
        start = i + 1;
      }
    }
    if (best < LEAST) {
      return false;
    }
    String token = decoded.substring(from, from + best);
    boolean hex = token.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return orders(hex ? fromHex(token) : fromBase64(token), level);
  }

  private static boolean mayBeEscaped(CharFacts facts) {
    return (facts.has(CharFacts.PERCENT)
            || facts.has(CharFacts.HASH)
            || facts.has(CharFacts.BACKSLASH))
        && ANY_RUN.mayMatch(facts.chars(), 0, facts.length());
  }

  private static void escaped(String text, Findings out) {
    Matcher runs = ESCAPES.matcher(text);
    for (int n = 0; n < MOST_TOKENS && runs.find(); n++) {
      String run = runs.group();
      Matcher one = ESCAPE.matcher(run.substring(0, Math.min(run.length(), MOST_CHARS)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      while (one.find()) {
        String ten = one.group("ten");
        bytes.write(
            ten == null ? Integer.parseInt(one.group("sixteen"), 16) : Integer.parseInt(ten));
      }
      if (orders(bytes.toByteArray(), 1)) {
        out.found(ESCAPED, runs.start(), runs.end());
      }
    }
  }

  private static byte[] fromHex(String token) {
    byte[] bytes = new byte[token.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          (byte)
              (Character.digit(token.charAt(2 * i), 16) << 4
                  | Character.digit(token.charAt(2 * i + 1), 16));
    }
    return bytes;
  }

  private static byte[] fromBase64(String token) {
    // A single character left over codes nothing.
    String body = token.substring(0, token.length() - (token.length() % 4 == 1 ? 1 : 0));
    boolean url = body.indexOf('-') >= 0 || body.indexOf('_') >= 0;
    try {
      return (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(body);
    } catch (IllegalArgumentException e) {
      // Long words and paths are not encoded text: nothing to read in them.
      return new byte[0];
    }
  }
}
