package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.script.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Douyin's other side: the lookups, the push servers, and messages by its own codec. */
public final class DouyinSite implements SimulatedPlatform<DouyinMessage> {
  private static final long LOG_IDS = 1_000_000;

  private final SiteContext context;
  private final Broadcasts broadcasts;
  private final Guests guests;
  private final Lookups lookups;
  private final Admission admission;

  /** LogIDs are unsigned: the first one is the first that a signed reader takes for negative. */
  private long nextLogId = Long.MIN_VALUE;

  public DouyinSite(SiteContext context) {
    this.context = context;
    broadcasts = new Broadcasts(context);
    guests = new Guests(context);
    lookups = new Lookups(context, broadcasts, guests);
    admission = new Admission(context);
  }

  @Override
  public List<String> hosts() {
    return List.of("live.douyin.com", "www.douyin.com", "*.douyin.com", "webcast.amemv.com");
  }

  @Override
  public boolean serves(String path) {
    return path.equals("/") || path.startsWith("/webcast/") || context.hosts(Lookups.pageOf(path));
  }

  @Override
  public Vocabulary vocabulary() {
    return DouyinWords.VOCABULARY;
  }

  @Override
  public List<DouyinMessage> encode(LiveEvent event) {
    return DouyinEvents.encode(event, broadcasts.id(event.origin().room()));
  }

  @Override
  public List<DouyinMessage> messages(RecordedFrame frame) {
    return Replayed.messages(frame);
  }

  @Override
  public List<DouyinMessage> messages(RecordedAnswer answer) {
    return Replayed.messages(answer);
  }

  @Override
  public DouyinMessage renewed(DouyinMessage message, long round) {
    return Replayed.renewed(message, round);
  }

  @Override
  public void onHttp(HttpCall call, Programmes<DouyinMessage> rooms, Consumer<HttpReply> answer) {
    answer.accept(lookups.answer(call, rooms));
  }

  @Override
  public SimulatedPeer<DouyinMessage> accept(@Nullable HttpCall handshake, PeerContext peer)
      throws RefusedException {
    if (handshake == null || !DouyinSocketUrl.PATH.equals(handshake.uri().getPath())) {
      throw new RefusedException(HttpReply.of(404, "text/plain", "not found"));
    }
    Query query = Query.of(handshake.uri());
    Optional<HttpReply> refusal = refusal(handshake, query);
    if (refusal.isPresent()) {
      context.count("handshakes refused");
      throw new RefusedException(refusal.get());
    }
    String roomId = query.get("room_id");
    String room =
        broadcasts
            .roomOf(roomId)
            .orElseThrow(() -> new RefusedException(Admission.refusal("ROOM_NOT_FOUND")));
    View view = new View(guests.areHidden(handshake, query), new GiftChaos(context));
    context.count("handshakes accepted");
    Peer admitted = new Peer(context, peer, view, room, broadcasts.id(room), nextLogId += LOG_IDS);
    if (broadcasts.isOn(room, roomId)) {
      peer.hears(room, Frames.position(query.get("cursor")));
    }
    return admitted;
  }

  private Optional<HttpReply> refusal(HttpCall handshake, Query query) {
    boolean struck = context.strikes(Fault.DEVICE_BLOCKED) || context.strikes(Fault.AUTH_REFUSED);
    return struck ? Optional.of(Admission.blocked()) : admission.check(handshake, query);
  }
}
