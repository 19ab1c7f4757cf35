package io.github.danmuhub.feed.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.feed.path.UrlTemplate;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a described site: it answers the lookups with what they take, lets in whoever
 * shows that, expects to be told what the description says first, and says events by its rules.
 */
public final class FeedSite implements SimulatedPlatform<JsonNode> {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[?::1\\]?");
  private static final Money PRICE = new Money(100, "CNY");
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private final FeedSpec spec;
  private final SiteContext site;
  private final boolean deflates;
  private final Answers answers;
  private final Decompressors tools = new Decompressors();

  /**
   * @param deflates whether permessage-deflate is taken where it is offered
   */
  public FeedSite(FeedSpec spec, SiteContext site, boolean deflates) {
    this.spec = spec;
    this.site = site;
    this.deflates = deflates;
    answers = new Answers(spec, site);
  }

  /** One's own machine may stand for every platform: it goes by paths. */
  @Override
  public List<String> hosts() {
    return urls()
        .map(url -> url.host(name -> spec.settings().getOrDefault(name, "*")))
        .filter(host -> !LOOPBACK.matcher(host).matches() && !host.contains("*"))
        .distinct()
        .toList();
  }

  @Override
  public boolean serves(String path) {
    return urls().anyMatch(url -> url.matchesPath(path));
  }

  private Stream<UrlTemplate> urls() {
    Stream<UrlTemplate> lookup = spec.lookup().stream().map(step -> step.url());
    UrlTemplate source =
        spec.source() instanceof Source.Poll poll
            ? poll.request().url()
            : ((Source.Socket) spec.source()).url();
    return Stream.concat(lookup, Stream.of(source));
  }

  @Override
  public boolean deflates() {
    return deflates;
  }

  @Override
  public Vocabulary vocabulary() {
    Vocabulary.GiftKind flower =
        new Vocabulary.GiftKind(new Gift.Item("7", "小花"), PRICE, List.of(1, 10), false);
    return new Vocabulary(
        Carried.of(Carried.Ids.TEXT, Set.of("CNY"), spec.messages().lines()),
        new Vocabulary.Audience(1_000, "", ""),
        new Vocabulary.Shop(
            List.of(flower), List.of(), List.of(new Vocabulary.Pin(PRICE, 60, null))),
        List.of());
  }

  @Override
  public List<JsonNode> encode(LiveEvent event) {
    return Optional.ofNullable(spec.messages().write(event)).stream().toList();
  }

  @Override
  public List<JsonNode> messages(RecordedFrame frame) {
    return messages(frame.bytes());
  }

  @Override
  public List<JsonNode> messages(RecordedAnswer answer) {
    return spec.isPoll(answer.asked()) ? messages(answer.body()) : List.of();
  }

  private List<JsonNode> messages(Raw said) {
    try {
      return spec.chain().decode(ByteBuffer.wrap(said.toBytes()), tools);
    } catch (MalformedException noMessage) {
      return List.of();
    }
  }

  @Override
  public JsonNode renewed(JsonNode message, long round) {
    return spec.messages().renewed(message, round);
  }

  @Override
  public void onHttp(HttpCall call, Programmes<JsonNode> rooms, Consumer<HttpReply> answer) {
    answer.accept(
        site.strikes(Fault.LOOKUP_REFUSED)
            ? HttpReply.of(FORBIDDEN, "text/plain", "not today")
            : answers.to(call, rooms));
  }

  @Override
  public SimulatedPeer<JsonNode> accept(@Nullable HttpCall handshake, PeerContext peer)
      throws RefusedException {
    if (handshake == null || !(spec.source() instanceof Source.Socket socket)) {
      throw refused(NOT_FOUND, "no such socket");
    }
    Map<String, String> values =
        socket.url().match(handshake.uri()).orElseThrow(() -> refused(NOT_FOUND, "no such socket"));
    if (!answers.areKnown(values) || site.strikes(Fault.AUTH_REFUSED)) {
      throw refused(FORBIDDEN, "not let in");
    }
    String room = values.getOrDefault("room", spec.rooms().first());
    if (!site.hosts(room)) {
      throw refused(NOT_FOUND, "no such room");
    }
    return new FeedPeer(spec, socket, room, site, peer);
  }

  private static RefusedException refused(int status, String why) {
    return new RefusedException(HttpReply.of(status, "text/plain", why));
  }
}
