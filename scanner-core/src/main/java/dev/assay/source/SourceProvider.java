package dev.assay.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Opens sources of one kind. Providers are found with {@link java.util.ServiceLoader}, so that a
 * module on the class path adds its kind without the library knowing it.
 *
 * <p>Implementations are stateless and may be used by several threads.
 */
public interface SourceProvider {
  /**
   * Whether an argument names such a place; told by its form alone, such as {@code s3://...},
   * without looking.
   */
  boolean accepts(String argument);

  /**
   * Opens the place that an argument names. What needs the network may wait until the files are
   * listed.
   *
   * @throws SourceException if the argument cannot be used; says why
   * @throws IOException if the place cannot be opened
   */
  Source open(String argument, Context context) throws IOException;

  /**
   * What a source may know of its surroundings.
   *
   * @param root relative paths start here
   * @param options settings of sources by name, such as {@code s3.endpoint}; each provider takes
   *     those that begin with its own scheme
   * @param environment the variables of the process, for tokens and the like
   */
  record Context(Path root, Map<String, String> options, Map<String, String> environment) {
    public Context {
      options = Map.copyOf(options);
      environment = Map.copyOf(environment);
    }

    /** Settings and variables may be secret. */
    @Override
    public String toString() {
      return "Context[root=" + root + ", options=" + options.keySet() + "]";
    }
  }
}
