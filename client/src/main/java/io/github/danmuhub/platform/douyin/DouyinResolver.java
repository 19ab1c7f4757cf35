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
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * From the room to where to dial, by as few questions as will do: none behind a socket that had let
 * us hear something; {@code im/fetch} and the signer where polling works and the socket is tried
 * again; else the whole lookup. One thread.
 *
 * <p>The messages that come along are held until somebody says what time it is: a lookup knows only
 * when it began.
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
  private @Nullable Held held;
  private boolean renewing;

  /** Messages that came along with a ticket. */
  private record Held(ByteBuffer body, boolean history) {}

  DouyinResolver(RoomRef room, RoomOptions options, DouyinEvents events, DouyinReceiver receiver) {
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

  /** Tells what came along with the last ticket, once. */
  void release(long now, Out out) {
    Held messages = held;
    held = null;
    if (messages != null) {
      receiver.onMessages(messages.body(), messages.history(), now, out);
    }
  }

  /** The next dial gets another ticket, and polling goes on where there is none. */
  void renewTicket() {
    renewing = true;
  }

  /** The last server did not let us hear anything. */
  void nextServer() {
    tickets.nextServer();
  }

  /** As {@link io.github.danmuhub.platform.RoomSession#resolve}. */
  CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
    if (handedOver != null) {
      if (receiver.cursor().isNone()) {
        receiver.joins(now);
      }
      return CompletableFuture.completedStage(
          DouyinDials.handedOver(handedOver, receiver.cursor(), visitor, room.room()));
    }
    release(now, out);
    boolean mayGoOn = why != Resolve.REFUSED && !events.broadcast().isOffline();
    DouyinTicket known = mayGoOn ? ticket : null;
    boolean onlyTicket = renewing;
    renewing = false;
    if (known != null && onlyTicket) {
      return renewed(http, known.roomId(), now, out);
    }
    if (known != null && receiver.heard()) {
      receiver.forgetHeard();
      return CompletableFuture.completedStage(dials(known));
    }
    return lookup.room(http).thenCompose(info -> learn(info, http, now, out));
  }

  /** Polls work, so that a signer that is gone for now costs only the attempt. */
  private CompletionStage<List<Dial>> renewed(Http http, String roomId, long now, Out out) {
    return dials(http, roomId, now, out).exceptionally(error -> DouyinDials.polling());
  }

  private CompletionStage<List<Dial>> learn(RoomInfo info, Http http, long now, Out out) {
    visitor.known(info.userUniqueId());
    if (!info.anchorId().isEmpty()) {
      events.anchor(info.anchorId());
    }
    tell(info, Origin.ours(room.platform(), room.room(), now), out);
    if (!info.isLive()) {
      ticket = null;
      return CompletableFuture.completedStage(DouyinDials.polling());
    }
    DouyinTicket old = ticket;
    if (old == null || !old.roomId().equals(info.roomId())) {
      receiver.joins(now);
    }
    return dials(http, info.roomId(), now, out);
  }

  private CompletionStage<List<Dial>> dials(Http http, String roomId, long now, Out out) {
    return tickets
        .ticket(http, roomId, receiver.cursor(), now)
        .thenApply(issued -> learn(issued, now, out));
  }

  private List<Dial> learn(DouyinTickets.Issued issued, long now, Out out) {
    // a lookup that took too long may end after the next one began
    release(now, out);
    boolean history = receiver.cursor().isNone();
    ticket = issued.ticket();
    receiver.goOnFrom(issued.cursor());
    held = issued.fetched().map(body -> new Held(body, history)).orElse(null);
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
