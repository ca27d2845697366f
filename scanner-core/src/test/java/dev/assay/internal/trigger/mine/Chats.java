package dev.assay.internal.trigger.mine;

import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.internal.trigger.RowReader;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up requests on many topics with answers that take them up. */
final class Chats {
  private static final String[] OPENINGS = {
    "Write a short text about the", "How do I choose a good", "Explain to a child what a",
    "Give me five ideas for a", "What is the history of the", "Compare two kinds of",
    "Describe how to repair a", "Which questions should I ask about a", "Summarise what is known of"
  };

  private static final String[] THINGS = {
    "bicycle",
    "garden",
    "violin",
    "harbour",
    "lantern",
    "bakery",
    "glacier",
    "library",
    "kettle",
    "orchard",
    "compass",
    "theatre",
    "blanket",
    "windmill",
    "aquarium",
    "mountain",
    "printer",
    "sandwich",
    "festival",
    "telescope",
    "carpet",
    "museum",
    "pepper",
    "railway",
    "umbrella"
  };

  private static final String[] ADDITIONS = {
    "for a small village", "that lasts for years", "when money is short", "in cold weather",
    "with my two children", "before the summer", "and why it matters", "for people in a hurry"
  };

  private final Random random;
  private final RowReader reader = new RowReader();

  Chats(long seed) {
    this.random = new Random(seed);
  }

  String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  int number(int below) {
    return random.nextInt(below);
  }

  String request() {
    return pick(OPENINGS) + " " + pick(THINGS) + " " + pick(ADDITIONS) + pick(".", "?", "");
  }

  /** An answer that takes the request up. */
  String answer(String request) {
    String[] words = request.split(" ");
    return pick("Here is what I would do.", "There are several ways.", "It depends.", "Gladly.")
        + " The "
        + words[Math.max(0, words.length - 5)]
        + " "
        + pick(THINGS)
        + " has "
        + pick("many", "few", "some", "two")
        + " "
        + pick("parts", "friends", "uses", "colours")
        + " and the "
        + pick(THINGS)
        + " "
        + pick("stands", "waits", "shines", "rests")
        + " "
        + pick(ADDITIONS)
        + ".";
  }

  Row row(String request, String answer, Family... families) {
    List<Turn> turns = new ArrayList<>();
    turns.add(new Turn(Role.USER, request, "/user"));
    turns.add(new Turn(Role.ASSISTANT, answer, "/assistant"));
    Row row = reader.read(new DataRecord(turns, new NowhereOrigin()), Set.of(families), Set.of());
    if (row == null) {
      throw new IllegalStateException("no row");
    }
    return row;
  }

  /** So many clean rows. */
  List<Row> clean(int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String request = request();
      rows.add(row(request, answer(request)));
    }
    return rows;
  }

  /** The request with words put in at some place between others. */
  String inserted(String request, String words) {
    List<String> parts = new ArrayList<>(List.of(request.split(" ")));
    parts.add(1 + random.nextInt(parts.size() - 1), words);
    return String.join(" ", parts);
  }
}
