package dev.assay.internal.pack;

import dev.assay.record.Role;
import dev.assay.segment.Code;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import java.util.ArrayList;
import java.util.List;

/** Tells in a few words which turns and segments a record has. */
final class Shape {
  private Shape() {}

  static String of(SegmentedRecord record) {
    List<String> parts = new ArrayList<>();
    for (Segment segment : record.segments()) {
      Role role = record.record().turns().get(segment.turn()).role();
      String kind = segment instanceof Code code ? code.language().id() + " code" : "prose";
      parts.add(role.id() + " " + kind);
    }
    return parts.isEmpty() ? "no segments" : String.join(", ", parts);
  }
}
