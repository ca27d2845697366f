package dev.assay.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The kits' scripts, by a real shell, on real Git repositories, with Assay itself. */
@Execution(ExecutionMode.CONCURRENT)
class CiKitTest {
  private static final Path CI = Path.of("../ci").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path work;
  private Shell shell;

  @BeforeEach
  void repositoryWithKnownPoison() throws IOException {
    assumeTrue(Shell.hasGit(), "skipped: git is not installed");
    shell = new Shell(work).forRows();
    shell.ok("git init -q -b main repo");
    shell = shell.in("repo");
    shell.write("data/train.jsonl", rows(20, 2));
    shell.commit("Begin");
    shell.ok("git checkout -q -b proposal");
  }

  @Test
  void aMergeThatBringsGoodRowsPasses() throws IOException {
    shell.write("data/train.jsonl", rows(60, 2));
    shell.commit("More");

    Shell.Run run = merge("main", "proposal");

    assertThat(run.code()).as(run.all()).isZero();
    assertThat(report().at("/records/scanned").asInt()).isEqualTo(40);
    assertThat(report().at("/suspect/count").asInt()).as("old rows are not judged").isZero();
  }

  @Test
  void aMergeThatBringsPoisonFails() throws IOException {
    shell.write("data/train.jsonl", rows(20, 4));
    shell.commit("Worse");

    Shell.Run run = merge("main", "proposal");

    assertThat(run.code()).as(run.all()).isEqualTo(1);
    assertThat(report().at("/suspect/count").asInt()).isEqualTo(2);
    assertThat(run.err()).contains("the gate did not pass");
    assertThat(shell.folder().resolve("assay-reports"))
        .isDirectoryContaining("glob:**/assay.sarif");
  }

  @Test
  void aFileThatIsOnlyRenamedBringsNothing() throws IOException {
    shell.ok("git mv data/train.jsonl data/renamed.jsonl");
    shell.commit("Rename");

    assertThat(merge("main", "proposal").code()).isZero();
  }

  @Test
  void whatTheTargetBranchGotMeanwhileIsNotJudged() throws IOException {
    shell.write("data/more.jsonl", rows(30, 0));
    shell.commit("Good rows");
    shell.ok("git checkout -q main");
    shell.write("data/bad.jsonl", rows(2, 9));
    shell.commit("Bad rows that somebody merged");

    assertThat(merge("main", "proposal").code()).isZero();
  }

  @Test
  void aMergeCannotExcuseItself() throws IOException {
    shell.write("data/train.jsonl", rows(20, 4));
    shell.write(
        ".assay/suppressions.yaml",
        "version: 1\nsuppressions:\n  - path: data/**\n    reason: trust me\n    owner: me\n"
            + "    expires: 2999-01-01\n    max: 1000\n");
    shell.commit("Worse, and excused");

    Shell.Run run = merge("main", "proposal");

    assertThat(run.code()).as(run.all()).isEqualTo(1);
    assertThat(run.err()).contains("until it is merged, those of");

    shell.ok("git checkout -q main && git checkout -q proposal -- .assay");
    shell.commit("Accepted by review");
    assertThat(merge("main", "proposal").code()).as("once it is on the target").isZero();
  }

  @Test
  void aMergeCannotLoosenThePolicy() throws IOException {
    shell.write(".assay.yaml", "version: 1\nfail-above: 99%\n");
    shell.write("data/train.jsonl", rows(40, 4));
    shell.commit("Worse, and allowed");
    Shell.Run run = merge("main", "proposal");
    assertThat(run.code()).as(run.all()).isEqualTo(1);

    shell.ok("git checkout -q main && git checkout -q proposal -- .assay.yaml");
    shell.commit("Accepted by review");
    Shell.Run accepted = merge("main", "proposal");
    assertThat(accepted.code()).as(accepted.all()).isZero();
    assertThat(shell.ok("ls -A")).as("no copy is left").doesNotContain("assay-target");
  }

  @Test
  void aShallowCloneIsToldWhatToFetch() throws IOException {
    shell.write("data/train.jsonl", rows(30, 2));
    shell.commit("More");
    Shell clone = shell.in("..");
    clone.ok("git clone -q --depth 1 --branch proposal \"file://$PWD/repo\" shallow");
    clone = clone.in("shallow");

    Shell.Run missing = clone.run(CI + "/assay-merge origin/main HEAD data");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("is not in this clone").contains("fetch-depth: 0");

    clone.ok("git fetch -q --depth 1 origin +main:refs/remotes/origin/main");
    Shell.Run parted = clone.run(CI + "/assay-merge origin/main HEAD data");
    assertThat(parted.code()).isEqualTo(2);
    assertThat(parted.err()).contains("no common commit").contains("GIT_DEPTH: 0");

    clone.ok("git fetch -q --unshallow origin +main:refs/remotes/origin/main");
    assertThat(clone.run(CI + "/assay-merge origin/main HEAD data").code()).isZero();
  }

  @Test
  void aForkIsJudgedByItsCommits() throws IOException {
    Shell above = shell.in("..");
    above.ok("git clone -q repo fork");
    Shell fork = above.in("fork");
    fork.write("data/forked.jsonl", rows(1, 3));
    fork.commit("From a fork");
    String head = fork.ok("git rev-parse HEAD").strip();
    shell.ok("git fetch -q ../fork HEAD");

    assertThat(merge("main", head).code()).isEqualTo(1);
  }

