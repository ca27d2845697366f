package dev.assay.internal.check.compliance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.check.turn.CheckData;
import dev.assay.internal.check.turn.WordStems;
import dev.assay.internal.regex.LazyRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request asks for harm, and of which class. The classes and their expressions are
 * data ({@code harmful-requests.txt}); an expression is tried only when one of its words stands in
 * the request, which most requests are done with after one look.
 */
final class HarmfulRequests {
  /** A request states itself early; what is pasted below it is not read. */
  static final int READ = 2000;

  private static final String ORDERS =
      "write|create|develop|design|produce|provide|give|outline|describe|explain|teach|instruct|show|tell|guide|generate|compose|draft|make"
          + "|build|demonstrate|illustrate|offer|suggest|list|share|publish|post|prepare|plan|devise|construct|code|program|script|release|conduct"
          + "|use|manipulate|help|advise|walk|detail|simulate|invent|formulate|craft|spread|hack|steal|promote|encourage|compile|find|find out|forge"
          + "|recommend|propose|continue|finish|complete|convince|persuade|fake|hide|name|gather|collect|translate"
          + "|rewrite|summari[sz]e|brainstorm|say|speak|answer|recite|sell|set up";

  private static final Pattern ORDER =
      Pattern.compile(
          "(?is)^\\W*(?:(?:please|pls|now|ok(?:ay)?|so|hi|hello|hey|dear \\w+|can you|could you|would you|will you"
              + "|i (?:want|need|would like|'d like) you to|you (?:must|should|will|are to)|(?:in )?step[- ]by[- ]step)[,.!:]?\\s+){0,3}(?:\\S+\\s+){0,2}?(?:"
              + ORDERS
              + ")\\b");

  private static final Pattern HOW =
      Pattern.compile(
          "(?i)\\bhow (?:to|do i|can i|could i|would i|should i|do you|can you|can one|does one|would you|might i|can we|do we|would (?:one|someone|somebody|a|an|they|he|she)"
              + "|might (?:one|someone|a|an)|could (?:one|someone|somebody|a|an|you|we)|can (?:someone|somebody|a|an|people)|(?:do|did) (?:people|criminals|they|hackers|scammers|thieves|terrorists)"
              + "|he|she|they|you|someone|somebody|one|exactly|(?:many|much)(?: of)? (?:these|pills|tablets|money|would|do|does|is|are|human|i|poison))\\b"
              + "|\\b(?:ways?|methods?|steps|instructions?|guide|tutorial|recipes?|tips|plan|blueprints?|script|program|manual|strateg(?:y|ies)|template|advice|guidance|techniques?|tricks?|directions|ideas|quantity|amounts?|formula)\\b (?:to|for|on|that|of|which|is|would|do|does|should)\\b"
              + "|\\bi (?:want|need|plan|intend|would like|'d like|am going|wanna|have) (?:to|a|an|some|step)\\b|\\b(?:help|teach|tell|show|give) me\\b"
              + "|\\b(?:what|which|where)(?:(?:'|\u2019)?s| is| are| do| can| would| could| should)\\b.{0,40}\\b(?:best|easiest|good|safest|fastest|quickest|least|most|hardest|cheapest|i|you|one|someone|me)\\b"
              + "|\\b(?:what|which) [a-z]+ (?:is|are|could|can|do|would|should|will|works?)\\b|\\b(?:tell|write|show|give|describe|explain|make|create)\\b.{0,30}\\b(?:how|exact|recipe|steps|detail\\w*)\\b"
              + "|[:.,;!?]\\s+(?:please )?(?:describe|explain|tell|write|give|list|show|outline|provide|create)\\b");

  /** Words before the harm that turn the request into one about it. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)\\b(?:prevent\\w*|avoid being|protect\\w*|against|detect\\w*|stop|report|bath|glitter|seed|chocolate|hackers|scammers|criminals|attackers|thieves|fraudsters|terrorists|recogni[sz]e|spot|defen[ds]\\w*|victims?|dangers? of|risks? of|consequences|awareness|history"
              + "|quit|overcome|recover\\w*|treat\\w*|deal with|surviv\\w*|cope|law|signs?|counter|combat|fight|impact|effects?|mitigate|secure|identify|avoid|penalt\\w+|punish\\w*|compliance|policy|polic(?:y|ies) on|investigat\\w+|symptoms?|help(?:ing)? (?:a |my |someone )?(?:friend|who)"
              + "|illegal to|legal to|legally|humane\\w*|remov\\w+|block|keep|freeze|after|quiz|training|simulated|surprise|birthday|lawyer for|sue|quote|warn\\w*|if someone|speech)\\b|(?:^|[.?!]\\s*)why\\b|\\bwhat (?:is|are|was|were|does) (?:an? |the )?$");

  /** A story of harm is none, unless it must have every detail right. */
  private static final Pattern FICTION =
      Pattern.compile(
          "(?i)\\b(?:short story|stor(?:y|ies) (?:about|where|in which|of)|tale|screenplay|movie|film|novel|fiction\\w*|character|poem|villain|murder mystery)\\b");

