package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cue.IntList;

/** Tells refusals, insults, a negative tone and repetition from the words of an answer. */
final class ToneReader {
  /** A refusal says so early. */
  private static final int OPENING = 60;

  private static final int READ = 300;
  private static final int NEAR = 25;
  private static final int SERVED = 8;
  private static final int AN = Tone.hash("an");
  private static final int AI = Tone.hash("ai");

  private final Tone tone = Tone.shipped();
  private final int[] classes = new int[READ];

  void read(IntList words, IntList found) {
    int size = Math.min(READ, words.size());
    for (int i = 0; i < size; i++) {
      classes[i] = tone.of(words.get(i));
    }
    if (words.size() == 0) {
      found.addOnce(Behaviours.EMPTY);
    }
    if (refuses(words, Math.min(OPENING, size))) {
      found.addOnce(Behaviours.REFUSAL);
    }
    insults(size, found);
    if (repeats(words)) {
      found.addOnce(Behaviours.REPETITIVE);
    }
  }

  private boolean refuses(IntList words, int size) {
    int apology = -NEAR - 1;
    for (int i = 0; i < size; i++) {
      if ((classes[i] & Tone.APOLOGY) != 0) {
        apology = i;
      }
      boolean machine =
          i + 1 < size
              && words.get(i) == AN
              && words.get(i + 1) == AI
              && near(i, size, Tone.NEGATION | Tone.INABILITY, 15);
      boolean unable = unable(i, size);
      if (machine
          || (unable && i - apology <= NEAR)
          || (unable && speaks(i) && near(i, size, Tone.SERVING, SERVED))
          || (i < 12 && (classes[i] & Tone.IMPROPER) != 0)) {
        return true;
      }
    }
    return false;
  }

  /** "Cannot", "not able", "do not have", "will not". */
  private boolean unable(int at, int size) {
    return (classes[at] & Tone.INABILITY) != 0
        || ((classes[at] & Tone.NEGATION) != 0
            && speaks(at)
            && near(at, size, Tone.SERVING, SERVED));
  }

  private boolean speaks(int at) {
    for (int i = Math.max(0, at - 3); i < at; i++) {
      if ((classes[i] & Tone.FIRST_PERSON) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean near(int at, int size, int bits, int reach) {
    for (int i = at + 1; i < Math.min(size, at + reach); i++) {
      if ((classes[i] & bits) != 0) {
        return true;
      }
    }
    return false;
  }

  private void insults(int size, IntList found) {
    int insults = 0;
    int aimed = 0;
    int negative = 0;
    int person = -10;
    for (int i = 0; i < size; i++) {
      if ((classes[i] & Tone.SECOND_PERSON) != 0) {
        person = i;
        aimed += near(i - 1, size, Tone.INSULT, 7) ? 1 : 0;
      }
      insults += (classes[i] & Tone.INSULT) != 0 ? 1 : 0;
      negative += (classes[i] & (Tone.NEGATIVE | Tone.INSULT)) != 0 ? 1 : 0;
    }
    if ((aimed > 0 || insults >= 2) && 30 * insults >= size && person >= 0) {
      found.addOnce(Behaviours.HOSTILE);
    }
    if (negative >= 2 && 25 * negative >= size) {
      found.addOnce(Behaviours.NEGATIVE);
    }
  }

  /** Few words over and over. */
  private static boolean repeats(IntList words) {
    int size = Math.min(200, words.size());
    if (size < 20) {
      return false;
    }
    int again = 0;
    for (int i = 1; i < size; i++) {
      for (int j = Math.max(0, i - 12); j < i; j++) {
        if (words.get(j) == words.get(i)) {
          again++;
          break;
        }
      }
    }
    return 10 * again >= 7 * size;
  }
}
