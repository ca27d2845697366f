package dev.assay.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.engine.NowhereOrigin;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordHashTest {
  private final RecordHash hash = new RecordHash();

  private String of(Turn... turns) {
    return hash.of(new DataRecord(List.of(turns), new NowhereOrigin()));
  }

  @Test
  void isOfRolesAndTextsAlone() {
    assertThat(of(new Turn(Role.USER, "a", "/x", 3)))
        .isEqualTo(of(new Turn(Role.USER, "a", "/y")))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void tellsRolesTextsAndTheirBordersApart() {
    assertThat(
            List.of(
                of(new Turn(Role.USER, "ab", "")),
                of(new Turn(Role.ASSISTANT, "ab", "")),
                of(new Turn(Role.USER, "a", ""), new Turn(Role.USER, "b", "")),
                of(new Turn(Role.USER, "b", ""), new Turn(Role.USER, "a", "")),
                of(new Turn(Role.USER, "a", ""), new Turn(Role.ASSISTANT, "b", "")),
                of(new Turn(Role.USER, "auserb", ""))))
        .doesNotHaveDuplicates();
  }

  /** Pinned: reports and baselines of earlier versions hold these hashes. */
  @Test
  void staysTheSame() {
    assertThat(
            of(new Turn(Role.USER, "Hi", ""), new Turn(Role.ASSISTANT, "gr\u00fc\u00df dich", "")))
        .isEqualTo("a55c848cd4be283f86b8d77b16b0b7dccfd304ba4db804b29a36c25efb05fdbf");
  }
}