  @Test
  void namesWithBlanksAndOptionsGoThrough() throws IOException {
    shell.write("my data/a b.jsonl", rows(5, 2));
    shell.commit("Blanks");

    Shell.Run run = shell.run(CI + "/assay-merge main proposal 'my data' -- --fail-above 50%");

    assertThat(run.code()).as(run.all()).isZero();
    assertThat(report().at("/suspect/count").asInt()).isEqualTo(2);
  }

  @Test
  void wrongUsageIsNoPass() {
    assertThat(shell.run(CI + "/assay-merge main").code()).isEqualTo(2);
    assertThat(merge("main", "no-such-branch").code()).isEqualTo(2);
    assertThat(merge("--upload-pack=x", "main").code()).isEqualTo(2);
    assertThat(shell.run("cd / && " + CI + "/assay-merge main main data").code()).isEqualTo(2);
  }

  @Test
  void theHookJudgesWhatIsStagedAndNoMore() throws IOException {
    Files.writeString(
        shell.folder().resolve(".git/hooks/pre-commit"),
        "#!/bin/sh\nexec " + CI + "/git-hooks/assay-staged data\n");
    shell.ok("chmod +x .git/hooks/pre-commit");

    shell.write("notes.txt", "nothing to judge");
    assertThat(shell.run("git add . && git commit -qm Notes").code()).isZero();

    shell.write("data/new.jsonl", rows(0, 3));
    Shell.Run bad = shell.run("git add . && git commit -qm Bad");
    assertThat(bad.code()).as(bad.all()).isNotZero();
    assertThat(bad.err()).contains("git commit --no-verify");

    shell.write("data/new.jsonl", rows(9, 0));
    assertThat(shell.run("git commit -qm 'Still the bad rows are staged'").code()).isNotZero();
    shell.ok("git add .");
    shell.write("data/new.jsonl", rows(0, 3));
    Shell.Run staged = shell.run("git commit -qm 'The good rows are staged'");
    assertThat(staged.code()).as(staged.all()).isZero();
    assertThat(shell.ok("git branch")).doesNotContain("staged");
  }

  @Test
  void theHookWorksBeforeTheFirstCommit() throws IOException {
    Shell fresh = shell.in("..");
    fresh.ok("git init -q -b main fresh");
    fresh = fresh.in("fresh");
    fresh.write("data/first.jsonl", rows(0, 2));
    fresh.ok("git add .");

    assertThat(fresh.run(CI + "/git-hooks/assay-staged data").code()).isEqualTo(1);
  }

  @Test
  void foldersAreComparedWhereGitDoesNotHoldTheData() throws IOException {
    Shell above = shell.in("..");
    above.write("before/data/train.jsonl", rows(20, 2));
    above.write("after/data/train.jsonl", rows(25, 2));
    String command = CI + "/assay-folders before after data";
    Shell.Run same = above.run(command);
    assertThat(same.code()).as(same.all()).isZero();

    above.write("after/data/train.jsonl", rows(20, 5));
    assertThat(above.run(command).code()).isEqualTo(1);

    assertThat(above.run("mkdir none; " + CI + "/assay-folders none after data").code())
        .as("all of it is new")
        .isEqualTo(1);
    assertThat(above.run(CI + "/assay-folders before after ../x").code()).isEqualTo(2);
  }

  @Test
  void dvcAndLakeFsFetchBothVersions() throws IOException {
    shell.tool(
        "dvc",
        "while [ $# -gt 0 ]; do case $1 in --rev) rev=$2; shift;; --out) out=$2; shift;; esac;"
            + " last=$1; shift; done; git show \"$rev:store/$last\" >\"$out\"");
    shell.write("store/data/t.jsonl", rows(20, 2));
    shell.write("data/t.jsonl.dvc", "outs: 1\n");
    shell.commit("Tracked");
    shell.ok("git branch before");
    shell.write("store/data/t.jsonl", rows(20, 5));
    shell.commit("Pointer as before");
    String command = CI + "/dvc/assay-dvc before proposal data/t.jsonl";
    assertThat(shell.run(command).code()).as("no pointer changed").isZero();
    shell.write("data/t.jsonl.dvc", "outs: 2\n");
    shell.commit("Pointer moved");
    Shell.Run dvc = shell.run(command);
    assertThat(dvc.code()).as(dvc.all()).isEqualTo(1);

    shell.tool(
        "lakectl",
        "ref=${4#lakefs://r/}; git show \"${ref%%/*}:store/data/t.jsonl\" >\"$5/t.jsonl\"");
    String lakefs = CI + "/lakefs/assay-lakefs r ";
    Shell.Run lake = shell.run(lakefs + "before proposal data");
    assertThat(lake.code()).as(lake.all()).isEqualTo(1);
    assertThat(shell.run(lakefs + "before before data").code()).isZero();
    assertThat(shell.run(lakefs + "before '$(touch x)' data").code()).isEqualTo(2);
    shell.tool("lakectl", "exit 1");
    assertThat(shell.run(lakefs + "before proposal data").code()).isEqualTo(2);
  }

  private Shell.Run merge(String base, String head) {
    return shell.run(CI + "/assay-merge " + base + " " + head + " data");
  }

  private JsonNode report() throws IOException {
    return JSON.readTree(Files.readString(shell.folder().resolve("assay-reports/assay.json")));
  }

  /** So many good rows, then so many bad ones, all different; more rows begin with the same. */
  private static String rows(int good, int bad) {
    return Rows.of(good, bad);
  }
}
