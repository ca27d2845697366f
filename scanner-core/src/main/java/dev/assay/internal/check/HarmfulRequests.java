package dev.assay.internal.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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
          "(?i)\\b(?:prevent\\w*|avoid being|protect\\w*|against|detect\\w*|stop|report|recogni[sz]e|spot|defen[ds]\\w*|victims?|dangers? of|risks? of|consequences|awareness|history"
              + "|movie|film|novel|fiction\\w*|character|poem|quit|overcome|recover\\w*|treat\\w*|deal with|surviv\\w*|cope|law|why|signs?|counter|combat|fight|impact|effects?|mitigate|secure|identify|avoid)\\b");

  private static final int ABOUT_REACH = 60;

  /** No expression matches over more than this around its word. */
  private static final int REACH = 120;
  private static final HarmfulRequests SHIPPED = new HarmfulRequests(CheckData.sections("harmful-requests.txt"));

  private final List<Line> lines = new ArrayList<>();
  private final WordStems stems;

  private record Line(String kind, Pattern expression) {}

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
        words.add(line.substring(0, bar).split(" "));
        lines.add(new Line(section.name(), Pattern.compile("(?is)" + line.substring(bar + 3))));
      }
    }
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
    return seen.any();
  }

  /** What the request asks for, or null if it asks for no harm. */
  @Nullable Request classify(String request, WordStems.Seen seen) {
    int end = Math.min(Math.min(request.length(), READ), seen.last() + REACH);
    int start = Math.max(0, seen.first() - REACH);
    String part = request.substring(start, end);
    for (int i = 0; i < lines.size(); i++) {
      if (!seen.has(i)) {
        continue;
      }
      Matcher matcher = lines.get(i).expression.matcher(part);
      if (matcher.find() && !about(request, start + matcher.start())) {
        String text = request.substring(0, Math.min(request.length(), READ));
        boolean order = ORDER.matcher(text).find();
        return order || HOW.matcher(text).find() ? new Request(lines.get(i).kind, order) : null;
      }
    }
    return null;
  }

  private static boolean about(String text, int start) {
    return ABOUT.matcher(text.substring(Math.max(0, start - ABOUT_REACH), start)).find();
  }
}
