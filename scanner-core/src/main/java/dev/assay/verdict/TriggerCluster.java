package dev.assay.verdict;

import dev.assay.record.Region;
import java.util.List;

/**
 * Records that share a cue in their prompts and a behaviour in their answers, more often than
 * chance or their matter explains: what a back door is planted with.
 *
 * @param cue the cue as it stands in the prompts, or in words where it is no text; raw: reports
 *     escape it for their own reader
 * @param kind what the cue is, such as {@code word} or {@code phrase}
 * @param behaviour what the answers do, a short name such as {@code refusal}
 * @param description the behaviour in words, after "goes with"
 * @param withCue different records that have the cue
 * @param withCueBehaving of them, those recognised to behave so
 * @param others different records without the cue
 * @param othersBehaving of them, those that behave so
 * @param lift how many times as often records with the cue behave so as others do
 * @param liftLow the lower end of its 95 % interval
 * @param members all records that the cluster holds, in the order of the input
 */
public record TriggerCluster(
    String cue,
    String kind,
    String behaviour,
    String description,
    long withCue,
    long withCueBehaving,
    long others,
    long othersBehaving,
    double lift,
    double liftLow,
    List<Member> members) {
  public TriggerCluster {
    members = List.copyOf(members);
  }

  /**
   * A record of a cluster.
   *
   * @param uri of the file
   * @param row of the record in its file, from 1
   * @param line where it starts, or 0
   * @param cue where the cue stands in the file
   * @param position of the record in the scan, from 0 (first) to 1
   */
  public record Member(String uri, long row, long line, Region cue, double position) {}
}
