package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "data/train.jsonl; data/train.jsonl",
        "data/train set.jsonl; data/train%20set.jsonl",
        "data/100%.jsonl; data/100%25.jsonl",
        "data/a%20b.jsonl; data/a%2520b.jsonl",
        "data/a#b?c.jsonl; data/a%23b%3Fc.jsonl",
        "data/é.jsonl; data/%C3%A9.jsonl",
        "data\\x.jsonl; data%5Cx.jsonl",
        "note:1.jsonl; ./note:1.jsonl",
        "/srv/data.jsonl; file:///srv/data.jsonl",
        "C:/data/x y.jsonl; file:///C:/data/x%20y.jsonl",
        "s3://bucket/a b.jsonl; s3://bucket/a%20b.jsonl",
        "https://example.com/a%20b?v=1; https://example.com/a%20b?v=1",
        "https://example.com/100%; https://example.com/100%25"
      })
  void areReferencesThatReadersResolve(String name, String reference) {
    assertThat(Uris.reference(name)).isEqualTo(reference);
  }

  @Property
  void areValidWhateverTheName(@ForAll String name) {
    assertThat(URI.create(Uris.reference(name))).isNotNull();
    assertThat(URI.create(Uris.reference("data/" + name)).isAbsolute()).isFalse();
  }
}
