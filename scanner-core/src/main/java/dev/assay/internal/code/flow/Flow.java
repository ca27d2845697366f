package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is known of values in one tree: paths of names, constants, built strings, where values come
 * from. Computed as far as it is asked for; used by one thread at a time.
 */
public final class Flow {
  private static final int MAX_PARTS = 24;

  final Tree tree;
  private @Nullable Definitions definitions;
  private final Constants constants;
  private final CallSites arguments;
  private final Patterns patterns;
  private @Nullable String @Nullable [] written;
  private @Nullable String @Nullable [] resolved;
  private int @Nullable [] resolvedHashes;
  private @Nullable Handlers handlers;
  private @Nullable Mentions mentions;
  private @Nullable Declarations declarations;
  private final Bounds bounds;
  private final java.util.HashMap<String, Taint> taints = new java.util.HashMap<>();

  /** What is known of values in {@code tree}. */
  public Flow(Tree tree) {
    this.tree = tree;
    this.constants = new Constants(this);
    this.arguments = new CallSites(this);
    this.patterns = new Patterns(tree);
    this.bounds = new Bounds(this);
  }

  /** The tree. */
  public Tree tree() {
    return tree;
  }

  Definitions definitions() {
    Definitions known = definitions;
    if (known == null) {
      known = new Definitions(tree);
      definitions = known;
    }
    return known;
  }

  /** Where variables and members are mentioned. */
  public Mentions mentions() {
    Mentions known = mentions;
    if (known == null) {
      known = new Mentions(this);
      mentions = known;
    }
    return known;
  }

  /** How the variable behind a node is declared, as text; empty if that is not in sight. */
  public String declaration(int node) {
    int name = mentions().place(node);
    if (name == 0 || tree.kind(name) != Kind.NAME) {
      return "";
    }
    return declarations().of(this, name);
  }

  /** Whether the NAME stands in its declaration, not in a use. */
  public boolean declares(int name) {
    return declarations().declares(name);
  }

  private Declarations declarations() {
    Declarations known = declarations;
    if (known == null) {
      known = new Declarations(this);
      declarations = known;
    }
    return known;
  }

  /** Which functions answer requests, known by these decorators. */
  public Handlers handlers(PathSet decorators) {
    Handlers known = handlers;
    if (known == null || known.decorators != decorators) {
      known = new Handlers(this, decorators);
      handlers = known;
    }
    return known;
  }

  /** Which values conditions look at. */
  public Bounds bounds() {
    return bounds;
  }

  CallSites arguments() {
    return arguments;
  }

  /** Constants and built strings. */
  public Constants constants() {
    return constants;
  }

  /** Where values come from, asked with these sources. */
  public Taint taint(Sources sources) {
    return taints.computeIfAbsent(sources.key(), key -> new Taint(this, sources));
  }

  /**
   * Whether the path of a NAME, ATTRIBUTE, CALL or INDEX, as written or resolved, is in the set.
   */
  public boolean is(int node, PathSet set) {
    if (!set.hasWild() && !mayBe(node, set)) {
      return false;
    }
    String last = lastPart(node);
    if (last == null) {
      return false;
    }
    if (set.mayEnd(last)) {
      String path = written(node);
      if (path != null && set.matches(path)) {
        return true;
      }
    }
    if (tree.kind(node) == Kind.NAME || set.mayEnd(last)) {
      String path = resolved(node);
      return path != null && set.matches(path);
    }
    return false;
  }

  /** False where the hashes of the last parts alone say that the node is not in the set. */
  private boolean mayBe(int node, PathSet set) {
    int calls = 0;
    int at = node;
    byte kind = tree.kind(at);
    while (kind == Kind.CALL) {
      calls++;
      at = tree.first(at);
      kind = tree.kind(at);
    }
    if (kind != Kind.NAME && kind != Kind.ATTRIBUTE) {
      return false;
    }
    int hash = tree.wordHash(tree.data(at));
    for (int i = 0; i < calls; i++) {
      hash = (hash * 31 + '(') * 31 + ')';
    }
    return set.mayEnd(hash) || calls == 0 && kind == Kind.NAME && set.mayEnd(resolvedHash(node));
  }

  /** Hash of the last part of the resolved path of a NAME. */
  private int resolvedHash(int name) {
    if (resolvedHashes == null) {
      resolvedHashes = new int[tree.size()];
    }
    int known = resolvedHashes[name];
    if (known == 0) {
      String path = resolved(name);
      known = path == null ? 0 : path.substring(path.lastIndexOf('.') + 1).hashCode();
      resolvedHashes[name] = known;
    }
    return known;
  }

