package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.message.Methods;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.page.RoomPage;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.Seeds;
import io.github.danmuhub.wire.Bounds;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, nothing is thrown, and what cannot be read is reported. */
class DouyinFuzzTest {
  private static Stream<DouyinMessage> script() {
    return Simulated.messages(Douyins.NOW);
  }

  static Stream<byte[]> frames() {
    return Seeds.of(DouyinFuzzTest::wholeAndBroken);
  }

  private static Stream<byte[]> wholeAndBroken() {
    byte[] whole = Douyins.frame(1, true, script().toList());
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    byte[] turned = whole.clone();
    turned[whole.length / 2] ^= 0x55;
    return Stream.of(whole, cut, turned);
  }

  @MethodSource("frames")
  @FuzzTest
  void anyFrameIsReadOrReported(byte[] frame) {
    RecordingContext out = Douyins.context();
    Douyins.session(out).onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    // an empty Response says nothing, so there may be nothing to see; but what is seen is bounded
    assertThat(out.actions()).hasSizeLessThan(10 * Bounds.PACKETS_PER_FRAME);
  }

  static Stream<byte[]> payloads() {
    return Seeds.of(() -> script().map(message -> Douyins.bytes(message.payload())));
  }

  @MethodSource("payloads")
  @FuzzTest
  void anyPayloadIsReadAsAnyMethodOrReported(byte[] payload) {
    RecordingContext out = Douyins.context();
    DouyinEvents events = Douyins.events(out);
    for (String method : Methods.all()) {
      out.clear();
      DouyinMessage message = new DouyinMessage(method, ByteBuffer.wrap(payload), 0);
      events.response(false).onMessage(message);
      out.pass(events.nextWake() == Long.MAX_VALUE ? 0 : events.nextWake() - out.ticks);
      events.onWake();
    }
  }

  static Stream<byte[]> pages() {
    return Seeds.of(
        () ->
            Stream.of(
                    Simulated.today(),
                    Simulated.of2022(),
                    Simulated.enter(),
                    Simulated.verification(),
                    "self.__pace_f.push([1,\"\\u00")
                .map(page -> page.getBytes(UTF_8)));
  }

  @MethodSource("pages")
  @FuzzTest
  void anyPageIsReadOrNot(byte[] page) {
    String text = new String(page, UTF_8);
    RoomPage.read(text);
    RoomPage.readEnter(text);
    assertThat(Query.parse(Query.parse(text).toString()).toString())
        .isEqualTo(Query.parse(text).toString());
  }
}
