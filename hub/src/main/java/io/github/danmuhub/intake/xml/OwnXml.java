package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code danmu export --to xml} writes: read and written again, it is the same bytes. */
final class OwnXml implements Writer {
  private static final String INFO = "BililiveRecorderRecordInfo";
  private static final String NO_TEXT = "\u00a0";

  @Override
  public String name() {
    return "danmu-hub";
  }

  @Override
  public boolean wrote(XmlHead head) {
    return head.attribute("BililiveRecorder", "version").equals(name());
  }

  @Override
  public Facts facts(XmlHead head) {
    String platform = head.attribute(INFO, "platform");
    long start = XmlHead.moment(head.attribute(INFO, "record_start_time"));
    long since = XmlHead.moment(head.attribute(INFO, "start_time"));
    return new Facts(
        new RoomRef(platform.isEmpty() ? "bilibili" : platform, head.attribute(INFO, "roomid")),
        head.attribute(INFO, "title"),
        head.attribute(INFO, "areanamechild"),
        head.attribute(INFO, "name"),
        since == start ? 0 : since,
        start);
  }

  @Override
  public Dialect dialect(Facts facts) {
    return new Own(facts);
  }

  private static final class Own implements Dialect {
    private final Facts facts;
    private long retracted;

    Own(Facts facts) {
      this.facts = facts;
    }

    @Override
    public List<LiveEvent> events(XmlItem item) throws MalformedException {
      LiveEvent event = event(item);
      if (event == null) {
        return List.of();
      }
      return event.origin().id() == null
          ? List.of(event)
          : List.of(event, new Retract(facts.origin(at(item), 0), null, ids(event)));
    }

    private static List<String> ids(LiveEvent event) {
      String id = event.origin().id();
      return id == null ? List.of() : List.of(id);
    }

    private @Nullable LiveEvent event(XmlItem item) throws MalformedException {
      return switch (item.name()) {
        case "d" -> {
          Parameters p = Parameters.of(item);
          Origin origin = origin(item, p.at(), p.sent(), "{\"info\":");
          yield Elements.chat(
              origin, Elements.user(p.user(), item.attribute("user")), p, text(item));
        }
        case "gift" -> Elements.gift(paidAt(item), item, item.number("giftcount"), money(item));
        case "guard" -> Elements.guard(paidAt(item), item, item.number("count"), money(item));
        case "sc" -> superChat(item);
        default -> null;
      };
    }

    private SuperChat superChat(XmlItem item) throws MalformedException {
      Money money = money(item);
      Money value = money == null ? new Money(item.thousandths("price"), Elements.CNY) : money;
      int seconds = (int) item.number("time");
      return new SuperChat(paidAt(item), Elements.user(item), text(item), value, seconds);
    }

    private static @Nullable Money money(XmlItem item) throws MalformedException {
      String currency = item.attribute("currency");
      return currency == null ? null : new Money(item.number("value_milli"), currency);
    }

    private static String text(XmlItem item) {
      return item.text().equals(NO_TEXT) ? "" : item.text();
    }

    private Origin paidAt(XmlItem item) throws MalformedException {
      return origin(item, item.at(), item.number("timestamp", 0), "{\"data\":");
    }

    private static long at(XmlItem item) throws MalformedException {
      return item.name().equals("d") ? Parameters.of(item).at() : item.at();
    }

    /** A message that was taken back needs an id by which that is told. */
    private Origin origin(XmlItem item, long at, long time, String before) {
      Origin origin = facts.origin(at, time).withRaw(Elements.raw(before, item.attribute("raw")));
      return item.attribute("retracted") == null
          ? origin
          : new Origin(
              origin.platform(),
              origin.room(),
              "retracted " + ++retracted,
              time,
              origin.received(),
              false,
              origin.raw());
    }
  }
}
