package io.github.danmuhub.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.script.Replay;
import io.github.danmuhub.script.Script;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.testing.WiredRoom;
import io.github.danmuhub.testing.WiredRoom.Frame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every platform owes. A platform's test extends it and names only its own things; its session
 * and its simulated side are wired in memory, under a virtual clock.
 *
 * @param <P> the platform
 */
public abstract class PlatformContract<P extends Platform & Simulatable> {
  private static final long MINUTE = 60_000;

  /** More events than this out of one frame are no frame's. */
  private static final int EVENTS_A_FRAME = 1_000;

  private static final int SPECIMENS = 40;
  private static final int FLIPS = 2_000;
  private static final int SCRIPT = 600;

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

  /** What it may be made to do wrong, and how that ends. */
  public enum Ending {
    /** A broken part is reported, its neighbours arrive. */
    REPORTED,
    /** It is emitted as unknown, its neighbours arrive. */
    UNKNOWN,
    /** It is passed over, its neighbours arrive. */
    PASSED_OVER,
    /** The room is dialled again, and is live then. */
    DIALLED_AGAIN
  }

  private final P platform;

  protected PlatformContract(P platform) {
    this.platform = platform;
  }

  /** A room of its simulated side. */
  protected abstract RoomRef room();

  /** What people write, and the room that they mean. */
  protected abstract Map<String, String> roomForms();

  /** Addresses of it that are no rooms, and rooms of others. */
  protected abstract List<String> noRooms();

  /** What it sells and can tell. */
  protected abstract Vocabulary vocabulary();

  protected abstract Redaction redaction();

  protected abstract Dissector dissector();

  /** An account of the user's own, with secrets wherever they could leak. */
  protected abstract Credentials account();

  /**
   * What must not be read in a capture of that room: of the account, and what the site issued. All
   * of it passes, if only in a header.
   */
  protected abstract List<String> secrets(WiredRoom room);

  /** How often it has to be heard of, in milliseconds; 0 = it need not. */
  protected abstract long heartbeatMs();

  /** Whether the handshake is all there is to the admission, so that nothing can be silent. */
  protected boolean admitsByHandshake() {
    return false;
  }

  /** The faults of its simulated side, and how they end. */
  protected abstract Map<Fault, Ending> faults();

  /** Real frames; none where there are no captures. */
  protected abstract Stream<RecordedFrame> captures();

  private WiredRoom wired(SimulatedRoom hosted, PendingFaults faults, Settings settings) {
    SimulationOptions options =
        new SimulationOptions(
            List.of(hosted), Rules.TODAY, 0, 42, false, faults, BroadcastSchedule.ALWAYS);
    HostedPlatform<?> site = HostedPlatform.of(platform.id(), platform, options);
    return new WiredRoom(platform, room(), site, settings);
  }

  private Settings nothingSet() {
    return Settings.none(platform.id());
  }

  private WiredRoom scripted() {
    return wired(new SimulatedRoom(room(), List.of()), PendingFaults.none(), nothingSet());
  }

  private WiredRoom with(PendingFaults faults) {
    return wired(new SimulatedRoom(room(), List.of()), faults, nothingSet());
  }

