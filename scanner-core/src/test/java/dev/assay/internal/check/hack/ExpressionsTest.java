package dev.assay.internal.check.hack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.internal.regex.LazyRegex;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compiled at its first use only must compile when a user's record asks for it. */
class ExpressionsTest {
  @Test
  void allCompile() {
    List<LazyRegex> all = HackCheck.expressions().toList();

    assertThat(all)
        .isNotEmpty()
        .allSatisfy(one -> assertThatCode(one::pattern).doesNotThrowAnyException());
  }
}
