package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.Fault;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.RefusedException;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.Tallies;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Douyin's other side: the lookups, and the push servers. One thread. */
public final class DouyinSimulatedSite implements SimulatedSite {
  private static final long LOG_IDS = 1_000_000;

  private final SimulationOptions options;
  private final Tallies tallies = new Tallies();
  private final HostedRooms rooms;
  private final Guests guests;
  private final LookupAnswers lookups;
  private final Admission admission;
  private final FaultyFrames faulty;
  private final SplittableRandom random;

  /** LogIDs are unsigned: the first one is the first that a signed reader takes for negative. */
  private long nextLogId = Long.MIN_VALUE;

  /**
   * Hosts the rooms of {@code options} that are its own.
   *
   * @param platform the id that its rooms carry
   */
  public DouyinSimulatedSite(String platform, SimulationOptions options) {
    this.options = options;
    random = new SplittableRandom(options.seed());
    rooms = new HostedRooms(platform, options);
    guests = new Guests(options.faults());
    admission = new Admission(options.rules(), tallies);
    faulty = new FaultyFrames(options.faults());
    lookups = new LookupAnswers(options, rooms, guests, tallies, random);
  }

  @Override
  public List<String> hosts() {
    return List.of("live.douyin.com", "www.douyin.com", "*.douyin.com");
  }

  @Override
  public boolean serves(String path) {
    return path.equals("/")
        || path.startsWith("/webcast/")
        || rooms.ofPage(HostedRooms.pageOf(path)) != null;
  }

  @Override
  public void onHttp(HttpCall call, long now, Consumer<HttpReply> answer) {
    answer.accept(lookups.answer(call, now));
  }

  @Override
  public SimulatedPeer accept(@Nullable HttpCall handshake, long now, PeerOut out)
      throws RefusedException {
    if (handshake == null || !DouyinSocketUrl.PATH.equals(handshake.uri().getPath())) {
      throw new RefusedException(HttpReply.of(404, "text/plain", "not found"));
    }
    Query query = LookupAnswers.query(handshake);
    Optional<HttpReply> refusal = refusal(handshake, query);
    if (refusal.isPresent()) {
      tallies.count("handshakes refused");
      throw new RefusedException(refusal.get());
    }
    HostedRoom room =
        rooms
            .find(query.get("room_id"), now)
            .orElseThrow(() -> new RefusedException(Admission.refusal("ROOM_NOT_FOUND")));
    GiftChaos chaos = new GiftChaos(options.faults(), random.split());
    View view = new View(guests.areHidden(handshake, query), chaos);
    Peer peer = new Peer(room, view, faulty, tallies, out);
    tallies.count("handshakes accepted");
    peer.begin(query.get("room_id"), query.get("cursor"), nextLogId += LOG_IDS, now);
    return peer;
  }

  private Optional<HttpReply> refusal(HttpCall handshake, Query query) {
    boolean struck =
        options.faults().strike(Fault.DEVICE_BLOCKED)
            || options.faults().strike(Fault.AUTH_REFUSED);
    return struck ? Optional.of(Admission.blocked()) : admission.check(handshake, query);
  }

  @Override
  public SortedMap<String, Long> tallies() {
    return tallies.snapshot();
  }
}
