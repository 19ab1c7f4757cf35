package io.github.danmuhub.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.testing.Exchange;
import io.github.danmuhub.testing.WiredRoom;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every platform owes. A platform's test extends it and names only its own things; its session
 * and its simulated side are wired in memory, under a virtual clock.
 *
 * @param <P> the platform
 */
public abstract class PlatformContract<P extends Platform & Simulatable> extends CodecContract<P> {
  private static final String PLANTED = "PlantedSecret7";

  /** Addresses and words that are no room of anybody's, or another platform's. */
  private static final List<String> FOREIGN =
      List.of(
          "",
          " ",
          "https://example.com/545068",
          "https://live.bilibili.com.evil.example/545068",
          "https://live.douyin.com.evil.example/80017709309",
          "https://www.huya.com.evil.example/lpl",
          "ftp://files.example/1",
          "../../etc/passwd",
          "a b",
          "房间");

  protected PlatformContract(P platform) {
    super(platform);
  }

  @Test
  void everyFormOfARoomIsRead() {
    roomForms()
        .forEach(
            (text, room) ->
                assertThat(platform.parse(text))
                    .as(text)
                    .contains(new RoomRef(platform.id(), room)));
  }

  @Test
  void whatIsNoRoomOfItsIsRefused() {
    Stream.concat(FOREIGN.stream(), noRooms().stream())
        .forEach(text -> assertThat(platform.parse(text)).as(text).isEmpty());
  }

