package dev.assay.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {
  private static boolean matches(String pattern, String path) {
    GlobPattern glob = GlobPattern.parse(pattern);
    assertThat(glob).isNotNull();
    boolean folder = path.endsWith("/");
    String name = folder ? path.substring(0, path.length() - 1) : path;
    return glob.matches(List.of(name.split("/")), folder);
  }

  @ParameterizedTest
  @CsvSource({
    "a.json, a.json, true",
    "a.json, x/y/a.json, true",
    "a.json, a.jsonl, false",
    "/a.json, a.json, true",
    "/a.json, x/a.json, false",
    "x/a.json, x/a.json, true",
    "x/a.json, y/x/a.json, false",
    "*.json, x/a.json, true",
    "*.json, x/a.json/b, false",
    "x/*.json, x/a.json, true",
    "x/*.json, x/y/a.json, false",
    "a?c, abc, true",
    "a?c, a/c, false",
    "*a*b*, xxaxxbxx, true",
    "*a*b*, xxbxxaxx, false",
    "tmp/, tmp/, true",
    "tmp/, tmp, false",
    "tmp/, x/tmp/, true",
    "**/tmp, tmp, true",
    "**/tmp, a/b/tmp, true",
    "a/**, a/b, true",
    "a/**, a/b/c, true",
    "a/**, a/, false",
    "a/**/b, a/b, true",
    "a/**/b, a/x/y/b, true",
    "a/**/b, x/a/b, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[!a-c]x, dx, true",
    "[^a-c]x, ax, false",
    "[]x]y, ]y, true",
    "[a, [a, true",
    "\\*.json, *.json, true",
    "\\*.json, a.json, false",
    "\\#a, #a, true",
    "\\!a, !a, true",
    "a\\, a\\, true",
  })
  void namesAreMatchedAsGitDoes(String pattern, String path, boolean expected) {
    assertThat(matches(pattern, path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'#comment'", "''", "'   '", "'/'", "'!'"})
  void blankLinesAndCommentsAreNoPatterns(String line) {
    assertThat(GlobPattern.parse(line)).isNull();
  }

  @Test
  void trailingBlanksAreDroppedUnlessEscaped() {
    assertThat(matches("a.json  ", "a.json")).isTrue();
    assertThat(matches("a\\ ", "a ")).isTrue();
    assertThat(matches("a.json\r", "a.json")).isTrue();
  }

  @Test
  void hostilePatternsTakeNoLongerThanOthers() {
    String stars = "*a".repeat(200) + "b";
    String manyFolders = "**/x/".repeat(200) + "y";

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(matches(stars, "a".repeat(255))).isFalse();
          GlobPattern glob = GlobPattern.parse(manyFolders);
          assertThat(glob).isNotNull();
          assertThat(glob.matches(Collections.nCopies(500, "x"), false)).isFalse();
        });
  }

  @Test
  void theLastPatternThatMatchesDecides() {
    IgnoreRules rules = IgnoreRules.parse(List.of("*.json", "!keep.json", "keep.json/", "# no"));

    assertThat(rules.decide(List.of("a.json"), false)).isTrue();
    assertThat(rules.decide(List.of("x", "keep.json"), false)).isFalse();
    assertThat(rules.decide(List.of("a.csv"), false)).isNull();
  }
}
