package io.github.danmuhub.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.script.Replay;
import io.github.danmuhub.script.Script;
import io.github.danmuhub.testing.WiredRoom;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Decode and encode, held against each other.
 *
 * @param <P> the platform
 */
abstract class CodecContract<P extends Platform & Simulatable> extends HostileBytesContract<P> {
  private static final int SCRIPT = 600;

  CodecContract(P platform) {
    super(platform);
  }

  /** What comes out where those events are played into the room, as a recording. */
  private WiredRoom told(List<LiveEvent> events) {
    WiredRoom room =
        wired(new SimulatedRoom(room(), List.of(), events), PendingFaults.none(), nothingSet());
    long first = time(events.get(0));
    long last = events.stream().mapToLong(CodecContract::time).max().orElse(first);
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
