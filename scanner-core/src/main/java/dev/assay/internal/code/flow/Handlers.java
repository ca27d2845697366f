package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import java.util.Set;

/** Functions that a web framework calls with a request's data. */
public final class Handlers {
  private static final Set<String> REQUESTS =
      Set.of(
          "request",
          "req",
          "r",
          "w",
          "res",
          "response",
          "next",
          "reply",
          "h",
          "ctx",
          "env",
          "done");

  /** The request or the response itself, in the signature of a handler. */
  private static final Set<String> REQUEST_TYPES =
      Set.of(
          "HttpServletRequest",
          "HttpServletResponse",
          "ServletRequest",
          "ServletResponse",
          "ServerHttpRequest",
          "ServerRequest",
          "ServerWebExchange",
          "RoutingContext",
          "ContainerRequestContext",
          "ResponseWriter",
          "HttpContext",
          "HttpRequest");

  /** What a framework passes besides: services, the session, who is logged in. */
  private static final Set<String> HELPER_TYPES =
      Set.of(
          "Model",
          "ModelMap",
          "ModelAndView",
          "BindingResult",
          "Errors",
          "RedirectAttributes",
          "HttpSession",
          "Principal",
          "Authentication",
          "Pageable",
          "Locale",
          "UriInfo",
          "FromServices",
          "CancellationToken",
          "MultipartFile",
          "IFormFile",
          "HttpPostedFileBase",
          "AuthenticationPrincipal",
          "Writer",
          "PrintWriter");

  /** Annotations and attributes that fill a parameter from a request. */
  private static final Set<String> FILLED =
      Set.of(
          "RequestParam",
          "PathVariable",
          "RequestBody",
          "RequestHeader",
          "RequestPart",
          "CookieValue",
          "MatrixVariable",
          "QueryParam",
          "PathParam",
          "FormParam",
          "HeaderParam",
          "CookieParam",
          "FormDataParam",
          "RestQuery",
          "FromQuery",
          "FromBody",
          "FromRoute",
          "FromForm",
          "FromHeader",
          "FromUri");

  private static final Set<String> ACTION_RESULTS =
      Set.of(
          "IActionResult",
          "ActionResult",
          "JsonResult",
          "ViewResult",
          "ContentResult",
          "RedirectResult",
          "FileResult",
          "IHttpActionResult",
          "HttpResponseMessage");
  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "delete", "patch", "head", "options");

  private static final Set<String> MAPPED =
      Set.of("MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods");

  private static final byte YES = 1;
  private static final byte NO = 2;

  private final Flow flow;
  private final Tree tree;
  final PathSet decorators;
  private final byte[] known;

  /**
   * Handlers are known by these decorators, a first parameter "request", or methods named by verbs.
   */
  Handlers(Flow flow, PathSet decorators) {
    this.flow = flow;
    this.tree = flow.tree;
    this.decorators = decorators;
    this.known = new byte[tree.size()];
  }

  /** Whether a FUNCTION is a handler. */
  public boolean isHandler(int function) {
    if (known[function] == 0) {
      known[function] = findHandler(function) ? YES : NO;
    }
    return known[function] == YES;
  }

  private boolean findHandler(int function) {
    return looksLikeOne(function)
        || typed()
            && (signature(function)
                || tree.language == Language.CSHARP && headed(function, ACTION_RESULTS));
  }

  /**
   * Whether a handler's parameters are filled from the request. {@code (HttpServletRequest request,
   * String name)} alone is a handler or a helper of one, and its name comes from the code.
   */
  boolean fillsParameters(int function) {
    if (!isHandler(function)) {
      return false;
    }
    return !typed()
        || looksLikeOne(function)
        || tree.language == Language.CSHARP && headed(function, ACTION_RESULTS)
        || anyParameter(function, FILLED);
  }

  private boolean anyParameter(int function, Set<String> words) {
    for (int child = tree.first(function); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.PARAMETER && has(child, words)) {
        return true;
      }
    }
    return false;
  }

  /** In JavaScript a "request" that comes first is often one that is sent. */
  private boolean script() {
    return tree.language == Language.JAVASCRIPT || tree.language == Language.TYPESCRIPT;
  }

  private boolean typed() {
    return tree.language == Language.JAVA
        || tree.language == Language.CSHARP
        || tree.language == Language.GO;
  }

  /** Whether a parameter is a request by its type, or filled from one by its annotation. */
  private boolean signature(int function) {
    for (int child = tree.first(function); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.PARAMETER
          && (has(child, REQUEST_TYPES) || has(child, FILLED) || isGoRequest(child))) {
        return true;
      }
    }
    return false;
  }

  /** {@code *http.Request}, {@code *gin.Context}: their last words alone say too little. */
  private boolean isGoRequest(int parameter) {
    if (tree.language != Language.GO) {
      return false;
    }
    String text = tree.text(parameter);
    return text.endsWith("http.Request")
        || text.endsWith("gin.Context")
        || text.endsWith("echo.Context")
        || text.endsWith("fiber.Ctx");
  }

  /** Whether one of the words stands between a function's start and its body. */
  private boolean headed(int function, Set<String> words) {
    int end = tree.last(function);
    return end != 0
        && tree.kind(end) == Kind.BLOCK
        && tree.start(function) < tree.start(end)
        && anyWord(tree.text(tree.start(function), tree.start(end)), words);
  }

  private boolean has(int parameter, Set<String> words) {
    return anyWord(tree.text(parameter), words);
  }

  private static boolean anyWord(String text, Set<String> words) {
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean part = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
      if (part && from < 0) {
        from = i;
      } else if (!part && from >= 0) {
        if (words.contains(text.substring(from, i))) {
          return true;
        }
        from = -1;
      }
    }
    return false;
  }

  /** {@code app.MapGet("/a", (string name) => ...)}. */
  private boolean isMapped(int function) {
    int call = tree.parent(function);
    int callee = call != 0 && tree.kind(call) == Kind.CALL ? tree.first(call) : 0;
    return callee != 0
        && tree.kind(callee) == Kind.ATTRIBUTE
        && MAPPED.contains(tree.word(tree.data(callee)));
  }

  private boolean looksLikeOne(int function) {
    if (tree.language == Language.CSHARP && isMapped(function)) {
      return true;
    }
    int parameters = 0;
    for (int child = tree.first(function); child != 0; child = tree.next(child)) {
      byte kind = tree.kind(child);
      if (kind == Kind.DECORATOR && decorates(child)) {
        return true;
      }
      if (!typed()
          && !script()
          && kind == Kind.PARAMETER
          && tree.data(child) >= 0
          && ++parameters <= 2) {
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
    if (word < 0 || !typed() && isHelper(tree.word(word)) || isTyped(function, parameter)) {
      return false;
    }
    return !typed()
        || !has(parameter, REQUEST_TYPES)
            && !has(parameter, HELPER_TYPES)
            && !isGoRequest(parameter);
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
