package io.github.danmuhub.platform.tiny;

import static io.github.danmuhub.script.Carried.MILLISECONDS;
import static io.github.danmuhub.script.Carried.line;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.IssuedTokens;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Carried.Field;
import io.github.danmuhub.script.Carried.Ids;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.script.Vocabulary.Audience;
import io.github.danmuhub.script.Vocabulary.GiftKind;
import io.github.danmuhub.script.Vocabulary.Shop;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The invented platform's other side, as small as one can be. {@code GET /rooms/ROOM} answers with
 * a token; on the socket {@code join ROOM TOKEN} is answered with {@code welcome}, and {@code ping}
 * with {@code pong}; {@code GET /poll/ROOM/POSITION} is for those without a socket.
 */
public final class TinySite implements SimulatedPlatform<String> {
  static final long JOIN_WITHIN_MS = 5_000;
  static final long PING_WITHIN_MS = 30_000;

  private static final Set<Field> ID = Set.of(Field.ID);
  private static final Money PRICE = new Money(100, "CNY");

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          Carried.of(
              Ids.TEXT,
              Set.of("CNY"),
              line(Chat.class, MILLISECONDS, ID),
              line(Enter.class, MILLISECONDS, ID),
              line(Gift.class, MILLISECONDS, Set.of(Field.ID, Field.VALUE)),
              line(Room.class, MILLISECONDS, ID),
              line(Stats.class, MILLISECONDS, ID, Stats.Figure.ONLINE),
              line(
                  Broadcast.class,
                  MILLISECONDS,
                  ID,
                  Broadcast.State.LIVE,
                  Broadcast.State.OFFLINE)),
          new Audience(1_000, "", ""),
          new Shop(
              List.of(new GiftKind(new Gift.Item("7", "小花"), PRICE, List.of(1, 10), false)),
              List.of(),
              List.of()),
          List.of());

  private final SiteContext site;
  private final IssuedTokens<String> tokens;

  TinySite(SiteContext site) {
    this.site = site;
    tokens = new IssuedTokens<>(site.random(), 12);
  }

  @Override
  public List<String> hosts() {
    return List.of("tiny.example");
  }

  @Override
  public boolean serves(String path) {
    return path.startsWith("/rooms/") || path.startsWith("/poll/") || path.equals("/chat");
  }

  @Override
  public Vocabulary vocabulary() {
    return VOCABULARY;
  }

  @Override
  public List<String> encode(LiveEvent event) {
    return TinyLines.encode(event);
  }

  @Override
  public List<String> messages(RecordedFrame frame) {
    return frame.bytes().text().lines().toList();
  }

  @Override
  public String renewed(String message, long round) {
    return TinyLines.renewed(message, round);
  }

  @Override
  public void onHttp(HttpCall call, Programmes<String> rooms, Consumer<HttpReply> answer) {
    String[] path = call.uri().getPath().split("/", -1);
    if (path.length < 3 || !site.hosts(path[2])) {
      answer.accept(HttpReply.of(404, "text/plain", "no such room"));
    } else if (site.strikes(Fault.LOOKUP_REFUSED)) {
      answer.accept(HttpReply.of(403, "text/plain", "not today"));
    } else if (path[1].equals("poll")) {
      answer.accept(HttpReply.of(200, "text/plain", polled(path, rooms)));
    } else {
      String air = site.isLive(path[2]) ? "live" : "offline";
      answer.accept(HttpReply.of(200, "text/plain", air + " " + tokens.issue(path[2])));
    }
  }

  private static String polled(String[] path, Programmes<String> rooms) {
    if (path.length < 4) {
      long position = rooms.position(path[2]);
      return position + "\n" + String.join("\n", rooms.before(path[2], position));
    }
    Programmes.Part<String> part = rooms.since(path[2], Long.parseLong(path[3]));
    return part.next() + "\n" + String.join("\n", part.messages());
  }

  @Override
  public SimulatedPeer<String> accept(@Nullable HttpCall handshake, PeerContext peer)
      throws RefusedException {
    if (handshake == null || !"/chat".equals(handshake.uri().getPath())) {
      throw new RefusedException(HttpReply.of(404, "text/plain", "no such socket"));
    }
    peer.expects(JOIN_WITHIN_MS, "never joined");
    return new Peer(peer);
  }

  private final class Peer implements SimulatedPeer<String> {
    private final PeerContext context;

    Peer(PeerContext context) {
      this.context = context;
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      String[] words = UTF_8.decode(bytes.duplicate()).toString().split(" ", -1);
      switch (words[0]) {
        case "join" -> join(words);
        case "ping" -> {
          context.expects(PING_WITHIN_MS, "never pinged");
          send("pong");
        }
        default -> site.count("words unheard of");
      }
    }

    private void join(String[] words) {
      boolean known =
          words.length == 3 && tokens.find(words[2]).filter(words[1]::equals).isPresent();
      if (site.strikes(Fault.AUTH_SILENT)) {
        return;
      }
      if (!known || site.strikes(Fault.AUTH_REFUSED)) {
        send("go away");
        context.drop("refused");
        return;
      }
      context.expects(PING_WITHIN_MS, "never pinged");
      send("welcome");
      context.hears(words[1], PeerContext.NOW);
    }

    @Override
    public void onMessages(List<String> messages) {
      String lines = String.join("\n", messages);
      if (site.strikes(Fault.BAD_JSON)) {
        lines = "chat %zz\n" + lines;
      }
      send(site.strikes(Fault.UNKNOWN_OP) ? "surprise 1 2\n" + lines : lines);
    }

    private void send(String text) {
      context.send(FrameKind.TEXT, ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
  }
}
