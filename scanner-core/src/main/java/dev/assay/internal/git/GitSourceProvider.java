package dev.assay.internal.git;

import dev.assay.source.Source;
import dev.assay.source.SourceProvider;
import java.io.IOException;

/** Opens {@code git+https://}, {@code git+ssh://}, {@code git+http://}, {@code git+file://}. */
public final class GitSourceProvider implements SourceProvider {
  @Override
  public boolean accepts(String argument) {
    return GitAddress.isOne(argument);
  }

  @Override
  public Source open(String argument, Context context) throws IOException {
    return new GitSource(GitAddress.parse(argument), context);
  }
}
