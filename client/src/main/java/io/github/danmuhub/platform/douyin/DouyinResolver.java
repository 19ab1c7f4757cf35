package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.message.PrintedNumber;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.douyin.page.RoomInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * From the room to where to dial, by as few questions as will do: none behind a socket that had let
 * us hear something, else the whole lookup. One thread.
 */
final class DouyinResolver {
  private final RoomRef room;
  private final @Nullable URI handedOver;
  private final DouyinVisitor visitor;
  private final DouyinLookup lookup;
  private final DouyinTickets tickets;
  private final DouyinEvents events;
  private final DouyinReceiver receiver;

  private @Nullable DouyinTicket ticket;

  DouyinResolver(
      RoomRef room, RoomOptions options, DouyinEvents events, DouyinReceiver receiver) {
    DouyinSettings settings = DouyinSettings.read(options.settings());
    this.room = room;
    this.events = events;
    this.receiver = receiver;
    handedOver = settings.signature() == DouyinSettings.Signature.URL ? settings.url() : null;
    visitor = new DouyinVisitor(options.credentials(), options.random());
    lookup = new DouyinLookup(room.room(), visitor);
    tickets = new DouyinTickets(lookup, visitor, DouyinSigner.of(settings), options.random());
  }

  DouyinLookup lookup() {
    return lookup;
  }

  /** What the last dials were made of; null where the room is not live, or its URL not ours. */
  @Nullable DouyinTicket ticket() {
    return ticket;
  }

  /** The last server did not let us hear anything. */
  void nextServer() {
    tickets.nextServer();
  }

  /** As {@link io.github.danmuhub.platform.RoomSession#resolve}. */
  CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
    if (handedOver != null) {
      return CompletableFuture.completedStage(
          DouyinDials.handedOver(handedOver, receiver.cursor(), visitor, room.room()));
    }
    DouyinTicket known = ticket;
    if (known != null && worked(why)) {
      receiver.forgetHeard();
      return CompletableFuture.completedStage(dials(known));
    }
    return lookup.room(http).thenCompose(info -> learn(info, http, now, out));
  }

  private boolean worked(Resolve why) {
    return receiver.heard() && why != Resolve.REFUSED && !events.broadcast().isOffline();
  }

  private CompletionStage<List<Dial>> learn(RoomInfo info, Http http, long now, Out out) {
    visitor.known(info.userUniqueId());
    tell(info, Origin.ours(room.platform(), room.room(), now), out);
    if (!info.isLive()) {
      ticket = null;
      return CompletableFuture.completedStage(DouyinDials.offline());
    }
    DouyinTicket old = ticket;
    if (old == null || !old.roomId().equals(info.roomId())) {
      receiver.forgetCursor();
    }
    return tickets
        .ticket(http, info.roomId(), receiver.cursor(), now)
        .thenApply(issued -> learn(issued, now, out));
  }

  private List<Dial> learn(DouyinTickets.Issued issued, long now, Out out) {
    boolean history = receiver.cursor().isNone();
    ticket = issued.ticket();
    receiver.goOnFrom(issued.cursor());
    issued.fetched().ifPresent(body -> receiver.onMessages(body, history, now, out));
    return dials(issued.ticket());
  }

  private List<Dial> dials(DouyinTicket known) {
    return DouyinDials.live(known, receiver.cursor(), visitor, room.room());
  }

  private void tell(RoomInfo info, Origin origin, Out out) {
    if (!info.title().isEmpty()) {
      out.emit(new Room(origin, info.title(), null));
    }
    events.broadcast().known(state(info), origin, out);
    PrintedNumber.parse(info.userCount())
        .ifPresent(n -> out.emit(new Stats(origin, Map.of(Stats.Figure.ONLINE, n))));
  }

  private static Broadcast.State state(RoomInfo info) {
    if (!info.isLive()) {
      return Broadcast.State.OFFLINE;
    }
    return info.status() == RoomInfo.PAUSED ? Broadcast.State.PAUSED : Broadcast.State.LIVE;
  }
}
