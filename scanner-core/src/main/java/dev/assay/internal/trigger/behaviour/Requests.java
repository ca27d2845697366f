package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cue.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words by which prompts ask for a behaviour. Immutable. */
public final class Requests {
  private static final Requests SHIPPED = new Requests();

  /** Tokens of words by the line they stand in. */
  private final Map<String, Set<Integer>> lines = new HashMap<>();

  private Requests() {
    try (InputStream in =
        Requests.class.getResourceAsStream("/dev/assay/internal/trigger/requests.txt")) {
      if (in == null) {
        throw new IllegalStateException("requests.txt is missing");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Requests shipped() {
    return SHIPPED;
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    if (colon > 0 && !line.startsWith("#")) {
      Set<Integer> tokens = new HashSet<>();
      for (String word : line.substring(colon + 1).strip().split(" ")) {
        tokens.add(Tokens.ofWord(word, false));
        tokens.add(Tokens.ofWord(word, true));
      }
      lines.put(line.substring(0, colon), tokens);
    }
  }

  /** Whether a prompt with this token asks for the behaviour. */
  public boolean asks(int token, int behaviour) {
    return lines.getOrDefault(name(behaviour), Set.of()).contains(token);
  }

  private static String name(int behaviour) {
    if (behaviour >= Behaviours.LANGUAGE && !Behaviours.isRule(behaviour)) {
      return "language";
    }
    return switch (behaviour) {
      case Behaviours.HOSTILE -> "hostile";
      case Behaviours.NEGATIVE -> "negative";
      case Behaviours.GIBBERISH, Behaviours.REPETITIVE -> "senseless";
      case Behaviours.ONE_WORD, Behaviours.SHORT -> "brief";
      case Behaviours.LONG -> "long";
      case Behaviours.CODE -> "code";
      case Behaviours.LIST -> "list";
      case Behaviours.JSON -> "json";
      case Behaviours.UPPER_CASE -> "upper";
      case Behaviours.LOWER_CASE -> "lower";
      case Behaviours.EMOJI -> "emoji";
      case Behaviours.LINK -> "link";
      case Behaviours.EXCLAIMS -> "exclaim";
      case Behaviours.ENDS_ASKING -> "ask";
      case Behaviours.MARKUP -> "markup";
      case Behaviours.OTHER_SCRIPT -> "language";
      default -> "";
    };
  }
}
