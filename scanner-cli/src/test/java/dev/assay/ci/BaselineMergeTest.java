package dev.assay.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.Baselines;
import dev.assay.triage.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two people who both update the baseline meet, and nothing of either is lost. By real Git. */
@Execution(ExecutionMode.CONCURRENT)
class BaselineMergeTest {
  private static final String FILE = ".assay/baseline.jsonl";

  @TempDir private Path work;
  private Shell shell;

  @BeforeEach
  void twoBranchesThatBothUpdate() throws IOException {
    assumeTrue(Shell.hasGit(), "skipped: git is not installed");
    shell = new Shell(work).forRows();
    shell.ok("git init -q -b main repo");
    shell = shell.in("repo");
    shell.write("data/base.jsonl", Rows.of(5, 3));
    shell.ok("assay baseline write data");
  }

  @Test
  void withUnionTheEntriesOfBothAreThere() throws Exception {
    shell.write(".gitattributes", FILE + " merge=union\n");
    shell.commit("Begin");
    update("ada", "data/ada.jsonl", Rows.of(0, 9).lines().skip(3).limit(3));
    update("bob", "data/bob.jsonl", Rows.of(0, 9).lines().skip(6));

    shell.ok("git checkout -q main && git merge -q ada && git merge -q -m Both bob");

    Baseline merged = Baselines.read(shell.folder().resolve(FILE));
    assertThat(merged.size()).isEqualTo(9);
    Shell.Run scan = shell.run("assay scan data --baseline " + FILE);
    assertThat(scan.code()).as(scan.all()).isZero();
    assertThat(scan.out()).contains("0 new, 9 known");
    assertThat(shell.ok("assay baseline prune data"))
        .contains("holds 9 findings: 0 came in, 0 went out");
  }

  @Test
  void bothFoundAnotherCopyOfOneRowAndNoThirdIsLetIn() throws Exception {
    shell.write(".gitattributes", FILE + " merge=union\n");
    shell.commit("Begin");
    update("ada", "data/ada.jsonl", Rows.of(0, 1).lines());
    update("bob", "data/bob.jsonl", Rows.of(0, 1).lines());

    shell.ok("git checkout -q main && git merge -q ada && git merge -q -m Both bob");

    Shell.Run scan = shell.run("assay scan data --baseline " + FILE);
    assertThat(scan.out()).as("three copies, two were looked at").contains("1 new, 4 known");
  }

  @Test
  void withoutUnionAConflictIsNamedAndNothingIsRead() throws Exception {
    shell.commit("Begin");
    for (String name : new String[] {"ada", "bob"}) {
      shell.ok("git checkout -q -b " + name + " main");
      shell.ok("sed -i '2s/\"count\":1/\"count\":" + (name.equals("ada") ? 2 : 3) + "/' " + FILE);
      shell.commit("Counts of " + name);
    }
    assertThat(shell.run("git merge -q ada").code()).isNotZero();

    Shell.Run scan = shell.run("assay scan data --baseline " + FILE);
    assertThat(scan.code()).isEqualTo(2);
    assertThat(scan.err())
        .contains(FILE + ":2:")
        .contains("conflict marks")
        .contains("merge=union");
  }

  private void update(String branch, String file, Stream<String> rows) throws IOException {
    shell.ok("git checkout -q -b " + branch + " main");
    shell.write(file, String.join("\n", rows.toList()) + "\n");
    shell.ok("assay baseline update data");
    shell.commit("Update by " + branch);
  }
}