  @Test
  void anUnknownSettingIsRefusedInWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> platform.check(Map.of("no-such-thing", "1")))
        .withMessageContaining(platform.id())
        .withMessageContaining("no-such-thing");
  }

  @Test
  void itIsLiveOnlyOnceThePlatformLetUsIn() {
    assertThat(scripted().open().pass(100).lives).isEqualTo(1);
    if (!admitsByHandshake()) {
      assertThat(with(once(Fault.AUTH_SILENT)).open().pass(1_000).lives).isZero();
    }
    WiredRoom refused = with(once(Fault.AUTH_REFUSED)).open().pass(100);
    assertThat(refused.lives).isZero();
    assertThat(refused.setbacks).isNotEmpty().allSatisfy(s -> assertThat(s.why()).isNotBlank());
  }

  @Test
  void aRefusalIsNotForEver() {
    assertThat(with(once(Fault.AUTH_REFUSED)).open().pass(20 * MINUTE).lives).isPositive();
  }

  @Test
  void heartbeatsComeWithinItsPace() {
    WiredRoom room = scripted().open().pass(10 * MINUTE);

    assertThat(room.setbacks).isEmpty();
    assertThat(room.isOpen()).isTrue();
    List<Long> beats = new ArrayList<>(room.heartbeats);
    beats.add(room.ticks());
    for (int i = 1; heartbeatMs() > 0 && i < beats.size(); i++) {
      assertThat(beats.get(i) - beats.get(i - 1)).isLessThanOrEqualTo(heartbeatMs());
    }
    assertThat(room.heartbeats.isEmpty()).isEqualTo(heartbeatMs() == 0);
  }

  @Test
  void theEndLeavesNothingBehind() {
    WiredRoom room = scripted().open().pass(MINUTE);
    room.close();
    room.pass(10 * MINUTE);
    WiredRoom neverOpened = scripted();
    neverOpened.close();

    assertThat(room.tooLate).isZero();
    assertThat(neverOpened.tooLate).isZero();
  }

  @Test
  void aLostRoomIsDialledAgainAndHeardAgain() {
    WiredRoom room = scripted().open().pass(MINUTE / 6);
    room.cut();
    int before = room.events.size();
    room.pass(MINUTE);

    assertThat(room.lives).isEqualTo(2);
    assertThat(room.events).hasSizeGreaterThan(before + 50);
  }

  @Test
  void theSameSeedSendsTheSameFrames() {
    WiredRoom once = scripted().open().pass(MINUTE);
    WiredRoom again = scripted().open().pass(MINUTE);

    assertThat(once.heard()).hasSizeGreaterThan(100);
    assertThat(again.received).isEqualTo(once.received);
    assertThat(Told.of(again.heard())).isEqualTo(Told.of(once.heard()));
  }

  @TestFactory
  Stream<DynamicTest> aFaultEndsAsItShouldAndItsNeighboursArrive() {
    return faults().entrySet().stream()
        .map(f -> DynamicTest.dynamicTest(f.getKey().word(), () -> ends(f.getKey(), f.getValue())));
  }

  private void ends(Fault fault, Ending ending) {
    PendingFaults faults = once(fault);
    WiredRoom struck = with(faults).open().pass(MINUTE);
    assertThat(faults.strike(fault)).as("still to strike").isFalse();
    switch (ending) {
      case REPORTED -> assertThat(struck.malformed).isNotEmpty();
      case UNKNOWN -> assertThat(struck.heard()).hasAtLeastOneElementOfType(Unknown.class);
      case PASSED_OVER -> assertThat(struck.setbacks).isEmpty();
      case DIALLED_AGAIN -> assertThat(struck.pass(20 * MINUTE).setbacks).isNotEmpty();
    }
    assertThat(struck.isOpen()).isTrue();
    if (ending != Ending.DIALLED_AGAIN) {
      List<String> heard = ids(struck.heard());
      assertThat(heard).containsAll(ids(scripted().open().pass(MINUTE).heard()));
    }
  }

  private static List<String> ids(List<LiveEvent> events) {
    return events.stream().map(event -> String.valueOf(event.origin().id())).toList();
  }

  @Test
  void nothingSecretIsWrittenToACapture() {
    Settings signedIn = new Settings(platform.id(), Map.of(), account(), false);
    WiredRoom room =
        wired(new SimulatedRoom(room(), List.of()), PendingFaults.none(), signedIn).open();
    room.pass(MINUTE);
    assertThat(secrets(room)).allMatch(room.traffic()::contains);
    assertThat(written(room, redaction()))
        .isNotEmpty()
        .noneMatch(text -> secrets(room).stream().anyMatch(text::contains));
  }

  /** All that a capture would hold. */
  private static List<String> written(WiredRoom room, Redaction redaction) {
    List<String> written = new ArrayList<>();
    room.sent.forEach(f -> written.add(text(redaction.sent(f.kind(), f.buffer()))));
    room.received.forEach(f -> written.add(text(redaction.received(f.kind(), f.buffer()))));
    for (Exchange exchange : room.exchanges) {
      written.add(redaction.url(exchange.call().uri()));
      written.add(redaction.answer(exchange.call().uri(), exchange.reply().body()).text());
    }
    for (Dial dial : room.dials) {
      written.add(dial instanceof Dial.WebSocket ws ? redaction.url(ws.uri()) : "");
    }
    return written;
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes).toString();
  }

  @Test
  void aSecretInAnAddressOrInAnAnswerIsNotWritten() {
    Redaction redaction = redaction();
    for (Exchange exchange : scripted().open().pass(MINUTE).exchanges) {
      URI uri = exchange.call().uri();
      String query = uri.getRawQuery() == null ? "?" : "&";
      URI planted = URI.create(uri + query + "access_token=" + PLANTED + "&sign=" + PLANTED);
      assertThat(redaction.url(planted)).doesNotContain(PLANTED);
      String body = exchange.reply().text();
      if (body.startsWith("{") || body.startsWith("<")) {
        String answer = body + "{\"token\":\"" + PLANTED + "\"}";
        assertThat(redaction.answer(uri, Raw.bytes(answer.getBytes(UTF_8))).text())
            .doesNotContain(PLANTED);
      }
    }
  }

  @Test
  void noHandshakeOffersACompressionUnlessItMay() {
    assertThat(scripted().open().pass(MINUTE).dials)
        .filteredOn(Dial.WebSocket.class::isInstance)
        .allSatisfy(
            dial ->
                assertThat(((Dial.WebSocket) dial).headers().all("Sec-WebSocket-Extensions"))
                    .allMatch(offer -> offersDeflate() && offer.startsWith("permessage-deflate")));
  }
}
