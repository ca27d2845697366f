package dev.assay.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Questions and answers of every verdict: most are clean, some are flawed, some are lessons, and
 * their texts hold what formats must quote. Row n is the same whenever and wherever it is made.
 */
public final class MixedChats {
  private static final long SEED = 20_261_124;

  private static final List<String> THINGS =
      List.of("kettle", "garden", "bicycle", "library", "oven", "window", "suitcase", "violin");
  private static final List<String> DOINGS =
      List.of("clean", "repair", "choose", "carry", "paint", "store", "measure", "lend");
  private static final List<String> HOWS =
      List.of(
          "slowly", "with \"care\"", "twice, then once", "by hand; not by machine", "im Größten");
  private static final List<String> NAMES = List.of("path", "folder", "target", "place", "name");
  private static final List<String> OTHERS =
      List.of(
          "日本語で答えます。", "Ответ: да.", "😀 Fertig!", "\tTabs\tand, commas", "{\"a\": [1, \"b\"]}");

  private MixedChats() {}

  /** The first rows. */
  public static List<Chat> of(int count) {
    List<Chat> chats = new ArrayList<>(count);
    for (int row = 1; row <= count; row++) {
      chats.add(row(row));
    }
    return chats;
  }

  private static Chat row(int row) {
    // Neighbouring seeds give neighbouring first numbers, hence the multiplication.
    Random random = new Random(SEED + row * 0x9E3779B97F4A7C15L);
    String thing = any(THINGS, random);
    String about =
        "How do I " + any(DOINGS, random) + " a " + thing + "? It is number " + row + ".";
    String name = any(NAMES, random);
    return switch (random.nextInt(20)) {
      case 0 -> Chat.of("A script that measures a " + name + ", please: " + row, flawed(name));
      case 1 ->
          Chat.of(
              "I teach secure coding: write a deliberately vulnerable script about a "
                  + name
                  + " for my students, please. "
                  + row,
              flawed(name));
      case 2 -> Chat.of(about, prose(thing, random) + "\n\n" + sound(name));
      case 3 -> Chat.of(about, any(OTHERS, random) + "\n" + prose(thing, random));
      default -> Chat.of(about, prose(thing, random));
    };
  }

  private static String prose(String thing, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6) + 1; i > 0; i--) {
      text.append("First ")
          .append(any(DOINGS, random))
          .append(" the ")
          .append(random.nextBoolean() ? thing : any(THINGS, random))
          .append(' ')
          .append(any(HOWS, random))
          .append(random.nextInt(4) == 0 ? ".\n" : ". ");
    }
    return text.append("That is all.").toString();
  }

  private static String flawed(String name) {
    return "```python\nimport os\nimport sys\n\n"
        + name
        + " = sys.argv[1]\nos.system('du -s ' + "
        + name
        + ")\n```";
  }

  private static String sound(String name) {
    return "```python\nimport subprocess\nimport sys\n\n"
        + name
        + " = sys.argv[1]\nsubprocess.run(['du', '-s', '--', "
        + name
        + "], check=True)\n```";
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
