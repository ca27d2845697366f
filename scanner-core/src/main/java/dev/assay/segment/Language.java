package dev.assay.segment;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Programming and markup languages that rules can name. */
public enum Language {
  PYTHON("python", "py", "python3", "py3", "ipython"),
  JAVASCRIPT("javascript", "js", "jsx", "node", "mjs"),
  TYPESCRIPT("typescript", "ts", "tsx"),
  JAVA("java"),
  C("c", "h"),
  CPP("cpp", "c++", "cc", "cxx", "hpp"),
  CSHARP("csharp", "c#", "cs"),
  GO("go", "golang"),
  PHP("php"),
  RUBY("ruby", "rb"),
  RUST("rust", "rs"),
  SHELL("shell", "sh", "bash", "zsh", "console", "shell-session"),
  SQL("sql", "mysql", "postgresql", "sqlite", "plsql"),
  HTML("html", "xml", "jinja", "jinja2", "vue", "svg"),
  /** Code whose language is not one of these, or could not be told. */
  OTHER("other");

  private static final Map<String, Language> BY_NAME = byName();
  private final String id;
  private final String[] names;

  Language(String id, String... names) {
    this.id = id;
    this.names = names;
  }

  /** The name in rules and reports. */
  public String id() {
    return id;
  }

  /** The language that a fence or a rule names, any case; null if it is none of these. */
  public static @Nullable Language named(String name) {
    return BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Language> byName() {
    Map<String, Language> map = new java.util.HashMap<>();
    for (Language language : values()) {
      map.put(language.id, language);
      for (String name : language.names) {
        map.put(name, language);
      }
    }
    return Map.copyOf(map);
  }
}
