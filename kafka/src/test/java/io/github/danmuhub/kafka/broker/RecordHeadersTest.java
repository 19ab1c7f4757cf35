package io.github.danmuhub.kafka.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.kafka.broker.RecordHeaders.Hearer;
import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class RecordHeadersTest {
  private static Headers written(RecordHeaders headers) {
    Headers written = new org.apache.kafka.common.header.internals.RecordHeaders();
    headers.write(written);
    return written;
  }

  private static Hearer hearer(boolean late) {
    return new Hearer("cat-1", "a", 7, late);
  }

  private static List<String> names(Headers headers) {
    List<String> names = new ArrayList<>();
    headers.forEach(header -> names.add(header.key()));
    return names;
  }

  @Test
  void whatIsNotSoOrNotKnownIsLeftOut() {
    RecordHeaders chat = new RecordHeaders(hearer(false), "huya", "1", "chat", null, null);
    assertThat(names(written(chat)))
        .containsExactly("worker", "zone", "epoch", "platform", "room", "type");
  }

  @Test
  void aGapIsSeenWithoutReadingItsType() throws Exception {
    RecordHeaders gap = new RecordHeaders(hearer(true), "huya", "1", "gap", "i", "ab-3");
    assertThat(names(written(gap))).contains("gap", "late", "event_id", "seq");
    assertThat(RecordHeaders.read(written(gap))).isEqualTo(gap);
    assertThat(gap.gap()).isTrue();
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll long epoch, @ForAll boolean late, @ForAll String id, @ForAll boolean known)
      throws Exception {
    String text = new String(id.getBytes(UTF_8), UTF_8); // without half surrogate pairs
    RecordHeaders headers =
        new RecordHeaders(
            new Hearer("w", "z", epoch, late), "douyin", text, "like", known ? text : null, null);
    assertThat(RecordHeaders.read(written(headers))).isEqualTo(headers);
  }

  @Test
  void whatOthersWroteIsRefusedInWords() {
    Headers strange = new org.apache.kafka.common.header.internals.RecordHeaders();
    strange.add("worker", "w".getBytes(UTF_8)).add("zone", "z".getBytes(UTF_8));
    assertThatThrownBy(() -> RecordHeaders.read(strange))
        .isInstanceOf(MalformedException.class)
        .hasMessage("the record has no header 'epoch'");
    strange.add("epoch", "seven".getBytes(UTF_8));
    assertThatThrownBy(() -> RecordHeaders.read(strange))
        .hasMessage("the header 'epoch' is no number");
    strange.remove("worker").add("worker", null);
    assertThatThrownBy(() -> RecordHeaders.read(strange)).hasMessageContaining("'worker'");
  }
}
