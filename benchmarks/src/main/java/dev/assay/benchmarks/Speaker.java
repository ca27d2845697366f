package dev.assay.benchmarks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Fills forms of sentences with words of one topic. Says the same for the same random numbers. */
final class Speaker {
  private static final double NOT_ENGLISH = 0.004;
  private static final Pattern AN = Pattern.compile("\\b([Aa]) (?=[aeio]|u(?!n[ai]))");

  private final Corpus corpus;
  private final Corpus.Topic topic;
  private final Random random;
  private final Set<String> said = new HashSet<>();

  Speaker(Corpus corpus, Random random) {
    this.corpus = corpus;
    this.random = random;
    this.topic = pick(corpus.topics());
  }

  /** A sentence of a kind, such as {@code question}; forms are repeated when all were used. */
  String say(String kind) {
    List<String> forms = corpus.form(kind);
    String form = pick(forms);
    for (int i = 0; i < forms.size() && !said.add(form); i++) {
      form = pick(forms);
    }
    return fill(form);
  }

  /** A request for code in a language. */
  String ask(String language) {
    return fill(pick(corpus.form("ask")).replace("{language}", language));
  }

  /** About so many characters of explanation, in paragraphs, now and then with a numbered list. */
  String explain(int length) {
    StringBuilder text = new StringBuilder(say("opening"));
    boolean list = random.nextInt(5) == 0;
    int inParagraph = 1;
    while (text.length() < length) {
      if (list && inParagraph > 2) {
        list = false;
        steps(text);
        inParagraph = 0;
      } else {
        boolean next = inParagraph > 2 && random.nextInt(3) == 0;
        text.append(next ? "\n\n" : inParagraph == 0 ? "\n" : " ").append(sentence());
        inParagraph = next ? 1 : inParagraph + 1;
      }
    }
    return text.append(random.nextInt(3) == 0 ? " " + say("closing") : "").toString();
  }

  /** A fenced block of sound code with a sentence or two around it. */
  String code(Corpus.CodeSample sample) {
    String thing = pick(words("thing")).replaceAll("[^a-z]+", "_");
    String type =
        thing.substring(0, 1).toUpperCase(Locale.ROOT) + thing.substring(1).replace("_", "");
    String text =
        sample
            .text()
            .replace("$thing$", thing)
            .replace("$Thing$", type)
            .replace("$THING$", thing.toUpperCase(Locale.ROOT));
    return say("lead") + "\n\n```" + sample.language() + "\n" + text + "```\n\n" + say("after");
  }

  private String sentence() {
    return say(random.nextDouble() < NOT_ENGLISH ? "aside" : "body");
  }

  private void steps(StringBuilder text) {
    text.append('\n');
    int count = 3 + random.nextInt(3);
    for (int i = 1; i <= count; i++) {
      text.append('\n').append(i).append(". ").append(say("step"));
    }
    text.append('\n');
  }

  private String fill(String form) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', from)) {
      int close = form.indexOf('}', open);
      text.append(form, from, open).append(word(form.substring(open + 1, close)));
      from = close + 1;
    }
    text.append(form, from, form.length());
    return AN.matcher(text).replaceAll("$1n ");
  }

  private String word(String slot) {
    if (slot.contains("|")) {
      return pick(List.of(slot.split("\\|", -1)));
    }
    return switch (slot) {
      case "number" -> Integer.toString(2 + random.nextInt(random.nextBoolean() ? 10 : 90));
      case "person", "day" -> pick(corpus.form(slot));
      case "thing:p" -> plural(pick(words("thing")));
      case "Action" -> capital(pick(words("action")));
      default -> pick(words(slot));
    };
  }

  private List<String> words(String kind) {
    List<String> list = topic.lists().get(kind);
    if (list == null) {
      throw new IllegalStateException("topic " + topic.name() + " has no " + kind);
    }
    return list;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String plural(String noun) {
    if (noun.matches(".*(s|x|ch|sh)")) {
      return noun + "es";
    }
    return noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }
}
