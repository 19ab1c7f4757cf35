package io.github.danmuhub.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.wire.MalformedException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random bytes, and each kind of input with bytes changed, cut and doubled in it. */
class AnyInputTest {
  private static final List<byte[]> SAMPLES = Samples.all().toList();

  @Property(tries = 300)
  void randomBytesAreTakenApartOrRefusedInWords(@ForAll byte[] input) {
    inspect(input);
  }

  @Property(tries = 1_500)
  void everyKindOfInputIsTakenApartOrRefusedHoweverItIsChanged(@ForAll("changed") byte[] input) {
    inspect(input);
  }

  @Provide
  Arbitrary<byte[]> changed() {
    Arbitrary<List<Integer>> changes = Arbitraries.integers().list().ofMinSize(1).ofMaxSize(6);
    return Combinators.combine(Arbitraries.of(SAMPLES), changes).as(AnyInputTest::change);
  }

  private static byte[] change(byte[] sample, List<Integer> changes) {
    byte[] out = sample.clone();
    for (int change : changes) {
      int at = Math.floorMod(change >> 8, out.length + 1);
      switch (change & 3) {
        case 0 -> out = Arrays.copyOf(out, Math.max(1, at));
        case 1 -> {
          byte[] twice = Arrays.copyOf(out, out.length + at);
          System.arraycopy(out, 0, twice, out.length, at);
          out = twice;
        }
        default -> out[Math.min(at, out.length - 1)] = (byte) change;
      }
    }
    return out;
  }

  private static void inspect(byte[] input) {
    try {
      Inspection inspection = Inspection.of(Samples.PLATFORMS, InspectOptions.DEFAULT, input, 1);
      Samples.inspect(inspection);
      assertThat(inspection.input()).isNotBlank();
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
