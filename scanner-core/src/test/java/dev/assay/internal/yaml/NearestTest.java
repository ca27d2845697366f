package dev.assay.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("severity", "confidence", "segment");

  @Test
  void findsTheWordThatWasMeant() {
    assertThat(Nearest.of("severty", KNOWN)).isEqualTo("severity");
    assertThat(Nearest.of("Segmnet", KNOWN)).isEqualTo("segment");
    assertThat(Nearest.of("colour", KNOWN)).isNull();
    assertThat(Nearest.hint("colour", KNOWN)).isEqualTo("known are severity, confidence, segment");
  }

  @Test
  void countsSwappedNeighboursOnce() {
    assertThat(Nearest.distance("abcd", "acbd")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
  }
}
