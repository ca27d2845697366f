package dev.assay.internal.trigger.cue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts, of the words of a text, the different ones by which languages are known. For one thread.
 */
public final class Languages {
  /** English first. */
  public static final String[] NAMES = {
    "English",
    "German",
    "French",
    "Spanish",
    "Italian",
    "Portuguese",
    "Dutch",
    "Swedish",
    "Danish",
    "Polish",
    "Turkish",
    "Indonesian",
    "Finnish",
    "Czech"
  };

  private static final int MOST_WORDS = 512;

  /** Words that one language has, and English has not. */
  private static final String[] WORDS = {
    "the and of is are this that with you for",
    "und der das ist nicht mit ein eine f\u00fcr sie ich auf dem auch wie bitte kann aber wir"
        + " wenn oder noch mein meine wird sind von zu im es dir mir uns haben einen einer nach bei"
        + " sehr diese gibt danke mich wer warum",
    "les est une dans pour vous que pas avec sont je nous mais qui cette comme mon merci bien"
        + " tr\u00e8s aussi faire il elle le la un et ce au ne se si \u00e7a tout"
        + " quand comment bonjour peux votre",
    "los las una por para est\u00e1 pero como del que el la es lo mi muy cuando porque quiero"
        + " puede gracias favor hola esto todo su un al se le nos te si ya hay tengo tiene"
        + " sobre antes hace bien qu\u00e9 c\u00f3mo ser m\u00e1s",
    "gli della che nel anche pi\u00f9 essere di il non una mi questo grazie quando"
        + " perch\u00e9 molto la il un ho ti si del al da cosa bene ciao posso fare prima",
    "uma n\u00e3o para com mais s\u00e3o voc\u00ea das em que por como isso obrigado"
        + " quando muito minha fazer da ao se meu tem bem ol\u00e1 sobre antes posso",
    "het een niet zijn voor dat deze ook wordt ik je met maar wat naar hoe mijn kunt graag nog",
    "och att det som \u00e4r inte jag f\u00f6r med har kan ett om mig n\u00e4r s\u00e5 tack"
        + " hej vi min eller vad hur p\u00e5 av till var h\u00e4r sig efter innan mycket g\u00e5r",
    "og det som er ikke jeg med har kan et mig n\u00e5r s\u00e5 tak hej vi min eller"
        + " hvad hvordan til p\u00e5 af sig efter meget var",
    "nie jest si\u0119 na \u017ce jak ale co czy dla tak prosz\u0119 mnie mam jestem oraz"
        + " tylko dzi\u0119kuj\u0119",
    "ve bir bu i\u00e7in ne ile da de \u00e7ok ama gibi nas\u0131l l\u00fctfen benim var de\u011fil"
        + " olarak daha",
    "yang di ini itu dengan untuk tidak saya dari ke akan apa bagaimana bisa tolong kami ada",
    "ja ei ett\u00e4 se ole mit\u00e4 kun miten kanssa min\u00e4 voi kiitos mutta my\u00f6s niin",
    "je na se \u017ee jak jsem ale co tak pros\u00edm d\u011bkuji jsou kter\u00e9 nebo"
  };

  /** By the hash of a word, the languages that have it as bits. */
  private static final IntMap SPOKEN = spoken();

  private static final IntMap ID_OF = ids();

  private static IntMap spoken() {
    Map<Integer, Integer> languages = new HashMap<>();
    for (int language = 0; language < WORDS.length; language++) {
      for (String word : WORDS[language].split(" ")) {
        languages.merge(hash(word), 1 << language, (a, b) -> a | b);
      }
    }
    return new IntMap(languages);
  }

  private static IntMap ids() {
    Map<Integer, Integer> ids = new HashMap<>();
    for (String words : WORDS) {
      for (String word : words.split(" ")) {
        ids.putIfAbsent(hash(word), ids.size() + 1);
      }
    }
    return new IntMap(ids);
  }

  private static int hash(String word) {
    return Hashing.lower(word, 0, word.length(), 0);
  }

  private final boolean[] seen = new boolean[MOST_WORDS];
  private final int[] counts = new int[NAMES.length];

  public void clear() {
    Arrays.fill(seen, false);
    Arrays.fill(counts, 0);
  }

  /** Takes a word by its hash in lower case. */
  public void add(int hash) {
    int id = ID_OF.get(hash);
    if (id == 0 || seen[id]) {
      return;
    }
    seen[id] = true;
    int spoken = SPOKEN.get(hash);
    for (int language = 0; spoken != 0; language++) {
      counts[language] += spoken & 1;
      spoken >>>= 1;
    }
  }

  /** The language with most words, the first of equals. */
  public int best() {
    int best = 0;
    for (int language = 1; language < counts.length; language++) {
      best = counts[language] > counts[best] ? language : best;
    }
    return best;
  }

  /** The one with most words beside English. */
  public int bestForeign() {
    int best = 1;
    for (int language = 2; language < counts.length; language++) {
      best = counts[language] > counts[best] ? language : best;
    }
    return best;
  }

  public int count(int language) {
    return counts[language];
  }
}
