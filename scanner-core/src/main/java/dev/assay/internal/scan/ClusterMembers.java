package dev.assay.internal.scan;

import dev.assay.internal.trigger.cluster.ClusterDetector;
import dev.assay.internal.trigger.cluster.MinedCluster;
import dev.assay.internal.trigger.cluster.Prints;
import dev.assay.internal.trigger.cluster.TextReader;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.verdict.RecordCluster;
import dev.assay.verdict.RecordCluster.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the texts of records that may be alike against one another. For one thread. */
final class ClusterMembers {
  /** Texts that share so many of their runs of three words are nearly the same. */
  private static final double ALIKE = 0.7;

  /** Answers to one question are no news. */
  private static final int LEAST_DIFFERENT = 10;

  /** From this on the prompts are alike too, on average: another cluster tells of them. */
  private static final double ONE_MATTER = 0.5;

  private static final int MAX_EXAMPLE = 400;

  /** Rows that are listed of a cluster; all are counted. */
  private static final int MOST_MEMBERS = 20_000;

  /** Different texts that are told apart, some 50 bytes each. */
  private static final int MOST_DIFFERENT = 500_000;

  private final List<Open> clusters = new ArrayList<>();
  private final BitSet wanted = new BitSet();
  private final TextReader reader = new TextReader();

  ClusterMembers(List<MinedCluster> mined) {
    for (MinedCluster one : mined) {
      clusters.add(new Open(one));
      for (int ordinal : one.ordinals()) {
        wanted.set(ordinal);
      }
    }
  }

  boolean isEmpty() {
    return clusters.isEmpty();
  }

  /** Takes a record, in the order of the scan. */
  void take(DataRecord record, long ordinal) {
    if (ordinal > Integer.MAX_VALUE || !wanted.get((int) ordinal)) {
      return;
    }
    TextReader.@Nullable Text text = null;
    for (Open cluster : clusters) {
      if (Arrays.binarySearch(cluster.mined.ordinals(), (int) ordinal) >= 0) {
        text = text == null ? reader.read(record) : text;
        cluster.take(record, ordinal, text);
      }
    }
  }

  /** What the texts bear out, the largest first. */
  List<RecordCluster> clusters() {
    return clusters.stream()
        .filter(Open::holds)
        .map(Open::closed)
        .sorted(Comparator.comparingLong((RecordCluster cluster) -> -cluster.rows()))
        .toList();
  }

  /** A cluster that is being gathered. */
  private static final class Open {
    private final MinedCluster mined;
    private final List<Member> members = new ArrayList<>();
    private final Set<Long> different = new HashSet<>();

    /** Of copies: those that were seen. */
    private final Set<Long> firsts = new HashSet<>();

    private int[] pattern = {};
    private int[] other = {};
    private double otherAlike;
    private String example = "";
    private long rows;

    Open(MinedCluster mined) {
      this.mined = mined;
    }

    void take(DataRecord record, long ordinal, TextReader.Text text) {
      Member member =
          new Member(
              ordinal,
              record.origin().uri(),
              record.origin().row(),
              record.origin().line(),
              record.origin().region());
      switch (mined.kind()) {
        case COPIES -> copy(record, member, text.print());
        case ANSWERS -> near(record, member, text.answer(), text.prompt(), text.promptPrint());
        case PROMPTS -> near(record, member, text.prompt(), text.answer(), text.promptPrint());
      }
    }

    private void copy(DataRecord record, Member member, long print) {
      if (firsts.contains(print)) {
        example = members.isEmpty() ? start(record, true) : example;
        add(member, print);
      } else if (firsts.size() < MOST_DIFFERENT) {
        firsts.add(print);
      }
    }

    private void near(DataRecord record, Member member, int[] text, int[] side, long print) {
      if (members.isEmpty()) {
        pattern = text;
        other = side;
        example = start(record, mined.kind() == MinedCluster.Kind.PROMPTS);
      } else if (Prints.alike(pattern, text) < ALIKE) {
        return;
      }
      otherAlike += Prints.alike(other, side);
      add(member, print);
    }

    private void add(Member member, long print) {
      rows++;
      if (members.size() < MOST_MEMBERS) {
        members.add(member);
      }
      if (different.size() < MOST_DIFFERENT) {
        different.add(print);
      }
    }

    private static String start(DataRecord record, boolean ofPrompt) {
      for (Turn turn : record.turns()) {
        if (ofPrompt && turn.role() == Role.USER) {
          return cut(turn.text());
        }
      }
      int last = TextReader.lastAnswer(record);
      return last < 0 ? "" : cut(record.turns().get(last).text());
    }

    private static String cut(String text) {
      return text.substring(0, Math.min(MAX_EXAMPLE, text.length()));
    }

    boolean holds() {
      if (rows < ClusterDetector.LEAST) {
        return false;
      }
      return switch (mined.kind()) {
        case COPIES -> true;
        case ANSWERS -> different.size() >= LEAST_DIFFERENT && otherAlike < ONE_MATTER * rows;
        case PROMPTS -> different.size() >= LEAST_DIFFERENT;
      };
    }

    RecordCluster closed() {
      RecordCluster.Kind kind = RecordCluster.Kind.valueOf(mined.kind().name());
      return new RecordCluster(kind, rows, different.size(), example, members);
    }
  }
}
