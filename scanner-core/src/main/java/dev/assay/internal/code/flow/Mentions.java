package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each variable, member and element is mentioned in its function, in the order of the text:
 * what was looked at by a condition before, what is done with it next.
 */
public final class Mentions {
  /** Most mentions of one thing in one function that are looked at. */
  private static final int MAX = 300;

  /** Statements behind one that are looked through for its next mention. */
  private static final int FAR = 200;

  /** So many conditions around a statement are left for what follows them. */
  private static final int MOST_BRANCHES = 2;

  private record Key(int function, String path) {}

  private static final List<Integer> NONE = List.of();

  private final Flow flow;
  private final Tree tree;
  private final Looks looks;
  private final Map<Key, List<Integer>> mentions = new HashMap<>();

  Mentions(Flow flow) {
    this.flow = flow;
    this.tree = flow.tree;
    this.looks = new Looks(tree);
    for (int node = 1; node < tree.size(); node++) {
      byte kind = tree.kind(node);
      if (tree.parent(node) != 0
          && (kind == Kind.NAME || kind == Kind.ATTRIBUTE || kind == Kind.INDEX)) {
        String path = flow.written(node);
        if (path != null) {
          List<Integer> list =
              mentions.computeIfAbsent(
                  new Key(flow.functionOf(node), path), key -> new ArrayList<>(4));
          if (list.size() < MAX) {
            list.add(node);
          }
        }
      }
    }
    for (List<Integer> list : mentions.values()) {
      list.sort(Comparator.comparingInt(tree::start));
    }
  }

  /** The variable, member or element behind address, pointee and await; 0 if it is none. */
  int place(int node) {
    int at = node;
    for (int i = 0; i < 8; i++) {
      byte kind = tree.kind(at);
      if (kind == Kind.NAME || kind == Kind.ATTRIBUTE || kind == Kind.INDEX) {
        return at;
      }
      if (kind != Kind.UNARY && kind != Kind.STAR && kind != Kind.AWAIT) {
        return 0;
      }
      at = tree.first(at);
    }
    return 0;
  }

  private List<Integer> of(int place) {
    String path = place == 0 ? null : flow.written(place);
    return path == null ? NONE : mentions.getOrDefault(new Key(flow.functionOf(place), path), NONE);
  }

