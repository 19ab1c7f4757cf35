package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.douyin.packet.PrintedNumber;
import io.github.danmuhub.platform.douyin.page.RoomInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * From the room to where to dial, by as few questions as {@link DouyinRedial} allows. One thread.
 *
 * <p>The messages that come along are held until somebody says what time it is: a lookup knows only
 * when it began.
 */
final class DouyinResolver {
  private final RoomRef room;
  private final @Nullable URI handedOver;
  private final RandomGenerator random;
  private final DouyinVisitor visitor;
  private final DouyinLookup lookup;
  private final DouyinTickets tickets;
  private final DouyinEvents events;
  private final DouyinReceiver receiver;
  private final DouyinRedial redial;

  /** Came along with a ticket. At most two: a further lookup releases those of the last one. */
  private final List<DouyinFetched> held = new ArrayList<>();

  private @Nullable DouyinTicket ticket;
  private String account = "";

  DouyinResolver(
      RoomRef room,
      RoomOptions options,
      DouyinEvents events,
      DouyinReceiver receiver,
      DouyinRedial redial) {
    DouyinSettings settings = DouyinSettings.read(options.settings());
    this.room = room;
    this.events = events;
    this.receiver = receiver;
    this.redial = redial;
    random = options.random();
    handedOver = settings.signature() == DouyinSettings.Signature.URL ? settings.url() : null;
    visitor = new DouyinVisitor(options.credentials(), random);
    lookup = new DouyinLookup(room.room(), visitor);
    tickets = new DouyinTickets(lookup, visitor, DouyinSigner.of(settings));
  }

  DouyinLookup lookup() {
    return lookup;
  }

  /** What the last dials were made of; null where the room is not live, or its URL not ours. */
  @Nullable DouyinTicket ticket() {
    return ticket;
  }

  /** As {@link io.github.danmuhub.platform.RoomSession#account}. */
  String account() {
    return account;
  }

  /** Tells what came along with the last ticket, once. */
  void release(long now, Out out) {
    List<DouyinFetched> messages = List.copyOf(held);
    held.clear();
    messages.forEach(fetched -> receiver.onFetched(fetched, now, out));
  }

  /** A broadcast has a URL of its own. */
  void onAirAgain(Out out) {
    if (handedOver == null) {
      out.reconnect(Verdict.RESOLVE, 0, "the broadcast is on again");
    } else {
      out.reconnect(
          Verdict.FAILED,
          0,
          "the room is on again, but its URL is of the broadcast that ended: hand over a new one"
              + " (-o douyin.url=wss://…)");
    }
  }

  /** As {@link io.github.danmuhub.platform.RoomSession#resolve}. */
  CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
    release(now, out);
    if (handedOver != null) {
      return CompletableFuture.completedStage(handedOver(handedOver, now));
    }
    boolean mayGoOn = why != Resolve.REFUSED && !events.broadcast().isOffline();
    DouyinTicket known = mayGoOn ? ticket : null;
    DouyinRedial.With with = redial.next(known != null);
    if (known == null || with == DouyinRedial.With.LOOKUP) {
      return lookup.room(http).thenCompose(info -> learn(info, http, now, out));
    }
    return with == DouyinRedial.With.SAME_TICKET
        ? CompletableFuture.completedStage(dials(known, now))
        : renewed(http, known.roomId(), now, out);
  }

  /** Behind its end there is nothing to hear on the URL of a broadcast. */
  private List<Dial> handedOver(URI url, long now) {
    if (events.broadcast().isOffline()) {
      return DouyinDials.polling();
    }
    if (receiver.cursor().isNone()) {
      receiver.joins(now);
    }
    return DouyinDials.handedOver(url, receiver.cursor(), visitor, room.room());
  }

  /** Polls work, so that a signer that is gone for now costs only the attempt. */
  private CompletionStage<List<Dial>> renewed(Http http, String roomId, long now, Out out) {
    return dials(http, roomId, now, out).exceptionally(error -> DouyinDials.polling());
  }

  private CompletionStage<List<Dial>> learn(RoomInfo info, Http http, long now, Out out) {
    visitor.known(info.userUniqueId());
    account = account(info);
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
        .ticket(http, roomId, receiver.cursor(), redial.failures())
        .thenApply(issued -> learn(issued, now, out));
  }

  private List<Dial> learn(DouyinTickets.Issued issued, long now, Out out) {
    // a lookup that took too long may end after the next one began
    release(now, out);
    ticket = issued.ticket();
    receiver.goOnFrom(issued.cursor());
    held.addAll(issued.fetched());
    return dials(issued.ticket(), now);
  }

  /** Where the platform has named no cursor, the page makes one up for the socket, and so do we. */
  private List<Dial> dials(DouyinTicket known, long now) {
    DouyinCursor told = receiver.cursor();
    DouyinCursor cursor =
        told.isNone() ? DouyinCursor.made(known.roomId(), visitor.uniqueId(), now, random) : told;
    return DouyinDials.live(known, cursor, visitor, room.room());
  }

  private void tell(RoomInfo info, Origin origin, Out out) {
    if (!info.title().isEmpty()) {
      out.emit(new Room(origin, info.title(), null, anchor(info)));
    }
    events.broadcast().known(state(info), origin, out);
    PrintedNumber.parse(info.userCount())
        .ifPresent(n -> out.emit(new Stats(origin, Map.of(Stats.Figure.ONLINE, n))));
  }

  /** What was known stays, where only {@code web/enter} said something: it does not say this. */
  private String account(RoomInfo info) {
    return switch (info.signedIn()) {
      case "true" -> "signed in with the account of the cookie";
      case "false" -> "an anonymous visitor: Douyin shows them no gifts";
      default -> account;
    };
  }

  private static @Nullable User anchor(RoomInfo info) {
    String id = info.anchorId().isEmpty() ? null : info.anchorId();
    String name = info.anchorName().isEmpty() ? null : info.anchorName();
    return id == null && name == null ? null : User.of(id, name);
  }

  private static Broadcast.State state(RoomInfo info) {
    if (!info.isLive()) {
      return Broadcast.State.OFFLINE;
    }
    return info.status() == RoomInfo.PAUSED ? Broadcast.State.PAUSED : Broadcast.State.LIVE;
  }
}
