package dev.assay.segment;

import dev.assay.record.DataRecord;
import java.util.List;

/**
 * A record and the segments of all its turns, in order of turn and place.
 *
 * @param record the record
 * @param segments those of turn 0 first
 */
public record SegmentedRecord(DataRecord record, List<Segment> segments) {}
