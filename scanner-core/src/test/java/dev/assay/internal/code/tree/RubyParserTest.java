package dev.assay.internal.code.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parser makes of Ruby's own shapes. */
class RubyParserTest {
  private static String ruby(String code) {
    return Sketch.of(Language.RUBY, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
      redirect_to params[:next], status: 302 | do(call(redirect_to index(params next) status=302))
      link :a, :class => 'b'                 | do(call(link 'a' class='b'))
      render inline: "a#{x}"                 | do(call(render inline=template('a' hole(x))))
      puts @name if ok                       | do(call(puts name) if ok)
      x = y.strip                            | assign(x y.strip)
      a.save!                                | do(a.save!)
      b.nil? && c                            | do(logic(b.nil? c))
      """)
  void callsWithoutBracketsAreRead(String code, String expected) {
    assertThat(ruby(code)).isEqualTo(expected);
  }

  @Test
  void textsOverLinesStandWhereTheyAreOpened() {
    assertThat(ruby("run(<<~SQL, 1)\n  SELECT #{a}\nSQL\nb = 2\n"))
        .contains("call(run template('  SELECT ' hole(a)")
        .endsWith("assign(b 2)");
  }

  @Test
  void whatIsNeverClosedEndsSomewhere() {
    assertThat(ruby("x = %w[a b\ny = 1\n")).contains("assign(y 1)");
    assertThat(ruby("x = <<~SQL\n  a\n")).startsWith("assign(x");
  }
}
