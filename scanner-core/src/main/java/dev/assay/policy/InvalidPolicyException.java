package dev.assay.policy;

import java.util.List;

/** A policy file that cannot be used; the message has a line for everything that is wrong. */
public final class InvalidPolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidPolicyException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
