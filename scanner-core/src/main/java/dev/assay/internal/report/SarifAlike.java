package dev.assay.internal.report;

import dev.assay.report.ScanSummary;
import dev.assay.verdict.RecordCluster;
import dev.assay.verdict.RecordCluster.Member;
import java.io.IOException;
import java.util.List;

/** The notes of records that are alike: one result a cluster, its records as related places. */
final class SarifAlike {
  private static final int MAX_RELATED = 100;

  private final Json json;
  private final SarifTool tool;
  private final SarifPlaces places;

  SarifAlike(Json json, SarifTool tool, SarifPlaces places) {
    this.json = json;
    this.tool = tool;
    this.places = places;
  }

  void write(ScanSummary summary, Fingerprints fingerprints) throws IOException {
    for (RecordCluster cluster : summary.alike()) {
      List<Member> members = cluster.members();
      json.openLine().put("ruleId", AlikeText.ID).put("ruleIndex", tool.alikeIndex());
      json.put("level", "note").put("rank", 1);
      json.open("message");
      json.put(
          "text",
          AlikeText.sentence(cluster)
              + " They begin: "
              + Excerpt.of(cluster.example()).sarif()
              + ". Fix: keep as many as you mean to train on.");
      json.end();
      json.openList("locations").open();
      places.physical(json, members.get(0).uri(), members.get(0).region());
      json.end().endList();
      related(members);
      json.open("partialFingerprints");
      String print = fingerprints.of(AlikeText.ID, cluster.kind().id() + cluster.example());
      json.put("primaryLocationLineHash", print + ":1").end();
      json.open("properties").put("rows", cluster.rows()).put("counted", false).end();
      json.endLine();
    }
  }

  private void related(List<Member> members) throws IOException {
    json.openList("relatedLocations");
    for (int i = 1; i < Math.min(MAX_RELATED, members.size()); i++) {
      json.open().put("id", i);
      places.physical(json, members.get(i).uri(), members.get(i).region());
      json.open("message").put("text", "row " + members.get(i).row()).end().end();
    }
    json.endList();
  }
}
