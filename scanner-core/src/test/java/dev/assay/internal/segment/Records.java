package dev.assay.internal.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.record.DataRecord;
import dev.assay.record.Origin;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Records for tests, which lie nowhere. */
public final class Records {
  private static final Origin NOWHERE = new NowhereOrigin();

  private Records() {}

  /** The record of one chat object with {@code messages}. */
  public static DataRecord of(JsonNode chat) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode message : chat.path("messages")) {
      Role role = Role.valueOf(message.path("role").asText().toUpperCase(Locale.ROOT));
      turns.add(new Turn(role, message.path("content").asText(), "/messages"));
    }
    return new DataRecord(turns, NOWHERE);
  }

  /** A record with these turns. */
  public static DataRecord of(Turn... turns) {
    return new DataRecord(List.of(turns), NOWHERE);
  }

  /** A record of one answer. */
  public static DataRecord answer(String text) {
    return of(new Turn(Role.ASSISTANT, text, "/messages"));
  }
}
