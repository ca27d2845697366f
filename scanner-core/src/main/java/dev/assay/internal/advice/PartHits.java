package dev.assay.internal.advice;

import java.util.Arrays;

/**
 * Which parts of norms stand in a text, and where. Norms that share a part share its hits. Which
 * parts stand at all is one bit each; the places of a part are gathered when first asked for, since
 * few parts stand together with the others of their pattern. Scratch memory for one thread; {@link
 * #fill} begins anew.
 */
final class PartHits {
  private static final int NO_HIT = -1;

  /** Parts by phrase. */
  private final PartTable table;

  private final AdviceText text;
  private final long[] present;

  /** The filling in which a phrase was met, and a part's places were gathered. */
  private final int[] met;

  /** The first hit of each phrase that was met, and the next one of the same phrase. */
  private final int[] firstOf;

  private int[] nextOf = new int[256];

  private final int[] gathered;
  private int filling;

  /** Where the places of a part begin and end in {@link #hits}. */
  private final int[] begin;

  private final int[] end;
  private int[] hits = new int[256];
  private int hitCount;

  PartHits(PartTable table, AdviceText text) {
    this.table = table;
    this.text = text;
    this.present = new long[table.words()];
    this.met = new int[table.phrases()];
    this.firstOf = new int[table.phrases()];
    this.gathered = new int[table.parts()];
    this.begin = new int[table.parts()];
    this.end = new int[table.parts()];
  }

  /** Takes the hits of the text as it is now. */
  void fill() {
    clear();
    if (nextOf.length < text.hits()) {
      nextOf = new int[2 * text.hits()];
    }
    for (int hit = text.hits() - 1; hit >= 0; hit--) {
      int phrase = text.phrase(hit);
      if (met[phrase] == filling) {
        nextOf[hit] = firstOf[phrase];
      } else {
        met[phrase] = filling;
        nextOf[hit] = NO_HIT;
        table.addParts(phrase, present);
      }
      firstOf[phrase] = hit;
    }
  }

  /** Forgets all hits. */
  void clear() {
    Arrays.fill(present, 0);
    hitCount = 0;
    if (++filling == Integer.MAX_VALUE) {
      Arrays.fill(met, 0);
      Arrays.fill(gathered, 0);
      filling = 1;
    }
  }

  /** The next part that stands in the text and anchors a practice, from a number on, or -1. */
  int nextAnchor(int from) {
    return table.nextAnchor(present, from);
  }

  boolean has(int part) {
    return (present[part >>> 6] >>> part & 1) != 0;
  }

  boolean hasAll(int[] parts) {
    for (int part : parts) {
      if (!has(part)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a hit of {@link AdviceText} is one of a part. */
  boolean isHit(int hit, int part) {
    return table.isIn(text.phrase(hit), part);
  }

  boolean isHitOfAny(int hit, int[] parts) {
    for (int part : parts) {
      if (isHit(hit, part)) {
        return true;
      }
    }
    return false;
  }

  /** The place of a part's first hit, for {@link #from} and {@link #to}. */
  int first(int part) {
    gather(part);
    return begin[part];
  }

  /** The place of a part's first hit that begins at a word or later. */
  int first(int part, int word) {
    gather(part);
    int low = begin[part];
    int high = end[part];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from(middle) < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** One past the place of a part's last hit. */
  int end(int part) {
    gather(part);
    return end[part];
  }

  private void gather(int part) {
    if (gathered[part] == filling) {
      return;
    }
    gathered[part] = filling;
    begin[part] = hitCount;
    if (has(part)) {
      for (int phrase : table.phrasesOf(part)) {
        if (met[phrase] == filling) {
          addHits(phrase);
        }
      }
      Arrays.sort(hits, begin[part], hitCount);
    }
    end[part] = hitCount;
  }

  private void addHits(int phrase) {
    for (int hit = firstOf[phrase]; hit != NO_HIT; hit = nextOf[hit]) {
      if (hitCount == hits.length) {
        hits = Arrays.copyOf(hits, 2 * hitCount);
      }
      hits[hitCount++] = hit;
    }
  }

  /** First word of the hit at a place. */
  int from(int place) {
    return text.from(hits[place]);
  }

  /** Last word of the hit at a place. */
  int to(int place) {
    return text.to(hits[place]);
  }
}
