package dev.assay.estimate;

import java.io.IOException;

/** A calibration file that cannot be used. The message says what, where, and what to do. */
public final class InvalidCalibrationException extends IOException {
  private static final long serialVersionUID = 1;

  /** With a message for people. */
  public InvalidCalibrationException(String message) {
    super(message);
  }
}
