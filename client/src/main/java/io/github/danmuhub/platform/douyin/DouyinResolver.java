package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Scope;
import io.github.danmuhub.platform.Setback;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * From the room to where to dial, by as few questions as {@link DouyinRedial} allows. One thread.
 * The messages that come along are held until the line is open.
 */
final class DouyinResolver {
  private final RoomRef room;
  private final boolean throughPage;
  private final @Nullable URI handedOver;
  private final RoomContext context;
  private final DouyinVisitor visitor;
  private final DouyinLookup lookup;
  private final DouyinTickets tickets;
  private final DouyinEvents events;
  private final DouyinReceiver receiver;
  private final DouyinRedial redial;

  /** Came along with a ticket: at most two, since a further lookup releases those of the last. */
  private final List<DouyinFetched> held = new ArrayList<>();

  private @Nullable DouyinTicket ticket;
  private String account = "";

  DouyinResolver(
      RoomRef room,
      DouyinEvents events,
      DouyinReceiver receiver,
      DouyinRedial redial,
      RoomContext context) {
    DouyinSettings settings = DouyinSettings.read(context.settings());
    this.room = room;
    this.events = events;
    this.receiver = receiver;
    this.redial = redial;
    this.context = context;
    throughPage = settings.source() == DouyinSettings.Source.BROWSER;
    handedOver = settings.signature() == DouyinSettings.Signature.URL ? settings.url() : null;
    visitor =
        new DouyinVisitor(context.settings().credentials(), context.cookies(), context.random());
    lookup = new DouyinLookup(room.room(), visitor, context);
    tickets = new DouyinTickets(lookup, visitor, DouyinSigner.of(settings), context);
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
  void release() {
    List<DouyinFetched> messages = List.copyOf(held);
    held.clear();
    messages.forEach(receiver::onFetched);
  }

  /** A broadcast has a URL of its own. */
  void onAirAgain() {
    if (handedOver == null) {
      context.reconnect(Setback.again(0, "the broadcast is on again"));
    } else {
      context.reconnect(
          Setback.failed(
              0,
              "the room is on again, but its URL is of the broadcast that ended: hand over a new"
                  + " one (-o douyin.url=wss://…)"));
    }
  }

  /** As {@link io.github.danmuhub.platform.RoomSession#resolve}. */
  CompletionStage<List<Dial>> resolve(Resolve why) {
    release();
    if (handedOver != null) {
      return CompletableFuture.completedStage(handedOver(handedOver));
    }
    if (throughPage) {
      return lookup.room().thenApply(this::page).exceptionallyCompose(this::pageUnseen);
    }
    boolean mayGoOn = why != Resolve.REFUSED && !events.broadcast().isOffline();
    DouyinTicket known = mayGoOn ? ticket : null;
    DouyinRedial.With with = redial.next(known != null);
    if (known == null || with == DouyinRedial.With.LOOKUP) {
      return lookup.room().thenCompose(this::learn);
    }
    return with == DouyinRedial.With.SAME_TICKET
        ? CompletableFuture.completedStage(dials(known))
        : renewed(known.roomId());
  }

  private List<Dial> page(RoomInfo info) {
    known(info);
    return info.isLive() ? DouyinDials.page(room.room()) : DouyinDials.polling();
  }

  /** Where the site shows us nothing, it may still show it to a browser. */
  private CompletionStage<List<Dial>> pageUnseen(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    boolean mayShow =
        cause instanceof LookupException refused
            && refused.verdict() == Verdict.RESOLVE
            && refused.setback().scope() == Scope.ROOM;
    return mayShow
        ? CompletableFuture.completedStage(DouyinDials.page(room.room()))
        : CompletableFuture.failedStage(error);
  }

  /** Behind its end there is nothing to hear on the URL of a broadcast. */
  private List<Dial> handedOver(URI url) {
    if (events.broadcast().isOffline()) {
      return DouyinDials.polling();
    }
    if (receiver.cursor().isNone()) {
      receiver.joins();
    }
    return DouyinDials.handedOver(url, receiver.cursor(), visitor, room.room());
  }

  /** Polls work, so that a signer that is gone for now costs only the attempt. */
  private CompletionStage<List<Dial>> renewed(String roomId) {
    return dials(roomId).exceptionally(error -> DouyinDials.polling());
  }

  private CompletionStage<List<Dial>> learn(RoomInfo info) {
    known(info);
    if (!info.isLive()) {
      ticket = null;
      return CompletableFuture.completedStage(DouyinDials.polling());
    }
    DouyinTicket old = ticket;
    if (old == null || !old.roomId().equals(info.roomId())) {
      receiver.joins();
    }
    return dials(info.roomId());
  }

  /** What the site says of the room, told. */
  private void known(RoomInfo info) {
    visitor.known(info.userUniqueId());
    account = account(info);
    if (!info.anchorId().isEmpty()) {
      events.anchor(info.anchorId());
    }
    tell(info, Origin.ours(room.platform(), room.room(), context.wallMs()));
  }

  private CompletionStage<List<Dial>> dials(String roomId) {
    return tickets.ticket(roomId, receiver.cursor(), redial.failures()).thenApply(this::learn);
  }

  private List<Dial> learn(DouyinTickets.Issued issued) {
    ticket = issued.ticket();
    receiver.goOnFrom(issued.cursor());
    held.addAll(issued.fetched());
    return dials(issued.ticket());
  }

  /** Where the platform has named no cursor, the page makes one up for the socket, and so do we. */
  private List<Dial> dials(DouyinTicket known) {
    DouyinCursor told = receiver.cursor();
    return DouyinDials.live(known, told.isNone() ? made(known) : told, visitor, room.room());
  }

  private DouyinCursor made(DouyinTicket known) {
    return DouyinCursor.made(
        known.roomId(), visitor.uniqueId(), context.wallMs(), context.random());
  }

  private void tell(RoomInfo info, Origin origin) {
    if (!info.title().isEmpty()) {
      context.emit(new Room(origin, info.title(), null, anchor(info)));
    }
    events.broadcast().known(state(info), origin);
    PrintedNumber.parse(info.userCount())
        .ifPresent(n -> context.emit(new Stats(origin, Map.of(Stats.Figure.ONLINE, n))));
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
