package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RecentKeysTest {
  @Property
  void aKeyWithinTheWindowIsKnownAndAnOlderOneForgotten(
      @ForAll @Size(max = 60) List<@StringLength(max = 2) String> keys, @ForAll long seed) {
    RecentKeys recent = new RecentKeys(8, seed);
    Set<String> model = new LinkedHashSet<>();
    for (String key : keys) {
      assertThat(recent.add(key)).isEqualTo(model.add(key));
      if (model.size() > 8) {
        model.remove(model.iterator().next());
      }
    }
  }

  @Test
  void keysThatOnlyLookAlikeAreDifferent() {
    RecentKeys recent = new RecentKeys(100_000, 42);
    for (int i = 0; i < 100_000; i++) {
      assertThat(recent.add("71" + i)).isTrue();
    }
    assertThat(recent.add("Aa")).isTrue();
    assertThat(recent.add("BB")).as("the same String.hashCode").isTrue();
    assertThat(recent.add("BB")).isFalse();
  }
}
