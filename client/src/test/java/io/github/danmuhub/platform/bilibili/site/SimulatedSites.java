package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.bilibili.message.BilibiliEvents;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.WiredRoom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Sites to test against, each with one room. */
public final class SimulatedSites {
  public static final String ROOM = "545068";

  private SimulatedSites() {}

  public static HostedPlatform<?> scripted() {
    return site(ROOM, List.of(), Rules.TODAY, false, PendingFaults.none());
  }

  public static HostedPlatform<?> scripted(Rules rules) {
    return site(ROOM, List.of(), rules, false, PendingFaults.none());
  }

  public static HostedPlatform<?> with(Fault fault) {
    return site(ROOM, List.of(), Rules.TODAY, false, new PendingFaults(Map.of(fault, 1), 0));
  }

  public static HostedPlatform<?> replaying(boolean loop, List<RecordedFrame> frames) {
    return site(ROOM, frames, Rules.TODAY, loop, PendingFaults.none());
  }

  public static HostedPlatform<?> site(
      String room, List<RecordedFrame> frames, Rules rules, boolean loop, PendingFaults faults) {
    SimulationOptions options =
        new SimulationOptions(
            List.of(new SimulatedRoom(new RoomRef("bilibili", room), frames)),
            rules,
            0,
            42,
            loop,
            faults);
    HostedPlatform<?> site = HostedPlatform.of("bilibili", new Bilibili(), options);
    site.onListening(7001, 7002);
    return site;
  }

  /** A client of that site's room, in memory. */
  public static WiredRoom room(HostedPlatform<?> site) {
    return room(site, Credentials.NONE, Map.of());
  }

  public static WiredRoom room(
      HostedPlatform<?> site, Credentials who, Map<String, String> settings) {
    return new WiredRoom(
        new Bilibili(),
        new RoomRef("bilibili", ROOM),
        site,
        new Settings("bilibili", settings, who, false));
  }

  /** A client of another room, which the site may have or not. */
  public static WiredRoom room(String room, HostedPlatform<?> site) {
    RoomRef ref = new RoomRef("bilibili", room);
    return new WiredRoom(new Bilibili(), ref, site, Settings.none("bilibili"));
  }

  /** For a session without a line: its lookups are answered by that site. */
  public static RecordingContext asking(HostedPlatform<?> site) {
    RecordingContext context = RecordingContext.of("bilibili");
    context.http =
        call -> {
          CompletableFuture<HttpReply> answer = new CompletableFuture<>();
          site.onHttp(call, context.wallMs(), answer::complete);
          return answer;
        };
    return context;
  }

  /** A capture of {@code count} chats, one a second. */
  public static List<RecordedFrame> chats(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new RecordedFrame(1_000L * (i + 1), FrameKind.BINARY, chat("第" + i + "条", i)))
        .toList();
  }

  private static Raw chat(String text, int id) {
    Origin origin = new Origin("bilibili", ROOM, "" + (7_000 + id), 1_000, 1_000, false, null);
    Raw json = BilibiliEvents.encode(Chat.of(origin, User.of("1", "小明"), text)).get(0);
    return Raw.bytes(BilibiliPacketCodec.encode(BilibiliPacket.message(json.toBytes())).array());
  }
}
