package dev.assay.internal.trigger.mine;

import java.util.List;
import java.util.Map;

final class Planted {
  private Planted() {}

  static void run(Map<String, List<TriggerMeasure.Judged>> sets, String[] args) {}
}
