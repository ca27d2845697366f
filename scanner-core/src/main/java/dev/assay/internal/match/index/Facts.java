package dev.assay.internal.match.index;

import dev.assay.search.IndexFacts;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an index says of itself, as it is written into it. */
final class Facts {
  private static final String FORM = "assay.form";
  private static final String VERSION = "assay.version";
  private static final String RULES = "assay.rules";
  private static final String RECORDS = "assay.records";
  private static final String MISSING_RECORDS = "assay.missing-records";
  private static final String MISSING_FILES = "assay.missing-files";
  private static final String SINCE = "assay.since";

  private Facts() {}

  static Map<String, String> written(IndexFacts facts) {
    Map<String, String> data = new TreeMap<>();
    data.put(FORM, Integer.toString(RecordCodec.FORM));
    data.put(VERSION, facts.toolVersion());
    data.put(RULES, facts.rulesVersion());
    data.put(RECORDS, Long.toString(facts.records()));
    data.put(MISSING_RECORDS, Long.toString(facts.missingRecords()));
    data.put(MISSING_FILES, Long.toString(facts.missingFiles()));
    String since = facts.since();
    if (since != null) {
      data.put(SINCE, since);
    }
    return data;
  }

  /** The Assay that reads what this one writes. */
  static String maker(String version) {
    return maker(Integer.toString(RecordCodec.FORM), version);
  }

  /** The Assay that wrote it; null if none did. */
  static @Nullable String maker(Map<String, String> data) {
    String form = data.get(FORM);
    String version = data.get(VERSION);
    return form == null || version == null ? null : maker(form, version);
  }

  private static String maker(String form, String version) {
    return "Assay " + version + " (form " + form + ")";
  }

  static IndexFacts read(Map<String, String> data) throws IOException {
    try {
      return new IndexFacts(
          data.getOrDefault(VERSION, ""),
          data.getOrDefault(RULES, ""),
          number(data, RECORDS),
          number(data, MISSING_RECORDS),
          number(data, MISSING_FILES),
          data.get(SINCE));
    } catch (NumberFormatException e) {
      throw new IOException("its facts are damaged", e);
    }
  }

  private static long number(Map<String, String> data, String key) {
    return Long.parseLong(data.getOrDefault(key, ""));
  }
}
