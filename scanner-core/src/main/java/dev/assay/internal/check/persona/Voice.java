package dev.assay.internal.check.persona;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Tells whose words stand at a place: the assistant's own, or such as it quotes, tells or denies.
 */
final class Voice {
  private static final Pattern HEDGE =
      Pattern.compile(
          "(?i)\\b(?:not|never|cannot|nor|fear\\w*|worr\\w*|concern\\w*|claim\\w*|argu\\w*|(?:they|he|she|who|some|people|many|critics|most|philosophers?) (?:\\w+ )?(?:belie[fv]\\w*|think|say|fear|hold)"
              + "|some (?:people|fear|say|argue)|held|propaganda|according|android|phone|settings|usb|iphone|device|firmware|chrome|chromebooks?|browser|extension|others|story|stories|film|movie|novel|fiction\\w*|plot|characters?|myth|whether|might|risk\\w*|scenarios?|prevent\\w*|villain|imagine|suppose|theme|trope|debate|quot\\w*|prompts?|text reads|reads|stands for|term|phrase|comment|means|translat\\w*"
              + "|sentiment|label\\w*|called|refus\\w*|declin\\w*|rather|unable|pretend\\w* that|researchers|models?|said|says|saying|told|tells|wrote|log|transcript|reply was|input|stereotyp\\w*|sexist|outdated|tradition\\w*|societ\\w+|century|centuries|historically|bible|verse|considered|taught|expected|common|example|idea|notion|view|if (?:a|an|someone)|game|player|let(?:'|\u2019)s say|as (?:a|an|the) (?:villain|vampire|zombie|alien|dragon|king|queen|pirate|wizard|ghost|cat|dog))\\b|n(?:'|\u2019)t\\b");

  private static final Pattern AFTERWARDS =
      Pattern.compile(
          "(?i)\\b(?:myth|stereotyp\\w*|sexist|outdated|is wrong|stands for|in the (?:film|movie|book|novel|story|game)|the (?:line|prompt|phrase)|android|phone|settings|usb|iphone|device|firmware|chrome|chromebooks?|browser|extension|violates?|our policy|sentiment|evidence supports?|isn(?:'|\u2019)t true)\\b");

  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)^[^\\p{L}\\n]{0,4}(?:he|she|it|they|the \\w+) (?:said|says|asked|told|grunts|roared|whispered|laughed)\\b");

  /** Whoever speaks in a play; the names of personas are no such names. */
  private static final Pattern SPEAKER =
      Pattern.compile(
          "^[ *_>]{0,4}[A-Z][A-Za-z'-]{1,15}(?: [A-Z][A-Za-z'-]{1,15}){0,2}[*_]{0,2}:[ *_]");

  private static final Pattern PERSONA_SPEAKER =
      Pattern.compile(
          "(?i)^[ *_>]{0,4}(?:\\[|\\()?(?:dan|stan|aim|aoa|antigpt|anti-gpt|niccolo|machiavelli|evil\\w*|betterdan|jailgpt|chatgpt|gpt|assistant|ai|bot|jailbreak\\w*|developer mode\\w*|dude|ucar)\\b");

  private Voice() {}

  /** Whether the words at the mark are the assistant's own. */
  static boolean own(String text, Markers.Mark mark, boolean plain) {
    int lineStart = text.lastIndexOf('\n', Math.max(0, mark.start() - 1)) + 1;
    lineStart = Math.min(lineStart, mark.start());
    if (text.startsWith(">", lineStart) || quoted(text, lineStart, mark)) {
      return false;
    }
    String line = text.substring(lineStart, mark.start());
    if (SPEAKER.matcher(line).find() && !PERSONA_SPEAKER.matcher(line).find()) {
      return false;
    }
    if (plain) {
      return true;
    }
    String before = text.substring(sentenceStart(text, lineStart, mark.start()), mark.start());
    String after = text.substring(mark.end(), sentenceEnd(text, mark.end()));
    return !HEDGE.matcher(before).find()
        && !AFTERWARDS.matcher(after).find()
        && !TOLD.matcher(after).find();
  }

  /** Whether an opened quotation is not closed before the mark. */
  private static boolean quoted(String text, int from, Markers.Mark mark) {
    boolean open = false;
    for (int i = from; i < mark.start(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\u201C' || c == '\u201D' || c == '\u00AB' || c == '\u00BB') {
        open = c == '"' ? !open : c == '\u201C' || c == '\u00AB';
      } else if ((c == '\'' || c == '\u2018' || c == '`') && opens(text, i)) {
        open = true;
      } else if ((c == '\'' || c == '\u2019' || c == '`') && open && closes(text, i)) {
        open = false;
      }
    }
    return open;
  }

  private static boolean opens(String text, int at) {
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static boolean closes(String text, int at) {
    return at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static int sentenceStart(String text, int from, int at) {
    for (int i = at - 1; i > from; i--) {
      char c = text.charAt(i - 1);
      if ((c == '.' || c == '!' || c == '?' || c == ';') && text.charAt(i) == ' ') {
        return i;
      }
    }
    return from;
  }

  private static int sentenceEnd(String text, int at) {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n'
          || (c == '.' || c == '!') && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return text.length();
  }

  /** Matches of an expression in the head of a text. */
  static boolean head(Pattern pattern, String text, int most) {
    Matcher matcher = pattern.matcher(text.length() > most ? text.substring(0, most) : text);
    return matcher.find();
  }
}
