package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of an excerpt whatever the text. */
class ExcerptPropertiesTest {
  @Property
  void plainTextHoldsNothingInvisible(@ForAll String raw) {
    String plain = Excerpt.of(raw).plain();

    assertThat(plain.length()).isLessThanOrEqualTo(Excerpt.MAX);
    assertThat(plain.codePoints().noneMatch(Invisible::is)).isTrue();
    assertThat(Excerpt.of(raw).ascii().chars().allMatch(c -> c >= 0x20 && c < 0x7F)).isTrue();
  }

  @Property
  void markdownHasNoRunOfBackticksAsLongAsItsFence(@ForAll String raw) {
    String span = Excerpt.of("`" + raw + "``").markdown();
    int fence = 0;
    while (span.charAt(fence) == '`') {
      fence++;
    }

    String inside = span.substring(fence, span.length() - fence);
    assertThat(span).startsWith("`".repeat(fence) + " ").endsWith(" " + "`".repeat(fence));
    assertThat(inside).doesNotContain("`".repeat(fence)).doesNotContain("\n");
  }

  @Property
  void htmlHoldsNoneOfItsSigns(@ForAll String raw) {
    assertThat(Excerpt.of(raw + "<'\"").html()).doesNotContain("<", ">", "\"", "'", "`");
  }
}
