package dev.assay.internal.trigger.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IntMapTest {
  @Property
  void answersLikeAMap(@ForAll Map<Integer, Integer> entries, @ForAll int absent) {
    Map<Integer, Integer> present = new HashMap<>(entries);
    present.values().removeIf(value -> value == null || value == 0);

    IntMap map = new IntMap(present);

    present.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    assertThat(map.get(absent)).isEqualTo(present.getOrDefault(absent, 0));
  }

  @Test
  void aValueOfZeroIsRefused() {
    assertThatThrownBy(() -> new IntMap(Map.of(7, 0))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSetHoldsEachValueOnceUntilItIsCleared() {
    IntSet set = new IntSet(10);
    for (int i = 1; i <= 10; i++) {
      set.add(64 * i);
      set.add(64 * i);
    }

    assertThat(set.size()).isEqualTo(10);
    assertThat(set.contains(640)).isTrue();
    assertThat(set.contains(641)).isFalse();

    set.clear();

    assertThat(set.size()).isZero();
    assertThat(set.contains(640)).isFalse();
  }
}
