package dev.assay.internal.format;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One list of records, an object that holds such lists (also one level deeper), or records one
 * after the other. Lists are read as they stream by; nothing but the record at hand is kept.
 */
final class JsonSplitter extends RowSplitter {
  private static final int LOOKAHEAD = 1 << 18;
  private static final int DEEPEST = 3;

  private enum State {
    ROOT,
    FIRST_ELEMENT,
    FIRST_IN_MEMBER,
    ELEMENT,
    COMMA,
    FIRST_KEY,
    KEY,
    COLON,
    MEMBER,
    IN_ROW,
    IN_KEY,
    IN_OTHER
  }

  private enum Container {
    LIST,
    OBJECT
  }

  private final RowFormat format;
  private final RootShape shape;
  private final ValueScanner value = new ValueScanner();
  private final Deque<Container> containers = new ArrayDeque<>();
  private State state = State.ROOT;
  private boolean anyRoot;
  private long rowLine;
  private long rowColumn;

  JsonSplitter(String uri, ReadOptions options, long firstOffset, ByteWindow window) {
    super(uri, options.maxRecordBytes(), firstOffset, window);
    this.format = new JsonRows(options);
    this.shape = new RootShape(format);
  }

  @Override
  String name() {
    return "json";
  }

  @Override
  RowFormat format() {
    return format;
  }

  @Override
  void scan(ByteWindow window) throws UnreadableFileException {
    boolean going = true;
    while (going) {
      going =
          switch (state) {
            case IN_ROW, IN_KEY, IN_OTHER -> value(window);
            default -> skipBlank(window) && token(window);
          };
    }
    if (!inRow) {
      keep = window.at;
    }
  }

  @Override
  void finish(ByteWindow window) throws UnreadableFileException {
    if (state != State.ROOT) {
      throw new UnreadableFileException(
          "ends before its JSON does"
              + (inRow ? ", in a record that began on line " + rowLine : ""),
          value.line());
    }
  }

  private boolean value(ByteWindow window) throws UnreadableFileException {
    int end = value.scan(window.bytes, window.at, window.end, window.before);
    if (end < 0) {
      window.at = window.end;
      return false;
    }
    window.at = end;
    if (state == State.IN_ROW) {
      row(keep, end, rowLine, rowColumn);
      keep = end;
      state = containers.isEmpty() ? State.ROOT : State.COMMA;
    } else {
      state = state == State.IN_KEY ? State.COLON : State.COMMA;
    }
    return true;
  }

  private boolean skipBlank(ByteWindow window) {
    while (window.at < window.end) {
      byte b = window.bytes[window.at];
      if (b == '\n') {
        value.newline(window.before + window.at);
      } else if (b != ' ' && b != '\t' && b != '\r') {
        return true;
      }
      window.at++;
    }
    return false;
  }

  private boolean token(ByteWindow window) throws UnreadableFileException {
    byte b = window.bytes[window.at];
    if (state == State.ROOT) {
      return root(window, b);
    }
    switch (state) {
      case FIRST_ELEMENT, FIRST_IN_MEMBER -> firstElement(window, b);
      case ELEMENT -> beginRow(window, b);
      case COMMA -> commaOrEnd(window, b);
      case FIRST_KEY, KEY -> key(window, b);
      case COLON -> colon(window, b);
      default -> member(window, b);
    }
    return true;
  }

  private boolean root(ByteWindow window, byte b) throws UnreadableFileException {
    require(b == '{' || b == '[', window);
    if (b == '[') {
      open(window, Container.LIST, State.FIRST_ELEMENT);
    } else if (!window.last && window.end - window.at < LOOKAHEAD) {
      return false;
    } else if (shape.isContainer(window.bytes, window.at, window.end)) {
      open(window, Container.OBJECT, State.FIRST_KEY);
    } else {
      beginRow(window, b);
    }
    anyRoot = true;
    return true;
  }

  private void open(ByteWindow window, Container container, State next) {
    containers.push(container);
    window.at++;
    state = next;
  }

  private void firstElement(ByteWindow window, byte b) throws UnreadableFileException {
    if (b == ']') {
      close(window);
    } else if (state == State.FIRST_ELEMENT || b == '{') {
      beginRow(window, b);
    } else {
      // A list of other things than objects, beside those that matter.
      containers.pop();
      value.beginInside();
      state = State.IN_OTHER;
    }
  }

  private void beginRow(ByteWindow window, byte b) throws UnreadableFileException {
    require(b != ']' && b != '}' && b != ',' && b != ':', window);
    value.begin();
    keep = window.at;
    inRow = true;
    rowLine = value.line();
    rowColumn = value.column(window.before + window.at);
    state = State.IN_ROW;
  }

  private void commaOrEnd(ByteWindow window, byte b) throws UnreadableFileException {
    boolean list = containers.element() == Container.LIST;
    if (b == ',') {
      window.at++;
      state = list ? State.ELEMENT : State.KEY;
    } else {
      require(b == (list ? ']' : '}'), window);
      close(window);
    }
  }

  private void close(ByteWindow window) {
    containers.pop();
    window.at++;
    state = containers.isEmpty() ? State.ROOT : State.COMMA;
  }

  private void key(ByteWindow window, byte b) throws UnreadableFileException {
    if (b == '}' && state == State.FIRST_KEY) {
      close(window);
      return;
    }
    require(b == '"', window);
    value.begin();
    state = State.IN_KEY;
  }

  private void colon(ByteWindow window, byte b) throws UnreadableFileException {
    require(b == ':', window);
    window.at++;
    state = State.MEMBER;
  }

  private void member(ByteWindow window, byte b) throws UnreadableFileException {
    if (b == '[') {
      open(window, Container.LIST, State.FIRST_IN_MEMBER);
    } else if (b == '{' && containers.size() < DEEPEST) {
      open(window, Container.OBJECT, State.FIRST_KEY);
    } else {
      require(b != ']' && b != '}' && b != ',' && b != ':', window);
      value.begin();
      state = State.IN_OTHER;
    }
  }

  private void require(boolean valid, ByteWindow window) throws UnreadableFileException {
    if (!valid) {
      String where =
          " (line " + value.line() + ", column " + value.column(window.before + window.at) + ")";
      boolean after = state == State.ROOT && anyRoot;
      throw new UnreadableFileException(
          after ? "goes on behind the end of its JSON" + where : "is not valid JSON" + where,
          value.line());
    }
  }
}
