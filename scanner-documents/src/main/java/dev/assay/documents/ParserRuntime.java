package dev.assay.documents;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What the process that parses needs of this one: the same Java, and the same jars. */
final class ParserRuntime {
  /** Without it, Windows starts no network and no secure random numbers. */
  private static final Set<String> NEEDED = Set.of("SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE");

  private ParserRuntime() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Whether the process gets a variable of the environment; secrets may stand in the others. */
  static boolean isNeeded(String variable) {
    return NEEDED.contains(variable.toUpperCase(Locale.ROOT));
  }

  /** Where this class was loaded from, and all beside it: a build tool has loaders of its own. */
  static String classPath() {
    Set<String> jars = new LinkedHashSet<>();
    for (ClassLoader loader = ParserRuntime.class.getClassLoader();
        loader instanceof URLClassLoader urls;
        loader = loader.getParent()) {
      for (URL url : urls.getURLs()) {
        add(url, jars);
      }
    }
    if (jars.isEmpty()) {
      // The process starts in a folder of its own.
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        jars.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static void add(URL url, Set<String> jars) {
    try {
      jars.add(Path.of(url.toURI()).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      // What is no file cannot be given to another process.
      return;
    }
  }
}
