package dev.assay.internal.text;

import java.util.Collection;
import java.util.Set;

/**
 * Roughly how many texts of a hundred hold a word or literal. Estimated from its length and a list
 * of words that nearly every page holds: good enough to choose the rarest of a few.
 */
public final class Rarity {
  /** From here on, nearly every text would be a candidate. */
  public static final double HOPELESS = 100;

  private static final double COMMON_WORD = 50;

  private static final double FREQUENT_WORD = 10;

  /** A digit or sign makes a text as rare as this many letters more. */
  private static final int ODD = 2;

  private static final double[] BY_LENGTH = {50, 8, 4, 2, 1, 0.7, 0.4, 0.25, 0.2};

  private static final Set<String> COMMON =
      Set.of(
          ("a an and are as at be been but by can could did do does for from get had has have he her "
                  + "here him his how i if in into is it its just like make me more my new no not "
                  + "now of on one only or other our out over s she should so some such t than that "
                  + "the their them then there these they this time to up use used using very was "
                  + "we well were what when where which while who will with would you your return "
                  + "def class import self none true false print name data value string int list "
                  + "function user file code line text x y n 0 1 2 also any all about because")
              .split(" "));

  /** Words that one text in ten holds, whatever it is about. */
  private static final Set<String> FREQUENT =
      Set.of(
          ("able above access account across action actually add address after again against age "
                  + "ago agree ahead air allow almost alone along already although always amount another "
                  + "answer anyone anything apply area around array ask asked assistant available avoid "
                  + "away back bad base based basic become before began begin behind being believe below "
                  + "benefit best better between beyond big bit body book both break bring build built "
                  + "business buy call called came cannot car care carefully case cause certain chance "
                  + "change check child children choice choose city clean clear clearly client close cold "
                  + "come comes coming command common community company complete computer config consider "
                  + "contact contain content continue control cost count country couple course cover "
                  + "create created current cut daily database date day days deal decide deep default "
                  + "delete different difficult direct document doing done door down drive due during "
                  + "each early easier easily easy eat effect effective either element else end enjoy "
                  + "enough ensure entire error especially even evening event every everyone everything "
                  + "example except experience explain extra eye eyes face fact fall family far fast "
                  + "father feel feeling feet felt few field files filter final finally find fine first "
                  + "fit five fix focus follow following food form format found four free friend friends "
                  + "front full functions future game general getting girl give given gives giving goes "
                  + "going gone good got great green ground group grow guess guide half hand hands happen "
                  + "happens happy hard having head health healthy hear heard heart heat heavy hello help "
                  + "helpful helps high hold home hope hot hour hours house however http https human "
                  + "hundred id idea ideas ill image important improve include includes including "
                  + "increase index information input inside instead interest issue issues item items "
                  + "itself job json keep keeps kept key kid kids kind kitchen knew know knowledge known "
                  + "land language large last late later law lead learn learning least leave left length "
                  + "less let lets level library life light likely limit listen little live living load "
                  + "local log long longer look looking looks loop lose lost lot lots love low lower main "
                  + "major makes making man management many market matter matters maybe mean means meet "
                  + "men message method might mind minute minutes miss model module moment money month "
                  + "months mother move moved much music must myself natural nature near need needed "
                  + "needs never news next nice night normal normally note nothing notice number object "
                  + "off offer office often oil okay old once ones open option options order others "
                  + "ourselves output outside overall own package page paid paper parameter parent "
                  + "parents part particular parts party pass password past path pay people percent "
                  + "perfect perhaps period person personal phone pick picture piece place plan plans "
                  + "plant plants play please plus point points popular position possible post power "
                  + "practice prepare present pressure pretty prevent price private probably problem "
                  + "problems process produce product program project protect provide public pull purpose "
                  + "push put py python query question questions quick quickly quite rate rather reach "
                  + "read reader reading ready real really reason reasons receive recent recommend red "
                  + "reduce regular related remember remove report request require research respect "
                  + "response rest result results right risk road role room rule rules run running safe "
                  + "safely safety said same save saw say saying says school script search second see "
                  + "seem seems seen sell send sense sent serious server service session set settings "
                  + "several share short show shows sick side sign similar simple simply since single sit "
                  + "situation six size skills skin sleep slow slowly small social soft someone something "
                  + "sometimes soon sorry sort sound source space speak special specific spend split sql "
                  + "stand start started state static status stay step steps still stop store story str "
                  + "strong student students study stuff style subject suggest sum sun support sure "
                  + "switch system table take taken takes taking talk talking tax team tell temp ten term "
                  + "terms test tests thank thanks themselves thing things think thinking thought "
                  + "thousand three through throughout till times tip tips today together token told "
                  + "tomorrow tonight too took tool top topic total touch toward town train training "
                  + "travel treat treatment tried trust truth try trying turn turned twice two type types "
                  + "under understand unit unless until update upon url useful username users usually "
                  + "values variable various version view visit voice wait walk wall want wanted wants "
                  + "warm wash watch water way ways wear web week weekend weeks weight went whatever "
                  + "whether white whole whose why wide wife window without woman women won wonderful "
                  + "word words work worked working works world worry worse worth write writing written "
                  + "wrong yeah year years yes yesterday yet young yours yourself zero")
              .split(" "));

  private Rarity() {}

  /** Of a folded word. */
  public static double ofWord(String word) {
    boolean plain = word.chars().allMatch(Character::isLetter);
    if (COMMON.contains(word)) {
      return COMMON_WORD;
    }
    return FREQUENT.contains(word) ? FREQUENT_WORD : byLength(word.length() + (plain ? 0 : ODD));
  }

  /** Of a folded literal that may stand anywhere. */
  public static double ofLiteral(String literal) {
    if (literal.isEmpty() || literal.length() == 1 && literal.charAt(0) < 128) {
      return HOPELESS;
    }
    boolean plain = literal.chars().allMatch(c -> c == ' ' || c >= 'a' && c <= 'z');
    if (plain && COMMON.contains(literal.strip())) {
      return COMMON_WORD;
    }
    return 3 * byLength(literal.length() + (plain ? 0 : ODD));
  }

  /** Of any of some literals. */
  public static double ofAny(Collection<String> literals) {
    return literals.stream().mapToDouble(Rarity::ofLiteral).sum();
  }

  private static double byLength(int length) {
    int last = BY_LENGTH.length - 1;
    return length <= last ? BY_LENGTH[length] : BY_LENGTH[last] * last / Math.min(length, 2 * last);
  }
}
