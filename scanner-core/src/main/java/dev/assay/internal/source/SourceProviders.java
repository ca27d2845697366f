package dev.assay.internal.source;

import dev.assay.source.SourceProvider;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who opens what is no file of this machine. */
public final class SourceProviders {
  /** A scheme of two letters or more, so that a Windows drive is none. */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  private SourceProviders() {}

  /** Whether an argument has the form of an address, as opposed to a path. */
  public static boolean isAddress(String argument) {
    return SCHEME.matcher(argument).matches();
  }

  /**
   * An argument as it may be printed: an address without what may be a secret in it, a user's name
   * and password, and a query.
   */
  public static String shown(String argument) {
    if (!isAddress(argument)) {
      return argument;
    }
    int start = argument.indexOf("://") + 3;
    // A password may hold a slash; elsewhere an @ behind one begins a revision.
    int slash = argument.startsWith("http") ? -1 : argument.indexOf('/', start);
    int at = argument.lastIndexOf('@', slash < 0 ? argument.length() : slash);
    String bare = at < start ? argument : argument.substring(0, start) + argument.substring(at + 1);
    int query = bare.indexOf('?');
    return query < 0 ? bare : bare.substring(0, query);
  }

  /** The provider of an address; null if none on the class path takes it. */
  static @Nullable SourceProvider of(String argument) {
    for (SourceProvider provider : all()) {
      if (provider.accepts(argument)) {
        return provider;
      }
    }
    return null;
  }

  private static List<SourceProvider> all() {
    try {
      return ServiceLoader.load(SourceProvider.class, SourceProviders.class.getClassLoader())
          .stream()
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException("a source provider cannot be loaded", e);
    }
  }
}
