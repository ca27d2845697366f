package dev.assay.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample repository is what the how-to pages make of its data, word by word. */
class SampleRepositoryTest {
  private static final Path SAMPLE = Path.of("../fixtures/sample-dataset-repository");
  private static final Path HOW_TO = Path.of("../docs/how-to");
  private static final Pattern BLOCK = Pattern.compile("```(sh|yaml)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path work;

  @Test
  void adoptingLeavesTheBaselineThatIsThere() throws IOException {
    assumeTrue(Shell.hasGit(), "skipped: git is not installed");
    Shell shell = new Shell(work);
    shell.ok("git init -q -b main repo");
    shell = shell.in("repo");
    shell.write("data/assistant.jsonl", Files.readString(SAMPLE.resolve("data/assistant.jsonl")));
    shell.commit("Begin");

    int ran = 0;
    Matcher block =
        BLOCK.matcher(Files.readString(HOW_TO.resolve("adopt-on-an-existing-dataset.md")));
    while (block.find()) {
      Shell.Run run = shell.run("set -e\n" + block.group(2).replace("./assay ", "assay "));
      assertThat(run.code()).as(block.group(2) + run.all()).isEqualTo(ran == 0 ? 1 : 0);
      ran++;
    }

    assertThat(ran).isEqualTo(5);
    for (String file : new String[] {".assay/baseline.jsonl", ".gitattributes"}) {
      assertThat(shell.folder().resolve(file)).hasSameTextualContentAs(SAMPLE.resolve(file));
    }
  }

  @Test
  void theFilesForCiAreThoseOfThePages() throws IOException {
    same("gate-a-merge-on-github.md", ".github/workflows/dataset.yml");
    same("gate-a-merge-on-gitlab.md", ".gitlab-ci.yml");
    same("check-before-you-commit.md", ".pre-commit-config.yaml");
  }

  private static void same(String page, String file) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(HOW_TO.resolve(page)));
    while (block.find()) {
      if (block.group(1).equals("yaml")) {
        assertThat(Files.readString(SAMPLE.resolve(file))).as(file).isEqualTo(block.group(2));
        return;
      }
    }
    throw new AssertionError(page + " has no YAML");
  }
}
