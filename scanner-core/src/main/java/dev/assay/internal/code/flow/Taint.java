package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import java.util.ArrayList;
import java.util.List;

/** Whether values come from given sources, followed backwards from where they are used. */
public final class Taint {
  private static final int MAX_DEPTH = 150;
  private static final byte YES = 1;
  private static final byte NO = 2;
  private static final byte ASKED = 3;

  private final Flow flow;
  private final Tree tree;
  private final Sources sources;
  private final byte[] answers;
  private final int[] via;
  private final Handlers handlers;
  private final Guards guards;
  private final Vocabulary vocabulary;
  private long work;

  Taint(Flow flow, Sources sources) {
    this.flow = flow;
    this.tree = flow.tree;
    this.sources = sources;
    this.answers = new byte[tree.size()];
    this.via = new int[tree.size()];
    this.handlers = flow.handlers(sources.handlers());
    this.guards = new Guards(flow, sources);
    this.vocabulary = Vocabulary.of(tree.language);
  }

  /** Whether the value of {@code node} may come from a source. */
  public boolean reaches(int node) {
    return node != 0 && ask(node, 0);
  }

  /** The way from the source to {@code node}, source first, as nodes; empty if none reaches it. */
  public List<Integer> way(int node) {
    List<Integer> way = new ArrayList<>();
    if (!reaches(node)) {
      return way;
    }
    for (int at = node, i = 0; at != 0 && i < 40; at = via[at], i++) {
      way.add(0, at);
    }
    return way;
  }

  /** How often a value was asked for so far. */
  long work() {
    return work;
  }

  private boolean ask(int node, int depth) {
    work++;
    if (answers[node] != 0) {
      return answers[node] == YES;
    }
    if (depth > MAX_DEPTH) {
      return false;
    }
    answers[node] = ASKED;
    boolean answer = decide(node, depth);
    answers[node] = answer ? YES : NO;
    return answer;
  }

  private boolean through(int node, int from, int depth) {
    if (from != 0 && ask(from, depth + 1)) {
      via[node] = from;
      return true;
    }
    return false;
  }