  /** Whether the resolved path of a NAME leads through one in the set: it is a part of that. */
  boolean isWithin(int node, PathSet set) {
    String path = set.isEmpty() ? null : resolved(node);
    if (path == null) {
      return false;
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (set.matches(path.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String with(@Nullable String path, String suffix) {
    if (path == null) {
      return null;
    }
    return path + suffix;
  }

  private @Nullable String lastPart(int node) {
    return switch (tree.kind(node)) {
      case Kind.NAME, Kind.ATTRIBUTE -> tree.word(tree.data(node));
      case Kind.CALL -> with(lastPart(tree.first(node)), "()");
      default -> null;
    };
  }

  /** The dotted path as it stands in the code, or null if there is none. */
  public @Nullable String written(int node) {
    if (written == null) {
      written = new String[tree.size()];
    }
    String known = written[node];
    if (known == null) {
      known = path(node, false, 0);
      written[node] = known == null ? "" : known;
    }
    return known == null || known.isEmpty() ? null : known;
  }

  /** The dotted path through imports and the call that made the object; null if there is none. */
  public @Nullable String resolved(int node) {
    if (resolved == null) {
      resolved = new String[tree.size()];
    }
    String known = resolved[node];
    if (known == null) {
      resolved[node] = "";
      known = path(node, true, 0);
      resolved[node] = known == null ? "" : known;
    }
    return known == null || known.isEmpty() ? null : known;
  }

  private @Nullable String path(int node, boolean resolve, int parts) {
    if (parts > MAX_PARTS) {
      return null;
    }
    return switch (tree.kind(node)) {
      case Kind.NAME -> resolve ? name(node, parts) : tree.word(tree.data(node));
      case Kind.ATTRIBUTE -> {
        String object = path(tree.first(node), resolve, parts + 1);
        yield (object == null ? "?" : object) + "." + tree.word(tree.data(node));
      }
      case Kind.CALL -> {
        int string = required(node);
        yield string == 0 ? with(path(tree.first(node), resolve, parts + 1), "()") : module(string);
      }
      case Kind.INDEX -> with(path(tree.first(node), resolve, parts + 1), "[]");
      case Kind.AWAIT -> tree.first(node) == 0 ? null : path(tree.first(node), resolve, parts + 1);
      case Kind.STRING, Kind.TEMPLATE -> "''";
      default -> null;
    };
  }

  private String name(int node, int parts) {
    String word = tree.word(tree.data(node));
    Definitions known = definitions();
    int[] reaching = known.of(node);
    if (reaching.length == 0) {
      String imported = imported(known.imported[tree.data(node)], parts);
      return imported == null ? word : imported;
    }
    if (reaching.length == 1 && known.kind[reaching[0]] == Definitions.PART) {
      int string = required(known.value[reaching[0]]);
      if (string != 0) {
        return module(string) + "." + word;
      }
      String keys = patterns.keys(known.target[reaching[0]]);
      String object =
          keys.isEmpty() || parts > 6 ? null : patterns.object(known.value[reaching[0]]);
      if (object == null
          && !keys.isEmpty()
          && tree.kind(known.value[reaching[0]]) != Kind.PARAMETER) {
        object = path(known.value[reaching[0]], true, parts + 4);
      }
      return object == null ? word : object + keys;
    }
    if (reaching.length == 1 && known.kind[reaching[0]] == Definitions.VALUE && parts < 6) {
      int value = known.value[reaching[0]];
      byte kind = tree.kind(value);
      if (value != node
          && (kind == Kind.CALL
              || kind == Kind.ATTRIBUTE
              || kind == Kind.NAME
              || kind == Kind.AWAIT)) {
        String path = path(value, true, parts + 4);
        return path == null ? word : path;
      }
    }
    return word;
  }

  private @Nullable String imported(int path, int parts) {
    if (path == 0) {
      return null;
    }
    if (tree.kind(path) != Kind.STRING) {
      return path(path, false, parts + 1);
    }
    int member = tree.next(path);
    return module(path) + (member == 0 ? "" : "." + tree.word(tree.data(member)));
  }

  private String module(int string) {
    String name = tree.stringValue(string);
    if (tree.language == Language.GO) {
      return name.substring(name.lastIndexOf('/') + 1);
    }
    return name.startsWith("node:") ? name.substring(5) : name;
  }

  /** The STRING in {@code require('module')}; 0 if the node is none. */
  private int required(int node) {
    if (tree.kind(node) == Kind.CALL
        && tree.kind(tree.first(node)) == Kind.NAME
        && tree.word(tree.data(tree.first(node))).equals("require")) {
      int string = tree.next(tree.first(node));
      return string != 0 && tree.kind(string) == Kind.STRING ? string : 0;
    }
    return 0;
  }

  /** What a FUNCTION is called: its name, or the variable, member or key that holds it. */
  public String nameOf(int function) {
    int word = definitions().nameOf(function);
    if (word >= 0) {
      return tree.word(word);
    }
    int around = tree.parent(function);
    if (tree.kind(around) == Kind.AWAIT) {
      around = tree.parent(around);
    }
    int holder = tree.first(around);
    boolean held = tree.kind(around) == Kind.ASSIGN || tree.kind(around) == Kind.PAIR;
    return switch (held ? tree.kind(holder) : Kind.ERROR) {
      case Kind.NAME, Kind.ATTRIBUTE -> tree.word(tree.data(holder));
      case Kind.STRING -> tree.stringValue(holder);
      default -> "";
    };
  }

  /** The function around a node, or 0. */
  public int functionOf(int node) {
    return definitions().functionOf(node);
  }
}
