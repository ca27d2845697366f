package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import java.util.Set;

/** Functions that a web framework calls with a request's data. */
public final class Handlers {
  private static final Set<String> REQUESTS =
      Set.of("request", "req", "r", "w", "res", "response", "next");
  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "delete", "patch", "head", "options");

  private final Flow flow;
  private final Tree tree;
  private final PathSet decorators;

  /**
   * Handlers are known by these decorators, a first parameter "request", or methods named by verbs.
   */
  public Handlers(Flow flow, PathSet decorators) {
    this.flow = flow;
    this.tree = flow.tree;
    this.decorators = decorators;
  }

  /** Whether a FUNCTION is a handler. */
  public boolean isHandler(int function) {
    int parameters = 0;
    for (int child = tree.first(function); child != 0; child = tree.next(child)) {
      byte kind = tree.kind(child);
      if (kind == Kind.DECORATOR && decorates(child)) {
        return true;
      }
      if (kind == Kind.PARAMETER && tree.data(child) >= 0 && ++parameters <= 2) {
        if (tree.word(tree.data(child)).equals("request")) {
          return true;
        }
      }
    }
    return isVerbMethod(function);
  }

  private boolean decorates(int decorator) {
    int value = tree.first(decorator);
    int callee = value != 0 && tree.kind(value) == Kind.CALL ? tree.first(value) : value;
    return callee != 0 && flow.is(callee, decorators);
  }

  private boolean isVerbMethod(int function) {
    return tree.data(function) >= 0
        && VERBS.contains(tree.word(tree.data(function)))
        && tree.enclosing(function, Kind.CLASS) != 0
        && classIsHandler(tree.enclosing(function, Kind.CLASS));
  }

  private boolean classIsHandler(int type) {
    for (int child = tree.first(type); child != 0; child = tree.next(child)) {
      byte kind = tree.kind(child);
      if (kind == Kind.NAME || kind == Kind.ATTRIBUTE) {
        String word = tree.word(tree.data(child));
        if (word.endsWith("Handler") || word.endsWith("View") || word.endsWith("Resource")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a handler's parameter holds data of the request, not the request or a helper itself.
   */
  boolean carriesData(int function, int parameter) {
    int word = tree.data(parameter);
    return word >= 0 && !isHelper(tree.word(word)) && !isTyped(function, parameter);
  }

  /** {@code next} is what comes after the handler, but not in Python: there it is a field. */
  private boolean isHelper(String word) {
    return REQUESTS.contains(word) && !(word.equals("next") && tree.language == Language.PYTHON);
  }

  /** {@code <int:id>} in the route makes the parameter a number. */
  boolean isTyped(int function, int parameter) {
    String name = tree.word(tree.data(parameter));
    for (int child = tree.first(function); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.DECORATOR) {
        String route = tree.text(child);
        if (route.contains("<int:" + name)
            || route.contains("<float:" + name)
            || route.contains("<uuid:" + name)) {
          return true;
        }
      }
    }
    return false;
  }
}
