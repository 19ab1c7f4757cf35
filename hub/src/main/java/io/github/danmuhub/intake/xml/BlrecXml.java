package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;

/**
 * blrec: all prices in thousandths of a yuan, texts escaped twice, and {@code guard} and {@code
 * toast} of one purchase, which {@link BlrecPurchases} takes for one.
 */
final class BlrecXml implements Writer {
  @Override
  public String name() {
    return "blrec";
  }

  @Override
  public boolean wrote(XmlHead head) {
    return head.text("recorder").startsWith("blrec") || head.has("record_start_time");
  }

  @Override
  public Facts facts(XmlHead head) {
    return new Facts(
        new RoomRef("bilibili", head.text("room_id")),
        head.text("room_title"),
        head.text("area"),
        head.text("user_name"),
        XmlHead.moment(head.text("live_start_time")),
        XmlHead.moment(head.text("record_start_time")));
  }

  @Override
  public Dialect dialect(Facts facts) {
    return new Blrec(facts);
  }

  private static final class Blrec implements Dialect {
    private final Facts facts;
    private final BlrecPurchases purchases = new BlrecPurchases();

    Blrec(Facts facts) {
      this.facts = facts;
    }

    @Override
    public List<LiveEvent> events(XmlItem item) throws MalformedException {
      return switch (item.name()) {
        case "d" -> purchases.before(chat(item));
        case "gift" -> purchases.before(gift(item));
        case "sc" -> purchases.before(superChat(item));
        case "guard" -> purchases.guard(guard(item));
        case "toast" -> purchases.toast(toast(item));
        default -> List.of();
      };
    }

    private LiveEvent chat(XmlItem item) throws MalformedException {
      Parameters p = Parameters.of(item);
      User user = Elements.user(item);
      return Elements.chat(facts.origin(p.at(), p.sent()), user, p, text(item, user));
    }

    /** An option of it puts the name before the text. */
    private static String text(XmlItem item, User user) {
      String text = unescaped(item.text());
      String name = user.displayName() + ": ";
      return text.startsWith(name) ? text.substring(name.length()) : text;
    }

    private static String unescaped(String text) {
      return text.indexOf('&') < 0
          ? text
          : text.replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&#x27;", "'")
              .replace("&#39;", "'")
              .replace("&amp;", "&");
    }

    private LiveEvent gift(XmlItem item) throws MalformedException {
      long count = item.number("giftcount");
      String coin = item.attribute("cointype", "").equals("银瓜子") ? "silver" : "gold";
      Money paid = Elements.coins(coin, item.number("price"), count);
      return Elements.gift(facts.origin(item.at(), 0), item, count, paid);
    }

    private LiveEvent superChat(XmlItem item) throws MalformedException {
      Origin origin = facts.origin(item.at(), 0);
      Money value = money(item, "price");
      int seconds = (int) item.number("time", 0);
      return new SuperChat(origin, Elements.user(item), unescaped(item.text()), value, seconds);
    }

    private Membership guard(XmlItem item) throws MalformedException {
      Origin origin = facts.origin(item.at(), 0);
      return Elements.guard(origin, item, item.number("count", 0), money(item, "price"));
    }

    private Membership toast(XmlItem item) throws MalformedException {
      Membership told = guard(item);
      int count = told.months();
      boolean days = item.attribute("unit", "").contains("天");
      return new Membership(
          told.origin(),
          told.user(),
          told.tier(),
          item.attribute("role", told.name()),
          days ? Membership.Term.days(count) : told.term(),
          told.value(),
          null);
    }

    private static Money money(XmlItem item, String key) throws MalformedException {
      return new Money(item.number(key), Elements.CNY);
    }

    @Override
    public List<LiveEvent> end() {
      return purchases.end();
    }
  }
}
