package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.RefusedException;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.Tallies;
import io.github.danmuhub.platform.bilibili.packet.BilibiliFraming;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.Decompressors;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bilibili's other side: the lookups, and the danmaku servers behind {@code /sub} and raw TCP. */
public final class BilibiliSimulatedSite implements SimulatedSite {
  static final String SOCKET_PATH = "/sub";

  private final SimulationOptions options;
  private final Decompressors decompressors = new Decompressors();
  private final Tallies tallies = new Tallies();
  private final IssuedTokens tokens;
  private final List<HostedRoom> rooms;
  private final LookupAnswers lookups;
  private final FaultyFrames faulty;

  /**
   * Hosts the rooms of {@code options} that are its own.
   *
   * @param platform the id that its rooms carry
   */
  public BilibiliSimulatedSite(String platform, SimulationOptions options) {
    this.options = options;
    SplittableRandom random = new SplittableRandom(options.seed());
    tokens = new IssuedTokens(random.split());
    rooms =
        options.rooms().stream()
            .filter(room -> room.room().platform().equals(platform))
            .map(room -> new HostedRoom(room, options, decompressors))
            .toList();
    lookups = new LookupAnswers(this, random.split());
    faulty = new FaultyFrames(options.faults());
  }

  @Override
  public List<String> hosts() {
    return List.of(
        "www.bilibili.com", "api.bilibili.com", "api.live.bilibili.com", "*.chat.bilibili.com");
  }

  @Override
  public boolean serves(String path) {
    return path.equals(SOCKET_PATH) || lookups.serves(path);
  }

  @Override
  public Optional<Framing> framing() {
    return Optional.of(new BilibiliFraming());
  }

  @Override
  public void onListening(int httpPort, int tcpPort) {
    lookups.listens(httpPort, tcpPort);
  }

  @Override
  public void onHttp(HttpCall call, long now, Consumer<HttpReply> answer) {
    answer.accept(lookups.answer(call, now));
  }

  @Override
  public SimulatedPeer accept(@Nullable HttpCall handshake, long now, PeerOut out)
      throws RefusedException {
    if (handshake != null && !handshake.uri().getPath().equals(SOCKET_PATH)) {
      throw new RefusedException(HttpReply.of(404, "text/plain", "not found"));
    }
    tallies.count(handshake == null ? "connections over TCP" : "handshakes");
    return new Peer(this, handshake == null, now, out);
  }

  @Override
  public SortedMap<String, Long> tallies() {
    return tallies.snapshot();
  }

  Optional<HostedRoom> room(long id) {
    return rooms.stream().filter(room -> room.answersTo(id)).findFirst();
  }

  SimulationOptions options() {
    return options;
  }

  boolean asIn2022() {
    return options.rules() == SimulationOptions.Rules.YEAR_2022;
  }

  IssuedTokens tokens() {
    return tokens;
  }

  FaultyFrames faulty() {
    return faulty;
  }

  Decompressors decompressors() {
    return decompressors;
  }

  void count(String name) {
    tallies.count(name);
  }
}
