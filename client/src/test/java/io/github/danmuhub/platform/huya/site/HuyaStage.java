package io.github.danmuhub.platform.huya.site;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.huya.packet.HuyaConnectInfo;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.wire.MalformedException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A room of Huya's other side under a virtual clock: no sockets, no sleep. */
final class HuyaStage {
  static final RoomRef ROOM = new RoomRef("huya", "lpl");
  static final long PRESENTER = Presenters.of("lpl");

  long now = 1_790_000_000_000L;
  private final HostedPlatform<?> site;

  private HuyaStage(List<RecordedFrame> replay, PendingFaults faults, boolean loop) {
    SimulationOptions options =
        new SimulationOptions(
            List.of(new SimulatedRoom(ROOM, replay)),
            Rules.TODAY,
            0,
            7,
            loop,
            faults,
            BroadcastSchedule.ALWAYS);
    site = HostedPlatform.of("huya", HuyaSite::new, options);
    site.onListening(7001, 0);
  }

  static HuyaStage scripted() {
    return new HuyaStage(List.of(), PendingFaults.none(), false);
  }

  static HuyaStage with(Fault fault) {
    return new HuyaStage(List.of(), new PendingFaults(Map.of(fault, 1), 0), false);
  }

  static HuyaStage looping(List<RecordedFrame> replay) {
    return new HuyaStage(replay, PendingFaults.none(), true);
  }

  HttpReply get(String url) {
    AtomicReference<@Nullable HttpReply> reply = new AtomicReference<>();
    site.onHttp(HttpCall.get(URI.create(url), Headers.NONE), now, reply::set);
    return Objects.requireNonNull(reply.get());
  }

  SortedMap<String, Long> tallies() {
    return site.tallies();
  }

  /** Connects as our own client does. */
  Guest connect() throws RefusedException {
    return connect(HuyaConnectInfo.visitor("0f").url("wsapi.huya.com"), Headers.NONE);
  }

  Guest connect(URI url, Headers headers) throws RefusedException {
    Guest guest = new Guest();
    guest.peer = site.accept(HttpCall.get(url, headers), now, guest);
    return guest;
  }

  /** Who connected, and what they heard. */
  final class Guest implements PeerSocket {
    final List<HuyaPacket> heard = new ArrayList<>();
    private @Nullable HostedPeer peer;
    private long wake = Long.MAX_VALUE;
    boolean dropped;

    void say(HuyaPacket packet) {
      Objects.requireNonNull(peer).onFrame(FrameKind.BINARY, packet.encode(), now);
    }

    /** Lets so much time go by, wake after wake. */
    void listen(long ms) {
      long until = now + ms;
      while (wake <= until) {
        now = Math.max(now, wake);
        wake = Long.MAX_VALUE;
        Objects.requireNonNull(peer).onWake(now);
      }
      now = until;
    }

    /** Those of one type. */
    List<HuyaPacket> heard(int type) {
      return heard.stream().filter(packet -> packet.type() == type).toList();
    }

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
      try {
        heard.add(HuyaPacket.decode(copy));
      } catch (MalformedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void wakeAt(long epochMs) {
      wake = epochMs;
    }

    @Override
    public void drop(String why) {
      dropped = true;
    }
  }
}
