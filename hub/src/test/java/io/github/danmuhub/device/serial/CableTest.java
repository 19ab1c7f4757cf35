package io.github.danmuhub.device.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.Socat;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that does not do what a port does. */
class CableTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path dir = Path.of("");
  private final List<String> told = new CopyOnWriteArrayList<>();

  private Cable open(String port) {
    Cable cable =
        new Cable(
            port,
            115_200,
            new Cable.Listener() {
              @Override
              public void opened() {
                told.add("opened");
              }

              @Override
              public void came(byte[] bytes, int count) {
                told.add("came " + count);
              }

              @Override
              public void lost(Phrase why) {
                told.add("lost " + why);
              }
            });
    cable.begin();
    return cable;
  }

  @Test
  void aPortThatIsNotThereIsLostInWords() {
    open(dir.resolve("none").toString());
    await().atMost(PATIENCE).until(() -> told.size() == 1);
    assertThat(told.get(0)).startsWith("lost ").contains("none");
  }

  @Test
  void aPortThatNobodyReadsIsGivenUpAndItsThreadLeft() throws Exception {
    try (Socat socat = Socat.start(dir)) {
      Cable cable = open(socat.a().toString());
      await().atMost(PATIENCE).until(() -> told.contains("opened"));
      socat.stop();
      byte[] much = new byte[1 << 20];
      assertThat(cable.write(much)).isTrue();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                cable.advance();
                return told.size() == 2;
              });
      assertThat(told.get(1)).contains("it takes nothing");
      assertThat(cable.write(new byte[1])).isFalse();
    }
  }

  @Test
  void whatComesIsLinesAndAFloodWithoutAnEndIsNone() {
    Lines lines = new Lines(told::add);
    byte[] flood = new byte[10_000];
    lines.came("tick a\r\nti".getBytes(US_ASCII), 10);
    lines.came("ck b\n".getBytes(US_ASCII), 5);
    lines.came(flood, flood.length);
    lines.came("\nack\n".getBytes(US_ASCII), 5);
    assertThat(told).containsExactly("tick a", "tick b", "ack");
  }
}