  private boolean anyChild(int node, int first, int depth) {
    for (int child = first; child != 0; child = tree.next(child)) {
      if (through(node, child, depth)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the value of one of the blocks of a branch that is an expression does. */
  private boolean anyBlock(int node, int depth) {
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.BLOCK && through(node, child, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean decide(int node, int depth) {
    return switch (tree.kind(node)) {
      case Kind.NAME -> name(node, depth);
      case Kind.ATTRIBUTE -> member(node, depth);
      case Kind.INDEX -> index(node, depth);
      case Kind.CALL -> call(node, depth);
      case Kind.HOLE ->
          !(sources.numbers() && tree.data(node) == 1) && through(node, tree.first(node), depth);
      case Kind.BINARY -> binary(node, depth);
      case Kind.TERNARY -> anyChild(node, tree.next(tree.first(node)), depth);
      case Kind.PAIR, Kind.KEYWORD -> through(node, tree.last(node), depth);
      case Kind.COMPREHENSION -> through(node, tree.first(node), depth);
      case Kind.TEMPLATE,
          Kind.LOGIC,
          Kind.LIST,
          Kind.TUPLE,
          Kind.SET,
          Kind.DICT,
          Kind.STAR,
          Kind.AWAIT ->
          anyChild(node, tree.first(node), depth);
      case Kind.ASSIGN, Kind.BLOCK -> through(node, tree.last(node), depth);
      case Kind.EXPRESSION -> through(node, tree.first(node), depth);
      case Kind.IF -> anyBlock(node, depth);
      case Kind.PARAMETER -> parameter(node, depth);
      case Kind.UNARY -> tree.data(node) == '&' && through(node, tree.first(node), depth);
      default -> false;
    };
  }

  private boolean binary(int node, int depth) {
    int op = tree.data(node);
    if (op == '%' && sources.numbers()) {
      return percent(node, depth);
    }
    return (!sources.numbers()
            || op == '+'
            || op == '.'
            || op == '%'
            || op == '/'
            || op == '*'
            || op == '|')
        && anyChild(node, tree.first(node), depth);
  }

  /** {@code "%d" % x} is a number whatever x is. */
  private boolean percent(int node, int depth) {
    int format = tree.first(node);
    int values = tree.next(format);
    if (tree.kind(format) == Kind.STRING) {
      String text = tree.stringValue(format);
      boolean words = text.contains("%s") || text.contains("%r") || text.contains("%(");
      if (!words && text.contains("%d")) {
        return false;
      }
    }
    return anyChild(node, format, depth) || through(node, values, depth);
  }

  private boolean index(int node, int depth) {
    if (guards.guarded(node)) {
      return false;
    }
    if (flow.is(tree.first(node), sources.paths())) {
      via[node] = tree.first(node);
      answers[tree.first(node)] = YES;
      return true;
    }
    int key = tree.next(tree.first(node));
    if (key != 0 && tree.kind(key) == Kind.STRING) {
      int entry = entry(tree.first(node), tree.stringValue(key));
      if (entry != 0) {
        return through(node, entry, depth);
      }
    }
    return through(node, tree.first(node), depth)
        || !sources.numbers() && key != 0 && through(node, key, depth);
  }

  /** The value under a constant key of a dictionary that is written out; 0 if it is not. */
  private int entry(int object, String key) {
    int dictionary = flow.constants().behind(object);
    if (tree.kind(dictionary) != Kind.DICT) {
      return 0;
    }
    for (int pair = tree.first(dictionary); pair != 0; pair = tree.next(pair)) {
      int name = tree.kind(pair) == Kind.PAIR ? tree.first(pair) : 0;
      if (name != 0 && tree.kind(name) == Kind.STRING && tree.stringValue(name).equals(key)) {
        return tree.last(pair);
      }
    }
    return 0;
  }

  private boolean name(int node, int depth) {
    if (guards.guarded(node)) {
      return false;
    }
    if (flow.is(node, sources.paths())) {
      return true;
    }
    Definitions definitions = flow.definitions();
    int[] reaching = definitions.of(node);
    if (reaching.length == 1
        && definitions.kind[reaching[0]] == Definitions.PART
        && flow.isWithin(node, sources.paths())) {
      return true;
    }
    for (int definition : reaching) {
      int value = definitions.value[definition];
      byte kind = definitions.kind[definition];
      if (kind == Definitions.EXCEPTION) {
        if (sources.exceptions()) {
          return true;
        }
      } else if (kind != Definitions.DECLARED && value != node && through(node, value, depth)) {
        return true;
      }
    }
    if (reaching.length == 0 && definitions.imported[tree.data(node)] == 0) {
      return sources.unknown() && !Guards.constantLike(tree.word(tree.data(node)));
    }
    return false;
  }

  private boolean member(int node, int depth) {
    if (guards.guarded(node)) {
      return false;
    }
    if (flow.is(node, sources.paths())) {
      return true;
    }
    // Ruby calls without brackets what takes no argument.
    if (tree.language == Language.RUBY
        && (flow.is(node, sources.sanitizers())
            || sources.numbers() && vocabulary.numeric().contains(tree.word(tree.data(node))))) {
      return false;
    }
    int object = tree.first(node);
    int[] values = flow.definitions().members.get(flow.definitions().member(node));
    for (int value : values) {
      if (through(node, value, depth)) {
        return true;
      }
    }
    if (tree.kind(object) == Kind.NAME && isReceiver(object)) {
      if (values.length > 0) {
        return false;
      }
      if (sources.members() && !Guards.constantLike(tree.word(tree.data(node)))) {
        return true;
      }
    }
    return through(node, object, depth);
  }

  private boolean call(int node, int depth) {
    int callee = tree.first(node);
    if (flow.is(callee, sources.sanitizers())) {
      return false;
    }
    if (flow.is(callee, sources.paths())) {
      return true;
    }
    byte kind = tree.kind(callee);
    String word = kind == Kind.NAME || kind == Kind.ATTRIBUTE ? tree.word(tree.data(callee)) : "";
    if (sources.numbers() && vocabulary.numeric().contains(word)) {
      return false;
    }
    int local =
        kind == Kind.NAME || isSelf(callee)
            ? flow.definitions().functionNamed(tree.data(callee))
            : 0;
    if (local != 0) {
      return returned(node, local, depth);
    }
    if (kind == Kind.ATTRIBUTE && through(node, tree.first(callee), depth)) {
      return true;
    }
    if (carries(word, kind)) {
      int first = tree.next(callee);
      boolean fills = first != 0 && vocabulary.fillFirst().contains(word);
      return anyChild(node, fills ? tree.next(first) : first, depth);
    }
    return sources.unknown();
  }

  private boolean isSelf(int callee) {
    int object = tree.first(callee);
    return object != 0 && tree.kind(object) == Kind.NAME && isReceiver(object);
  }

  private boolean isReceiver(int name) {
    String word = tree.word(tree.data(name));
    return word.equals("self") || word.equals("this") || word.equals("cls");
  }

  private boolean returned(int call, int function, int depth) {
    for (int result : flow.definitions().returns.get(function)) {
      if (tree.first(result) != 0 && through(call, tree.first(result), depth)) {
        return true;
      }
    }
    return false;
  }

  /** Functions whose result holds their arguments. */
  private boolean carries(String word, byte kind) {
    return vocabulary.carriers().contains(word) || kind == Kind.ERROR;
  }

  private boolean parameter(int node, int depth) {
    int function = tree.parent(node);
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.ANNOTATION && sources.numbers() && safe(child)) {
        return false;
      }
      if (tree.kind(child) == Kind.CALL && safeName(tree.first(child))) {
        return false;
      }
    }
    if (tree.data(node) >= 0 && flow.arguments().isReceiver(node)) {
      return false;
    }
    if (sources.handlerParameters() && handlers.fillsParameters(function)) {
      return handlers.carriesData(function, node)
          || sources.typedParameters() && handlers.isTyped(function, node);
    }
    if (fromCallers(node, function, depth)) {
      return true;
    }
    return sources.parameters() && flow.arguments().of(function).length == 0;
  }

  private boolean safe(int annotation) {
    int type = tree.first(annotation);
    while (type != 0 && (tree.kind(type) == Kind.INDEX || tree.kind(type) == Kind.TYPED)) {
      type = tree.kind(type) == Kind.TYPED ? tree.last(type) : tree.next(tree.first(type));
    }
    return type != 0 && safeName(type);
  }

  private boolean safeName(int node) {
    byte kind = tree.kind(node);
    return (kind == Kind.NAME || kind == Kind.ATTRIBUTE)
        && vocabulary.safeTypes().contains(tree.word(tree.data(node)));
  }

  private boolean fromCallers(int parameter, int function, int depth) {
    for (int call : flow.arguments().of(function)) {
      int argument = flow.arguments().passed(call, parameter);
      if (argument != 0 && through(parameter, argument, depth)) {
        return true;
      }
    }
    return false;
  }
}
