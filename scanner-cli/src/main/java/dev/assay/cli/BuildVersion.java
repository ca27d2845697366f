package dev.assay.cli;

import dev.assay.Scanner;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the library. */
final class BuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"assay " + Scanner.version()};
  }
}