  /** Whether a condition before the node looks at the place; with {@code bound}, at its size. */
  boolean lookedAtBefore(int place, boolean bound) {
    for (int mention : of(place)) {
      if (tree.start(mention) >= tree.start(place)) {
        return false;
      }
      if (looks.at(mention, bound)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition behind the node looks at what it names. */
  public boolean lookedAtAfter(int node) {
    int place = place(node);
    for (int mention : of(place)) {
      if (mention != place && tree.start(mention) >= tree.end(place) && looks.at(mention, false)) {
        return true;
      }
    }
    return looks.at(place, false);
  }

  /** Whether what the node names is passed to such a call elsewhere in its function. */
  public boolean given(int node, PathSet calls, boolean after) {
    int place = place(node);
    for (int mention : of(place)) {
      boolean there =
          after ? tree.start(mention) >= tree.end(place) : tree.end(mention) <= tree.start(place);
      if (there && isGiven(mention, calls)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a member, an element or the pointee of what the node names is used behind it. */
  public boolean reachedThroughAfter(int node) {
    int place = place(node);
    for (int mention : of(place)) {
      if (tree.start(mention) >= tree.end(place) && isObject(mention)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what the node names is mentioned again behind it, other than to be set. */
  public boolean usedAfter(int node) {
    int place = place(node);
    for (int mention : of(place)) {
      if (tree.start(mention) >= tree.end(place) && !isSet(mention) && !isMeasured(mention)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what the node names gets a value behind it. */
  public boolean setAfter(int node) {
    int place = place(node);
    for (int mention : of(place)) {
      if (tree.start(mention) >= tree.end(place) && isSet(mention)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the next statements, on a straight line, use what the node names before it is set.
   *
   * @param calls it must be passed to one of these; null for any use but a comparison
   */
  public boolean usedNext(int node, @Nullable PathSet calls) {
    int place = place(node);
    String path = place == 0 ? null : flow.written(place);
    if (path == null || path.indexOf('[') >= 0) {
      return false;
    }
    int next = next(place, of(place));
    if (next == 0 || isSet(next) || looks.at(next, false)) {
      return false;
    }
    return calls == null || isGiven(next, calls);
  }

  /** The first mention in the statements behind the one around {@code place}; 0 if unsure. */
  private int next(int place, List<Integer> all) {
    int statement = statement(place);
    List<Integer> owners = owners(place);
    int at = 0;
    for (; at < all.size() && tree.start(all.get(at)) < tree.end(statement); at++) {
      if (tree.start(all.get(at)) >= tree.end(place) && isSet(all.get(at))) {
        return 0;
      }
    }
    int left = FAR;
    for (int sibling = following(statement);
        sibling != 0 && left > 0;
        sibling = following(sibling), left--) {
      while (at < all.size() && tree.start(all.get(at)) < tree.start(sibling)) {
        at++;
      }
      int found = at < all.size() && tree.end(all.get(at)) <= tree.end(sibling) ? all.get(at) : 0;
      for (int owner : owners) {
        boolean inside =
            tree.start(owner) >= tree.start(sibling) && tree.end(owner) <= tree.end(sibling);
        if (inside && (isSet(owner) || isGiven(owner, null))) {
          return 0;
        }
      }
      if (found != 0) {
        if (tree.text(tree.end(statement), tree.start(found)).contains("#el")) {
          return 0; // the other branch of a conditional compilation
        }
        found = read(found, at, all);
        return tree.enclosing(found, Kind.BLOCK) == tree.parent(sibling) ? found : 0;
      }
      if (looks.leaves(sibling) || isLabel(sibling)) {
        return 0;
      }
    }
    return 0;
  }

  /** The statement that runs after this one: behind the branches of a condition, what follows. */
  private int following(int statement) {
    int at = statement;
    for (int i = 0; i < MOST_BRANCHES && at != 0; i++) {
      if (tree.next(at) != 0) {
        return tree.next(at);
      }
      int block = tree.parent(at);
      int branch = tree.parent(block);
      if (tree.kind(block) != Kind.BLOCK || tree.kind(branch) != Kind.IF) {
        return 0;
      }
      at = statement(branch);
    }
    return 0;
  }

  /** In {@code p = p->next} the value is read before the variable is set. */
  private int read(int found, int at, List<Integer> all) {
    int parent = tree.parent(found);
    return isSet(found)
            && at + 1 < all.size()
            && tree.end(all.get(at + 1)) <= tree.end(parent)
            && tree.kind(parent) == Kind.ASSIGN
        ? all.get(at + 1)
        : found;
  }

  private boolean isLabel(int statement) {
    int only = tree.first(statement);
    return tree.kind(statement) == Kind.EXPRESSION
        && only != 0
        && tree.kind(only) == Kind.NAME
        && tree.next(only) == 0;
  }

  /** Mentions of the objects that the place is a member of. */
  private List<Integer> owners(int place) {
    List<Integer> owners = new ArrayList<>();
    int at = place;
    while (tree.kind(at) == Kind.ATTRIBUTE || tree.kind(at) == Kind.INDEX) {
      at = tree.first(at);
      for (int mention : of(place(at))) {
        if (owners.size() < MAX && !isObject(mention)) {
          owners.add(mention);
        }
      }
    }
    return owners;
  }

  private int statement(int node) {
    int at = node;
    while (tree.parent(at) != 0 && tree.kind(tree.parent(at)) != Kind.BLOCK) {
      at = tree.parent(at);
    }
    return at;
  }

  /** Whether a member, an element or the pointee of the mentioned thing is meant. */
  private boolean isObject(int mention) {
    int parent = tree.parent(mention);
    byte kind = tree.kind(parent);
    return (kind == Kind.ATTRIBUTE || kind == Kind.INDEX) && tree.first(parent) == mention
        || kind == Kind.STAR && tree.data(parent) == 1 && tree.language.id().startsWith("c");
  }

  private boolean isMeasured(int mention) {
    int parent = tree.parent(mention);
    return tree.kind(parent) == Kind.CALL
        && tree.kind(tree.first(parent)) == Kind.NAME
        && tree.word(tree.data(tree.first(parent))).equals("sizeof");
  }

  private boolean isSet(int mention) {
    int parent = tree.parent(mention);
    return switch (tree.kind(parent)) {
      case Kind.ASSIGN -> tree.last(parent) != mention && tree.data(parent) == 0;
      case Kind.TYPED -> tree.last(parent) == mention;
      case Kind.UNARY -> tree.data(parent) == '&';
      default -> false;
    };
  }

  private boolean isGiven(int mention, @Nullable PathSet calls) {
    int at = mention;
    int parent = tree.parent(at);
    while (tree.kind(parent) == Kind.UNARY || tree.kind(parent) == Kind.KEYWORD) {
      at = parent;
      parent = tree.parent(at);
    }
    return tree.kind(parent) == Kind.CALL
        && tree.first(parent) != at
        && (calls == null || flow.is(tree.first(parent), calls));
  }
}
