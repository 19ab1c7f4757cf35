package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;

/**
 * BililiveRecorder (录播姬): super chats in yuan, gifts and guards without a price. What those cost is
 * known where it kept the platform's messages in {@code raw}.
 */
final class BililiveRecorderXml implements Writer {
  private static final String INFO = "BililiveRecorderRecordInfo";

  @Override
  public String name() {
    return "bililive-recorder";
  }

  @Override
  public boolean wrote(XmlHead head) {
    return head.has("BililiveRecorder") || head.has(INFO);
  }

  @Override
  public Facts facts(XmlHead head) {
    return new Facts(
        new RoomRef("bilibili", head.attribute(INFO, "roomid")),
        head.attribute(INFO, "title"),
        head.attribute(INFO, "areanamechild"),
        head.attribute(INFO, "name"),
        0,
        XmlHead.moment(head.attribute(INFO, "start_time")));
  }

  @Override
  public Dialect dialect(Facts facts) {
    return item -> events(item, facts);
  }

  private static List<LiveEvent> events(XmlItem item, Facts facts) throws MalformedException {
    return switch (item.name()) {
      case "d" -> List.of(chat(item, facts));
      case "gift" -> List.of(gift(item, facts));
      case "sc" -> List.of(superChat(item, facts));
      case "guard" -> List.of(guard(item, facts));
      default -> List.of();
    };
  }

  private static LiveEvent chat(XmlItem item, Facts facts) throws MalformedException {
    Parameters p = Parameters.of(item);
    RawGift none = RawGift.NONE;
    User user = Elements.user(p.user(), item.attribute("user"));
    String before = "{\"cmd\":\"DANMU_MSG\",\"info\":";
    return Elements.chat(none.origin(item, facts, p.at(), p.sent(), before), user, p, item.text());
  }

  private static LiveEvent gift(XmlItem item, Facts facts) throws MalformedException {
    RawGift raw = RawGift.of(item);
    long count = item.number("giftcount");
    return raw.gift(
        Elements.gift(
            raw.origin(item, facts, item.at(), 0, "{\"cmd\":\"SEND_GIFT\",\"data\":"),
            item,
            count,
            null));
  }

  private static LiveEvent superChat(XmlItem item, Facts facts) throws MalformedException {
    RawGift raw = RawGift.of(item);
    return new SuperChat(
        raw.origin(item, facts, item.at(), 0, "{\"cmd\":\"SUPER_CHAT_MESSAGE\",\"data\":"),
        Elements.user(item),
        item.text(),
        new Money(item.thousandths("price"), Elements.CNY),
        (int) item.number("time", 0));
  }

  private static LiveEvent guard(XmlItem item, Facts facts) throws MalformedException {
    RawGift raw = RawGift.of(item);
    return Elements.guard(
        raw.origin(item, facts, item.at(), 0, "{\"cmd\":\"GUARD_BUY\",\"data\":"),
        item,
        item.number("count", 0),
        raw.guardPrice());
  }
}