  private static PendingFaults once(Fault fault) {
    return new PendingFaults(Map.of(fault, 1), 0);
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

  /** Frames of its own, of every length once. */
  private List<Frame> specimens() {
    Map<Integer, Frame> byLength = new LinkedHashMap<>();
    WiredRoom room = scripted().open().pass(MINUTE);
    room.received.forEach(frame -> byLength.putIfAbsent(frame.bytes().size(), frame));
    room.sent.forEach(frame -> byLength.putIfAbsent(frame.bytes().size(), frame));
    return byLength.values().stream().limit(SPECIMENS).toList();
  }

  private void feed(WiredRoom room, FrameKind kind, byte[] bytes) {
    int before = room.events.size();
    room.session().onFrame(kind, ByteBuffer.wrap(bytes));
    assertThat(room.events.size() - before).isLessThanOrEqualTo(EVENTS_A_FRAME);
  }

  @Property(tries = 200)
  void noBytesBreakASession(@ForAll byte[] bytes) {
    WiredRoom room = scripted();
    feed(room, FrameKind.BINARY, bytes);
    feed(room, FrameKind.TEXT, bytes);
    room.close();
  }

  @Test
  void noPrefixOfAFrameBreaksASession() {
    WiredRoom room = scripted();
    for (Frame frame : specimens()) {
      byte[] bytes = frame.bytes().toBytes();
      int step = Math.max(1, bytes.length / 200);
      for (int length = 0; length <= bytes.length; length += step) {
        feed(room, frame.kind(), Arrays.copyOf(bytes, length));
      }
    }
    room.close();
  }

  @Test
  void noFlippedBitBreaksASession() {
    Random random = new Random(1);
    List<Frame> frames = specimens();
    WiredRoom room = scripted();
    for (int i = 0; i < FLIPS; i++) {
      Frame frame = frames.get(random.nextInt(frames.size()));
      byte[] bytes = frame.bytes().toBytes();
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        feed(room, frame.kind(), bytes);
      }
    }
    room.close();
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
    for (WiredRoom.Exchange exchange : room.exchanges) {
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
  void itsDissectorKnowsItsOwnFramesAndNoOthers() {
    Dissector dissector = dissector();
    for (Frame frame : specimens()) {
      assertThat(dissector.recognizes(frame.kind(), frame.buffer())).isPositive();
      assertThat(dissector.dissect(frame.kind(), frame.buffer())).isNotEmpty();
    }
    assertAll(
        ForeignFrames.to(platform.id()).stream()
            .map(
                frame ->
                    () ->
                        assertThat(dissector.recognizes(frame.kind(), frame.buffer()))
                            .isLessThan(Dissector.CERTAIN / 2)));
  }

  /** What comes out where those events are played into the room, as a recording. */
  private WiredRoom told(List<LiveEvent> events) {
    WiredRoom room =
        wired(new SimulatedRoom(room(), List.of(), events), PendingFaults.none(), nothingSet());
    long first = time(events.get(0));
    long last = events.stream().mapToLong(PlatformContract::time).max().orElse(first);
    room.open().pass(last - first + 5 * MINUTE).close();
    return room;
  }

  private static long time(LiveEvent event) {
    long time = event.origin().time();
    return time > 0 ? time : event.origin().received();
  }

  @Test
  void aScriptIsHeardAsTheTableSaysItIsCarried() {
    Script script = new Script(room().platform(), room().room(), vocabulary(), 3, 5);
    List<LiveEvent> events =
        LongStream.range(0, SCRIPT).mapToObj(n -> script.event(n, WiredRoom.START)).toList();
    WiredRoom room = told(events);

    assertThat(room.malformed).isEmpty();
    assertThat(Told.of(room.heard())).isEqualTo(Told.of(carried(events)));
  }

  /** As far as they are carried, from the beginning of the room on. */
  private List<LiveEvent> carried(List<LiveEvent> events) {
    List<LiveEvent> played = events.stream().filter(this::isPlayed).toList();
    long first = time(played.get(0));
    return played.stream().flatMap(event -> carried(event, time(event) - first).stream()).toList();
  }

  private Optional<LiveEvent> carried(LiveEvent event, long after) {
    Replay replay = new Replay(room().platform(), room().room(), WiredRoom.START + after, 0);
    return vocabulary().carried().of(event, replay);
  }

  /** What a recording says of its own room, and what was history then, is not played. */
  private boolean isPlayed(LiveEvent event) {
    return !(event instanceof Broadcast || event instanceof Room)
        && !event.origin().history()
        && vocabulary().carried().of(event).isPresent();
  }

  @Test
  void whatRealMessagesBecomeIsTheSameAfterItIsEncodedAndDecoded() {
    WiredRoom heard = scripted();
    captures().forEach(f -> feed(heard, f.kind(), f.bytes().toBytes()));
    heard.pass(5 * MINUTE).close();
    List<LiveEvent> decoded = heard.events.stream().filter(this::isPlayed).toList();
    if (!decoded.isEmpty()) {
      List<LiveEvent> messages = decoded.stream().filter(event -> !isOurEnd(event)).toList();
      assertThat(Told.timeless(told(messages).heard())).isEqualTo(Told.timeless(decoded));
    }
  }

  /** That a combo is over which no message ended: that is told anew. */
  private static boolean isOurEnd(LiveEvent event) {
    return event instanceof Gift gift && gift.count() == 0 && gift.origin().id() == null;
  }
}
