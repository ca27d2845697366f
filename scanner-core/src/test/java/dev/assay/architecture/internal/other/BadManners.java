package dev.assay.architecture.internal.other;

import java.util.function.UnaryOperator;

/** Does what a library must not do. */
final class BadManners {
  private BadManners() {}

  static void exit() {
    System.exit(1);
  }

  static void print(IllegalStateException e) {
    e.printStackTrace();
  }

  static String property() {
    return System.getProperty("user.home");
  }

  static UnaryOperator<String> environment() {
    return System::getenv;
  }
}
