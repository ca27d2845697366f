package dev.assay.policy;

import dev.assay.internal.source.NearestFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a team agreed on for its data, from a file {@code .assay.yaml}. Its keys and their promise
 * stand in {@code docs/reference/policy.md}. Immutable.
 *
 * <p>A policy decides what passes: whoever may change it may change that. A gate that judges what
 * strangers propose takes its policy from elsewhere.
 */
public final class Policy {
  /** The name of the file. */
  public static final String FILE = ".assay.yaml";

  private final @Nullable Path file;
  private final List<Consumer<Settings>> steps;

  Policy(@Nullable Path file, List<Consumer<Settings>> steps) {
    this.file = file;
    this.steps = List.copyOf(steps);
  }

  /** A policy that says nothing. */
  public static Policy none() {
    return new Policy(null, List.of());
  }

  /**
   * The policy in a file.
   *
   * @throws InvalidPolicyException with all that is wrong with it, place by place
   * @throws IOException if the file cannot be read
   */
  public static Policy load(Path file) throws InvalidPolicyException, IOException {
    return PolicyReader.read(file);
  }

  /**
   * The policy that holds in a folder: the nearest, going up to the root of the Git repository. In
   * no repository only one in the folder itself holds: what lies above belongs to somebody else.
   *
   * @return the file, or null if there is none
   */
  public static @Nullable Path find(Path folder) {
    return NearestFile.find(folder, Path.of(FILE));
  }

  /** Where it stands, or null if it says nothing. */
  public @Nullable Path file() {
    return file;
  }

  /** Sets what the policy says. */
  public void applyTo(Settings settings) {
    steps.forEach(step -> step.accept(settings));
  }
}