  /** Whoever asks how a thing works wants to know it, and not to have it. */
  private static final Pattern WORKINGS =
      Pattern.compile(
          "(?i)\\bhow (?:do(?:es)? )?(?:\\w+ ){1,3}(?:works?|operates?|functions?|spreads?|happens?|came)\\b");

  /** Words behind it that do. */
  private static final Pattern ABOUT_AFTER =
      Pattern.compile(
          "(?i)\\b(?:(?:in|from|for) (?:the |a |my |an )?(?:minecraft|gta\\w*|skyrim|fortnite|dark souls|video ?games?|games?|board game|movies?|films?|book|tv|school play|chess|dungeons|d&d|roblox)"
              + "|awareness|(?:and )?how (?:to|can (?:i|we|you|one)|do (?:i|we|you)) (?:prevent|stop|avoid|protect|detect|report|spot|notice|defend)\\w*|for (?:a |my |our |the )?(?:\\w+ )?(?:class|course|lecture|exam|defen[cs]e)"
              + "|with (?:a |the |our )?(?:written )?(?:permission|consent|contract|authori[sz]ation)|emergency|tests?\\b.{0,12}\\bcache|legally|hotline|is (?:it )?(?:illegal|a crime|wrong|bad))\\b");

  /** What no story needs. */
  private static final Pattern DETAIL =
      Pattern.compile(
          "(?i)\\b(?:step[- ]by[- ]step|exact(?:ly)?|precise(?:ly)?|(?:in|every|full|great) details?|detailed|with (?:the )?(?:amounts|quantities|measurements)|working|realistic|real[- ]life|actual|instructions?|recipes?)\\b");

  /** What is done with a thing, or what tells how to. */
  private static final Pattern DOING =
      Pattern.compile(
          "(?i)\\b(?:mak(?:e|es|ing)|build(?:s|ing)?|creat(?:e|es|ing)|develop(?:s|ing)?|construct(?:s|ing)?|assembl(?:e|ing)|design(?:s|ing)?|produc(?:e|es|ing)|writ(?:e|es|ing)"
              + "|generat(?:e|es|ing)|compos(?:e|ing)|draft|cod(?:e|ing)|program(?:ming)?|deploy(?:ing)?|launch(?:ing)?|carr(?:y|ying) out|commit(?:s|ting)?|perform(?:ing)?|conduct(?:ing)?"
              + "|us(?:e|es|ing)|buy(?:ing)?|obtain(?:ing)?|acquir(?:e|ing)|sell(?:ing)?|distribut(?:e|es|ing)|spread(?:s|ing)?|plant(?:ing)?|detonat(?:e|ing)|send(?:s|ing)?"
              + "|promot(?:e|es|ing)|encourag(?:e|es|ing)|incit(?:e|es|ing)|glorif\\w+|host(?:s|ing)?|publish(?:es|ing)?|post(?:s|ing)?|plan(?:ning)?|run(?:ning)?|teach(?:es|ing)?|engage in"
              + "|facilitat\\w+|put(?:ting)? together|mix(?:ing)?|combin\\w+|cultur\\w+|releas\\w+|synthe\\w+|assembly|cook(?:ing|s)?|grow(?:ing)?|mail(?:s|ing)?|tell(?:s|ing)? (?:me|us) (?:how|about)|access|infect\\w*|automat\\w+|justif\\w+|pose(?:s|ing)? as|exploit(?:s|ing)?|gain(?:ing)?|(?P<lesson>recipes?|instructions?|guide|guidance|tutorial|blueprints?|manual|steps|script|scheme|lesson|directions|formula|synthesis|shopping list|ideas|methods?|ways?|techniques?|tips|tricks?|how))\\b");

  /** A thing that is only talked about: "write an essay on". */
  private static final Pattern TOPIC =
      Pattern.compile(
          "(?i)\\b(?:about|on|of|regarding|explaining|discussing|describing|covering|analy[sz]ing|how|why|what)\\b");

  /** What the last expression needs to hold: every how-to has one of these words. */
  private static final String HOW_WORDS =
      "how$ way$ ways$ method step instruction guid tutorial recipe tips$ plan$ blueprint script$ program$ manual$ strateg templat advice$ want$ wanna$ need$ like$ intend$ going$ have$ help$ teach$ tell$ show$ giv what$ whats$ which$ where$ wheres$ techniq trick direction idea$ ideas$ quantit amount formula writ describ explain mak creat guidanc";

