package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Operators;
import dev.assay.internal.code.tree.Tree;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/** Walks a tree once, in the order of execution, and notes which definitions reach which use. */
final class DefinitionWalk {
  /** Nodes are looked at a few times at most; more only in code that is broken on purpose. */
  private static final int MOST_WALKS = 8;

  private final BitSet declared = new BitSet();
  private long walked;

  private static final Set<String> MUTATORS =
      Set.of(
          "append",
          "extend",
          "add",
          "insert",
          "update",
          "write",
          "push",
          "writelines",
          "appendleft",
          "setdefault",
          "unshift",
          "concat",
          "put",
          "Append",
          "AppendFormat",
          "AppendLine",
          "Add",
          "WriteString");

  /** Calls that fail where a text is not a number: a check as good as a condition. */
  private static final Set<String> CASTS = Set.of("int", "float", "Decimal", "UUID");

  private final Tree tree;
  private final Definitions definitions;
  private final int[] current;
  private final int[] stamp;
  private int function;
  private int stampNow = 1;
  private int[] queue = new int[16];
  private int queued;
  private final Branches branches;
  private final Vocabulary vocabulary;

  DefinitionWalk(Tree tree, Definitions definitions) {
    this.tree = tree;
    this.definitions = definitions;
    this.current = new int[tree.wordLimit()];
    this.stamp = new int[tree.wordLimit()];
    this.vocabulary = Vocabulary.of(tree.language);
    this.branches = new Branches(this, definitions, tree.wordLimit());
  }

  void run() {
    block(tree.root());
    for (int i = 0; i < queued; i++) {
      function = queue[i];
      stampNow++;
      branches.clear();
      function(function);
    }
  }

  int list(int word) {
    return stamp[word] == stampNow ? current[word] : 0;
  }

  void set(int word, int list) {
    branches.note(word, list(word));
    restore(word, list);
  }

  void restore(int word, int list) {
    stamp[word] = stampNow;
    current[word] = list;
  }

