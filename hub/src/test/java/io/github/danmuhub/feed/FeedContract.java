package io.github.danmuhub.feed;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.contract.PlatformContract;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.testing.WiredRoom;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every platform owes, a described one owes too. */
abstract class FeedContract extends PlatformContract<FeedPlatform> {
  private final FeedPlatform feed;

  /** That example. */
  FeedContract(String name) {
    this(FeedReader.read(example(name)));
  }

  private FeedContract(FeedPlatform feed) {
    super(feed);
    this.feed = feed;
  }

  static Path example(String name) {
    return Path.of(System.getProperty("danmu.root", ".."), "examples", "feeds", name);
  }

  @Override
  protected boolean offersDeflate() {
    return true;
  }

  @Override
  protected RoomRef room() {
    return feed.firstRoom();
  }

  @Override
  protected Map<String, String> roomForms() {
    String room = feed.firstRoom().room();
    return Map.of(room, room, " " + room + " ", room);
  }

  @Override
  protected List<String> noRooms() {
    return List.of("https://live.bilibili.com/6", "ws://127.0.0.1:7001/?token=x");
  }

  @Override
  protected Vocabulary vocabulary() {
    return HostedPlatform.vocabularyOf(feed);
  }

  @Override
  protected Redaction redaction() {
    return feed.redaction();
  }

  @Override
  protected Dissector dissector() {
    return feed.dissector();
  }

  @Override
  protected Credentials account() {
    return Credentials.NONE;
  }

  @Override
  protected List<String> secrets(WiredRoom room) {
    return List.of();
  }

  @Override
  protected boolean admitsByHandshake() {
    return true;
  }

  @Override
  protected Map<Fault, Ending> faults() {
    return Map.of(
        Fault.BAD_JSON, Ending.REPORTED,
        Fault.UNKNOWN_OP, Ending.UNKNOWN,
        Fault.LOOKUP_REFUSED, Ending.DIALLED_AGAIN,
        Fault.AUTH_REFUSED, Ending.DIALLED_AGAIN);
  }

  @Override
  protected Stream<RecordedFrame> captures() {
    return Stream.empty();
  }
}
