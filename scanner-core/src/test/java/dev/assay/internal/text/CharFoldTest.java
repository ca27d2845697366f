package dev.assay.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharFoldTest {
  @Test
  void foldsEveryUnitToTheLowerCaseOfItsUpperCase() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      char unit = (char) c;
      char expected = Character.toLowerCase(Character.toUpperCase(unit));
      boolean word = Character.isLetterOrDigit(unit) || unit == '_';
      assertThat(CharFold.fold(unit)).isEqualTo(expected);
      assertThat(CharFold.isWord(unit)).isEqualTo(word);
      assertThat(CharFold.foldWord(unit)).isEqualTo(word ? expected : 0);
    }
  }

  @Test
  void keepsTheLengthOfEveryCodePoint() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      assertThat(Character.charCount(CharFold.fold(c))).isEqualTo(Character.charCount(c));
    }
  }

  @Test
  void takesLettersThatDifferOnlyByCaseForOne() {
    assertThat(CharFold.fold("Stra\u00dfe \u212a \u017f \ud801\udc00 \u00c9"))
        .isEqualTo("stra\u00dfe k s \ud801\udc28 \u00e9");
  }
}