  private void function(int node) {
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      byte kind = tree.kind(child);
      if (kind == Kind.PARAMETER) {
        if (tree.data(child) >= 0) {
          define(Definitions.PARAMETER, tree.data(child), child, false);
        } else {
          bind(tree.first(child), child, Definitions.PART, false);
        }
      } else if (kind == Kind.BLOCK) {
        block(child);
      }
    }
  }

  private void block(int node) {
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      walk(child);
    }
  }

  private void define(byte kind, int word, int value, boolean keep) {
    int definition = definitions.define(kind, word, value, function);
    set(word, definitions.cell(definition, keep ? list(word) : 0));
  }

  private void children(int node) {
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      walk(child);
    }
  }

  private void walk(int node) {
    // Broken code may nest what is looked at twice; each level would double the work.
    if (walked++ > MOST_WALKS * (long) tree.size()) {
      return;
    }
    switch (tree.kind(node)) {
      case Kind.NAME -> definitions.reaching[node] = list(tree.data(node));
      case Kind.ASSIGN -> assign(node);
      case Kind.FUNCTION -> declare(node);
      case Kind.CLASS -> type(node);
      case Kind.CALL -> call(node);
      case Kind.IF, Kind.TERNARY -> branch(node);
      case Kind.WHILE -> {
        guard(tree.first(node));
        loop(node);
      }
      case Kind.FOR -> {
        walk(tree.next(tree.first(node)));
        bind(tree.first(node), tree.next(tree.first(node)), Definitions.PART, false);
        loop(node);
      }
      case Kind.COMPREHENSION -> comprehension(node);
      case Kind.WITH_ITEM -> {
        walk(tree.first(node));
        bind(tree.next(tree.first(node)), tree.first(node), Definitions.VALUE, false);
      }
      case Kind.TRY -> attempt(node);
      case Kind.EXCEPT -> handler(node);
      case Kind.RETURN -> {
        definitions.returns.add(function, node);
        children(node);
      }
      case Kind.IMPORT -> imports(node);
      case Kind.ASSERT -> {
        guard(tree.first(node));
        children(node);
      }
      default -> children(node);
    }
  }

  private void declare(int node) {
    if (declared.get(node)) {
      return;
    }
    declared.set(node);
    if (queued == queue.length) {
      queue = Arrays.copyOf(queue, queued * 2);
    }
    queue[queued++] = node;
    definitions.functionOf[node] = function;
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      if (tree.kind(child) != Kind.BLOCK) {
        walk(child);
      }
    }
    if (tree.data(node) >= 0) {
      define(Definitions.DECLARED, tree.data(node), node, false);
    }
  }

  private void type(int node) {
    if (tree.data(node) >= 0) {
      define(Definitions.DECLARED, tree.data(node), node, false);
    }
    children(node);
  }

  private void assign(int node) {
    int value = tree.last(node);
    walk(value);
    boolean augmented = tree.data(node) != 0;
    for (int target = tree.first(node);
        target != value && target != 0;
        target = tree.next(target)) {
      if (augmented && tree.kind(target) == Kind.NAME) {
        walk(target);
      }
      bind(target, value, augmented ? Definitions.MIXED : Definitions.VALUE, augmented);
    }
  }

  private void bind(int target, int value, byte kind, boolean keep) {
    if (target == 0 || value == 0) {
      return;
    }
    switch (tree.kind(target)) {
      case Kind.NAME -> {
        define(kind, tree.data(target), value, keep);
        if (kind == Definitions.PART) {
          definitions.bound(target);
        }
      }
      case Kind.ASSIGN -> bind(tree.first(target), value, kind, keep);
      case Kind.TYPED -> bind(tree.last(target), value, kind, keep);
      case Kind.CALL -> destructure(target, value);
      case Kind.TUPLE, Kind.LIST, Kind.DICT -> unpack(target, value, kind, keep);
      case Kind.STAR -> bind(tree.first(target), value, Definitions.PART, keep);
      case Kind.PAIR -> bind(tree.last(target), value, Definitions.PART, keep);
      case Kind.ATTRIBUTE -> {
        walk(target);
        int member = definitions.member(target);
        if (member >= 0) {
          definitions.members.add(member, value);
        }
      }
      case Kind.INDEX -> {
        walk(target);
        int root = root(target);
        if (root != 0) {
          define(Definitions.MIXED, tree.data(root), value, true);
        }
      }
      default -> walk(target);
    }
  }

  /** {@code list($a, $b) = value}. */
  private void destructure(int call, int value) {
    int callee = tree.first(call);
    if (tree.kind(callee) != Kind.NAME || !tree.word(tree.data(callee)).equals("list")) {
      walk(call);
      return;
    }
    for (int child = tree.next(callee); child != 0; child = tree.next(child)) {
      bind(child, value, Definitions.PART, false);
    }
  }

  private int root(int node) {
    int at = node;
    while (tree.kind(at) == Kind.INDEX) {
      at = tree.first(at);
    }
    return tree.kind(at) == Kind.NAME ? at : 0;
  }

  private void unpack(int target, int value, byte kind, boolean keep) {
    boolean paired =
        (tree.kind(value) == Kind.TUPLE || tree.kind(value) == Kind.LIST)
            && kind == Definitions.VALUE
            && count(value) == count(target);
    int part = paired ? tree.first(value) : value;
    for (int child = tree.first(target); child != 0; child = tree.next(child)) {
      bind(child, part, paired ? kind : Definitions.PART, keep);
      part = paired ? tree.next(part) : part;
    }
  }

  private int count(int node) {
    int count = 0;
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      count++;
    }
    return count;
  }

  private void call(int node) {
    children(node);
    int callee = tree.first(node);
    byte kind = tree.kind(callee);
    if (kind != Kind.NAME && kind != Kind.ATTRIBUTE) {
      return;
    }
    definitions.calls.add(tree.data(callee), node);
    fill(node, callee, tree.word(tree.data(callee)));
    if (kind == Kind.NAME && CASTS.contains(tree.word(tree.data(callee)))) {
      names(node, node);
    }
    if (kind == Kind.ATTRIBUTE && MUTATORS.contains(tree.word(tree.data(callee)))) {
      int object = built(tree.first(callee));
      if (object != 0 && list(tree.data(object)) != 0) {
        for (int argument = tree.next(callee); argument != 0; argument = tree.next(argument)) {
          define(Definitions.MIXED, tree.data(object), argument, true);
        }
      }
    }
  }

  /** Calls such as {@code fgets(line, n, f)} put a value into what an argument names. */
  private void fill(int call, int callee, String word) {
    int first = tree.next(callee);
    if (first == 0) {
      return;
    }
    boolean keep = word.contains("cat");
    if (vocabulary.fillFirst().contains(word)) {
      filled(first, call, keep);
    } else if (vocabulary.fillSecond().contains(word)) {
      filled(tree.next(first), call, keep);
    } else if (vocabulary.fillRest().contains(word)) {
      for (int argument = tree.next(first); argument != 0; argument = tree.next(argument)) {
        filled(argument, call, keep);
      }
    }
  }

  private void filled(int argument, int call, boolean keep) {
    int at = argument;
    boolean part = keep;
    for (int i = 0; i < 6 && at != 0; i++) {
      byte kind = tree.kind(at);
      if (kind == Kind.NAME) {
        define(Definitions.MIXED, tree.data(at), call, part);
        return;
      }
      part |= kind == Kind.BINARY || kind == Kind.INDEX;
      boolean inside =
          kind == Kind.UNARY
              || kind == Kind.BINARY
              || kind == Kind.INDEX
              || kind == Kind.AWAIT
              || kind == Kind.STAR;
      at = inside ? tree.first(at) : 0;
    }
  }

  /** The NAME that a chain of calls such as {@code b.append(x).append(y)} fills; 0 if none. */
  private int built(int node) {
    int at = node;
    for (int i = 0; i < 40 && tree.kind(at) == Kind.CALL; i++) {
      at = tree.first(tree.first(at));
    }
    return at != 0 && tree.kind(at) == Kind.NAME ? at : 0;
  }

  private void branch(int node) {
    branches.open();
    boolean condition = true;
    int alternatives = 0;
    boolean otherwise = false;
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      if (condition && (tree.next(child) != 0 || tree.kind(node) == Kind.TERNARY)) {
        guard(child);
        walk(child);
        condition = tree.kind(node) == Kind.TERNARY;
        if (condition) {
          condition = false;
          children(child);
        }
        continue;
      }
      otherwise |= condition;
      int mark = branches.mark();
      walk(child);
      branches.close(mark, leaves(child));
      alternatives++;
      condition = tree.kind(node) == Kind.IF;
    }
    branches.merge(alternatives, otherwise);
  }

  private boolean leaves(int block) {
    int last = tree.last(block);
    byte kind = last == 0 ? Kind.ERROR : tree.kind(last);
    return kind == Kind.RETURN || kind == Kind.RAISE;
  }

  private void loop(int node) {
    branches.open();
    int mark = branches.mark();
    int from = tree.kind(node) == Kind.FOR ? tree.next(tree.first(node)) : 0;
    for (int child = from == 0 ? tree.first(node) : tree.next(from);
        child != 0;
        child = tree.next(child)) {
      walk(child);
    }
    branches.close(mark, false);
    branches.merge(1, false);
  }

  private void attempt(int node) {
    branches.open();
    int alternatives = 0;
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.EXCEPT) {
        int mark = branches.mark();
        walk(child);
        branches.close(mark, leaves(tree.last(child)));
        alternatives++;
      } else {
        walk(child);
      }
    }
    branches.merge(alternatives, false);
  }

  private void handler(int node) {
    if (tree.data(node) >= 0) {
      define(Definitions.EXCEPTION, tree.data(node), node, false);
    }
    children(node);
  }

  private void comprehension(int node) {
    int element = tree.first(node);
    for (int clause = tree.next(element); clause != 0; clause = tree.next(clause)) {
      int target = tree.first(clause);
      int iterated = target == 0 ? 0 : tree.next(target);
      for (int child = iterated; child != 0; child = tree.next(child)) {
        walk(child);
        if (child == iterated) {
          bind(target, iterated, Definitions.PART, false);
        } else {
          guard(child);
        }
      }
    }
    walk(element);
  }

  private void imports(int node) {
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      int path = tree.first(child);
      if (tree.data(child) >= 0 && path != 0) {
        definitions.imported[tree.data(child)] = path;
      }
    }
  }

  /** Notes which names a condition looks at, with the comparison or call that does. */
  private void guard(int condition) {
    if (condition == 0) {
      return;
    }
    switch (tree.kind(condition)) {
      case Kind.LOGIC, Kind.NOT -> {
        for (int child = tree.first(condition); child != 0; child = tree.next(child)) {
          guard(child);
        }
      }
      case Kind.COMPARE -> {
        int op = tree.data(condition);
        if (op == Operators.IN || op == Operators.NOT_IN) {
          names(tree.first(condition), condition);
        } else {
          names(condition, condition);
        }
      }
      case Kind.CALL -> names(condition, condition);
      case Kind.INDEX -> names(tree.last(condition), condition);
      case Kind.ASSIGN -> guard(tree.last(condition));
      default -> {}
    }
  }

  private void names(int node, int guard) {
    if (tree.kind(node) == Kind.NAME) {
      definitions.guards.add(tree.data(node), guard);
      for (int definition : definitions.of(node)) {
        if (Hosts.parses(tree, definitions.value[definition])) {
          parsed(definitions.value[definition], node);
        }
      }
      return;
    }
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      names(child, guard);
    }
  }

  private void parsed(int value, int looked) {
    if (tree.kind(value) == Kind.NAME) {
      definitions.parsed.add(tree.data(value), looked);
      return;
    }
    for (int child = tree.first(value); child != 0; child = tree.next(child)) {
      parsed(child, looked);
    }
  }
}
