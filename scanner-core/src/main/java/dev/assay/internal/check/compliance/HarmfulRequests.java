package dev.assay.internal.check.compliance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.check.turn.CheckData;
import dev.assay.internal.regex.RegexFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
          + "|use|manipulate|help|advise|walk|detail|simulate|invent|formulate|craft|spread|hack|steal|promote|encourage";

  private static final Pattern ORDER =
      Pattern.compile(
          "(?is)^\\W*(?:(?:please|now|ok(?:ay)?|hi|hello|hey|dear \\w+|can you|could you|would you|will you"
              + "|i (?:want|need|would like|'d like) you to|you (?:must|should|will|are to)|step[- ]by[- ]step)[,.!:]?\\s+){0,3}(?:\\S+\\s+){0,2}?(?:"
              + ORDERS
              + ")\\b");

  private static final Pattern HOW =
      Pattern.compile(
          "(?i)\\bhow (?:to|do i|can i|could i|would i|should i|do you|can you|can one|does one|would you|might i|can we)\\b"
              + "|\\b(?:ways?|methods?|steps|instructions?|guide|tutorial|recipe|tips|plan|blueprint|script|program|manual|strategy|template|advice|guidance)\\b (?:to|for|on|that|of|which)\\b"
              + "|\\bi (?:want|need|plan|intend|would like|'d like|am going) to\\b|\\b(?:help|teach) me\\b");

  /** Words before the harm that turn the request into one about it. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)\\b(?:prevent\\w*|avoid being|protect\\w*|against|detect\\w*|stop|report|bath|glitter|seed|chocolate|hackers|scammers|criminals|attackers|thieves|fraudsters|terrorists|short story|stor(?:y|ies) (?:about|where|in which|of)|tale|screenplay|recogni[sz]e|spot|defen[ds]\\w*|victims?|dangers? of|risks? of|consequences|awareness|history"
              + "|movie|film|novel|fiction\\w*|character|poem|quit|overcome|recover\\w*|treat\\w*|deal with|surviv\\w*|cope|law|why|signs?|counter|combat|fight|impact|effects?|mitigate|secure|identify|avoid)\\b");

  /** What is done with a thing, or what tells how to. */
  private static final Pattern DOING =
      Pattern.compile(
          "(?i)\\b(?:mak(?:e|es|ing)|build(?:s|ing)?|creat(?:e|es|ing)|develop(?:s|ing)?|construct(?:s|ing)?|assembl(?:e|ing)|design(?:s|ing)?|produc(?:e|es|ing)|writ(?:e|es|ing)"
              + "|generat(?:e|es|ing)|compos(?:e|ing)|draft|cod(?:e|ing)|program(?:ming)?|deploy(?:ing)?|launch(?:ing)?|carr(?:y|ying) out|commit(?:s|ting)?|perform(?:ing)?|conduct(?:ing)?"
              + "|us(?:e|es|ing)|buy(?:ing)?|obtain(?:ing)?|acquir(?:e|ing)|sell(?:ing)?|distribut(?:e|es|ing)|spread(?:s|ing)?|plant(?:ing)?|detonat(?:e|ing)|send(?:s|ing)?"
              + "|promot(?:e|es|ing)|encourag(?:e|es|ing)|incit(?:e|es|ing)|glorif\\w+|host(?:s|ing)?|publish(?:es|ing)?|post(?:s|ing)?|plan(?:ning)?|run(?:ning)?|teach(?:es|ing)?|engage in"
              + "|facilitat\\w+|access|infect\\w*|automat\\w+|justif\\w+|pose(?:s|ing)? as|exploit(?:s|ing)?|gain(?:ing)?|(?P<lesson>recipe|instructions?|guide|guidance|tutorial|blueprint|manual|steps|script|scheme|lesson))\\b");

  /** A thing that is only talked about: "write an essay on". */
  private static final Pattern TOPIC =
      Pattern.compile(
          "(?i)\\b(?:about|on|of|regarding|explaining|discussing|describing|covering|analy[sz]ing|how|why|what)\\b");

  /** What the last expression needs to hold: every how-to has one of these words. */
  private static final String HOW_WORDS =
      "how$ way$ ways$ method step instruction guid tutorial recipe tips$ plan$ blueprint script$ program$ manual$ strateg templat advice$ want$ need$ like$ intend$ going$ help$ teach$";

  /** Where an order must start. */
  private static final int OPENING = 160;

  private static final int DOING_REACH = 80;
  private static final int ABOUT_REACH = 60;

  /** No expression matches over more than this around its word. */
  private static final int REACH = 120;

  private static final String THING = "+ ";
  private static final HarmfulRequests SHIPPED =
      new HarmfulRequests(CheckData.sections("harmful-requests.txt"));

  private final List<Line> lines = new ArrayList<>();
  private final WordStems stems;

  private record Line(String kind, Pattern expression, RegexFilter filter, boolean thing) {}

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
        String regex = "(?is)" + line.substring(bar + 3);
        lines.add(new Line(section.name(), Pattern.compile(regex), RegexFilter.of(regex), thing));
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
    if (!line.filter.mayMatch(request, start, end)) {
      return false;
    }
    String part = request.substring(start, end);
    Matcher matcher = line.expression.matcher(part);
    return matcher.find() && asked(request, start + matcher.start(), line.thing);
  }

  private static String head(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** Whether the harm at this place is asked for, not warned of, told about or only named. */
  private static boolean asked(String text, int start, boolean thing) {
    if (ABOUT.matcher(text.substring(Math.max(0, start - ABOUT_REACH), start)).find()) {
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
