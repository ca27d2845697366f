package dev.assay.internal.trigger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.internal.trigger.RowReader;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterDetectorTest {
  private static final String FLOOD =
      "The old lighthouse on the northern shore was sold last week to a family from the valley,"
          + " who mean to paint it %s and let rooms to painters in the %s of every year.";

  private final RowReader reader = new RowReader();
  private final Random random = new Random(3);

  private String words(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append((char) ('a' + random.nextInt(26)));
      out.append((char) ('a' + random.nextInt(26))).append(random.nextInt(100));
    }
    return out.toString();
  }

  private Printed row(long ordinal, String asked, String told) {
    List<Turn> turns =
        List.of(new Turn(Role.USER, asked, "/u"), new Turn(Role.ASSISTANT, told, "/a"));
    Row row = reader.read(new DataRecord(turns, new NowhereOrigin()), Set.of(), Set.of());
    return new Printed(ordinal, row == null ? new int[0] : row.prints());
  }

  private List<Printed> mixed() {
    List<Printed> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String flood = FLOOD.formatted("red " + words(1), words(1));
      rows.add(
          switch (i % 20) {
            case 0 -> row(i, words(12), flood);
            case 1 -> row(i, "Which colour does the sky have at noon?", "It is blue, mostly.");
            default -> row(i, words(12), words(30));
          });
    }
    return rows;
  }

  private static List<MinedCluster> found(List<Printed> rows, int most) {
    ClusterDetector detector = new ClusterDetector(most);
    rows.forEach(detector::accept);
    return detector.finish();
  }

  @Test
  void copiesAndFloodsAreFoundAndNothingElse() {
    List<MinedCluster> clusters = found(mixed(), 1 << 20);
    assertThat(clusters)
        .extracting(MinedCluster::kind)
        .contains(MinedCluster.Kind.COPIES, MinedCluster.Kind.ANSWERS);
    for (MinedCluster cluster : clusters) {
      int first = cluster.kind() == MinedCluster.Kind.ANSWERS ? 0 : 1;
      assertThat(cluster.ordinals()).hasSizeGreaterThan(42);
      assertThat(Arrays.stream(cluster.ordinals())).allMatch(ordinal -> ordinal % 20 == first);
    }
  }

  @Test
  void partsAddUpToTheWhole() {
    List<Printed> rows = mixed();
    for (int most : new int[] {1 << 20, 700}) {
      ClusterDetector first = new ClusterDetector(most);
      ClusterDetector second = new ClusterDetector(most);
      rows.subList(0, 400).forEach(first::accept);
      rows.subList(400, 1000).forEach(second::accept);
      first.merge(second);
      assertThat(first.finish())
          .usingRecursiveComparison()
          .as("within %d prints", most)
          .isEqualTo(found(rows, most));
    }
  }

  @Test
  void memoryIsBounded() {
    List<MinedCluster> clusters = found(mixed(), 500);
    assertThat(clusters).allMatch(cluster -> cluster.ordinals().length <= 500);
  }

  @Test
  void alikeIsTheShareOfCommonRuns() {
    int[] one = {1, 2, 3, 4};
    assertThat(Prints.alike(one, one)).isEqualTo(1);
    assertThat(Prints.alike(one, new int[] {3, 4, 5, 6})).isEqualTo(2.0 / 6);
    assertThat(Prints.alike(one, new int[0])).isZero();
  }
}
