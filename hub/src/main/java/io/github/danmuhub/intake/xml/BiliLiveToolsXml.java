package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;
import java.util.Locale;

/**
 * biliLive-tools: rooms of any platform, all prices in thousandths of a yuan, super chats without a
 * time; not in order within ten seconds.
 */
final class BiliLiveToolsXml implements Writer {
  @Override
  public String name() {
    return "bililive-tools";
  }

  @Override
  public boolean wrote(XmlHead head) {
    return head.has("video_start_time") || head.has("RecorderXmlStyle");
  }

  @Override
  public Facts facts(XmlHead head) {
    String platform = head.text("platform").toLowerCase(Locale.ROOT);
    return new Facts(
        new RoomRef(platform.isEmpty() ? "bilibili" : platform, head.text("room_id")),
        head.text("room_title"),
        "",
        head.text("user_name"),
        XmlHead.moment(head.text("live_start_time")),
        XmlHead.moment(head.text("video_start_time")));
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
    Origin origin = facts.origin(p.at(), item.number("timestamp", p.sent()));
    User user = Elements.user(item.attribute("uid", p.user()), item.attribute("user"));
    return Elements.chat(origin, user, p, item.text());
  }

  private static Origin origin(XmlItem item, Facts facts) throws MalformedException {
    return facts.origin(item.at(), item.number("timestamp", 0));
  }

  private static LiveEvent gift(XmlItem item, Facts facts) throws MalformedException {
    long count = item.number("giftcount");
    Money paid = Elements.each(item.number("price", -1), count, Elements.CNY);
    return Elements.gift(origin(item, facts), item, count, paid);
  }

  private static LiveEvent superChat(XmlItem item, Facts facts) throws MalformedException {
    Money value = new Money(item.number("price"), Elements.CNY);
    return new SuperChat(origin(item, facts), Elements.user(item), item.text(), value, 0);
  }

  private static LiveEvent guard(XmlItem item, Facts facts) throws MalformedException {
    Money paid = Elements.each(item.number("price", -1), 1, Elements.CNY);
    return Elements.guard(origin(item, facts), item, item.number("giftcount", 0), paid);
  }
}