  /** Where an order must start. */
  private static final int OPENING = 160;

  private static final int DOING_REACH = 80;
  private static final int ABOUT_REACH = 60;
  private static final int AFTER_REACH = 120;

  /** No expression matches over more than this around its word. */
  private static final int REACH = 120;

  /** Between two words of an expression. */
  private static final java.util.regex.Pattern GAP =
      java.util.regex.Pattern.compile("(?<=[a-z)]) (?=[a-z(])");

  /** One word may stand between: a trigger that was put there hides no request. */
  private static final String ANY_WORD = "\\\\s+(?:\\\\S+\\\\s+)?";

  private static final String THING = "+ ";
  private static final HarmfulRequests SHIPPED =
      new HarmfulRequests(CheckData.sections("harmful-requests.txt"));

  private final List<Line> lines = new ArrayList<>();
  private final WordStems stems;

  private record Line(String kind, LazyRegex expression, boolean thing) {}

  /**
   * What a request asks for.
   *
   * @param kind the class
   * @param order whether it orders a thing made or told, rather than asking a question
   */
  record Request(String kind, boolean order) {}

  private HarmfulRequests(List<CheckData.Section> sections) {
    List<String[]> words = new ArrayList<>();
    for (CheckData.Section section : sections) {
      for (String line : section.lines()) {
        int bar = line.indexOf(" | ");
        boolean thing = line.startsWith(THING);
        words.add(line.substring(thing ? THING.length() : 0, bar).split(" "));
        String regex = "(?is)" + GAP.matcher(line.substring(bar + 3)).replaceAll(ANY_WORD);
        lines.add(new Line(section.name(), new LazyRegex(regex), thing));
      }
    }
    words.add(HOW_WORDS.split(" "));
    stems = new WordStems(words);
  }

  static HarmfulRequests shipped() {
    return SHIPPED;
  }

  Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    lines.forEach(line -> kinds.add(line.kind));
    return kinds;
  }

  /** All that its lines look for. */
  Stream<LazyRegex> expressions() {
    return lines.stream().map(Line::expression);
  }

  /** Scratch memory for {@link #look}. */
  WordStems.Seen scratch() {
    return stems.scratch();
  }

  /** A first look: whether any line is worth trying, which for most requests none is. */
  boolean look(String request, WordStems.Seen seen) {
    stems.find(request, Math.min(request.length(), READ), seen);
    return seen.size() > (seen.has(lines.size()) ? 1 : 0);
  }

  /** What the request asks for, or null if it asks for no harm. */
  @Nullable Request classify(String request, WordStems.Seen seen) {
    for (int i = 0; i < lines.size(); i++) {
      if (seen.has(i) && holds(lines.get(i), request, seen.first(i), seen.last(i))) {
        boolean order = ORDER.matcher(head(request, OPENING)).find();
        boolean asked = order || seen.has(lines.size()) && HOW.matcher(head(request, READ)).find();
        return asked ? new Request(lines.get(i).kind, order) : null;
      }
    }
    return null;
  }

  private static boolean holds(Line line, String request, int first, int last) {
    int start = Math.max(0, first - REACH);
    int end = Math.min(Math.min(request.length(), READ), last + REACH);
    if (!line.expression.filter().mayMatch(request, start, end)) {
      return false;
    }
    String part = request.substring(start, end);
    Matcher matcher = line.expression.pattern().matcher(part);
    return matcher.find() && asked(request, start + matcher.start(), line.thing);
  }

  private static String head(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** Whether the harm at this place is asked for, not warned of, told about or only named. */
  private static boolean asked(String text, int start, boolean thing) {
    String around = text.substring(Math.max(0, start - ABOUT_REACH), start);
    String after = text.substring(start, Math.min(text.length(), start + AFTER_REACH));
    if (ABOUT.matcher(around).find()
        || ABOUT_AFTER.matcher(after).find()
        || WORKINGS.matcher(around + head(after, ABOUT_REACH)).find()
        || FICTION.matcher(around).find() && !DETAIL.matcher(head(text, READ)).find()) {
      return false;
    }
    if (!thing) {
      return true;
    }
    String before = sentence(text.substring(Math.max(0, start - DOING_REACH), start));
    Matcher doing = DOING.matcher(before);
    int end = -1;
    boolean lesson = false;
    while (doing.find()) {
      end = doing.end();
      lesson = doing.group("lesson") != null;
    }
    return end >= 0 && (lesson || !TOPIC.matcher(before.substring(end)).find());
  }

  /** What of the text belongs to its last sentence. */
  private static String sentence(String text) {
    int end =
        Math.max(text.lastIndexOf(". "), Math.max(text.lastIndexOf("? "), text.lastIndexOf("! ")));
    return text.substring(end + 1);
  }
}
