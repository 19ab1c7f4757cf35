package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * biliup: no head, times of sending in seconds; gifts, super chats and guards are {@code s} with
 * the second alone, and {@code o} holds the platform's message, which is passed over.
 */
final class BiliupXml implements Writer {
  @Override
  public String name() {
    return "biliup";
  }

  /** It has no head; other writers of its elements have one. */
  @Override
  public boolean wrote(XmlHead head) {
    XmlItem first = head.message();
    if (first == null || !head.items().isEmpty()) {
      return false;
    }
    return !first.name().equals("d") || first.attribute("timestamp") != null;
  }

  /** The start is reckoned from the first message that tells both of its times. */
  @Override
  public Facts facts(XmlHead head) {
    return new Facts(new RoomRef("bilibili", ""), "", "", "", 0, start(head.message()));
  }

  private static long start(@Nullable XmlItem first) {
    try {
      if (first == null) {
        return 0;
      }
      long at = first.name().equals("d") ? Parameters.of(first).at() : 0;
      return Math.max(0, first.number("timestamp", 0) * 1_000 - at);
    } catch (MalformedException e) {
      return 0;
    }
  }

  @Override
  public Dialect dialect(Facts facts) {
    return item -> events(item, facts);
  }

  private static List<LiveEvent> events(XmlItem item, Facts facts) throws MalformedException {
    return switch (item.name()) {
      case "d" -> List.of(chat(item, facts));
      case "s" -> List.of(paid(item, facts));
      default -> List.of();
    };
  }

  private static LiveEvent chat(XmlItem item, Facts facts) throws MalformedException {
    Parameters p = Parameters.of(item);
    User user = Elements.user(item.attribute("uid", p.user()), item.attribute("user"));
    return Elements.chat(facts.origin(p.at(), p.sent() * 1_000), user, p, item.text());
  }

  private static LiveEvent paid(XmlItem item, Facts facts) throws MalformedException {
    long time = item.number("timestamp") * 1_000;
    Origin origin = facts.origin(Math.max(0, time - facts.start()), time);
    XmlItem named = named(item);
    long count = item.number("num", 1);
    return switch (item.attribute("type", "")) {
      case "gift" ->
          Elements.gift(
              origin, named, count, Elements.each(item.number("price", -1), count, Elements.CNY));
      case "super_chat" ->
          new SuperChat(
              origin,
              Elements.user(named),
              item.text(),
              new Money(item.number("price"), Elements.CNY),
              0);
      case "guard_buy" ->
          Elements.guard(
              origin,
              named,
              count,
              Elements.each(item.number("price", -1), Math.max(1, count), Elements.CNY));
      default -> throw new MalformedException("s has a type that nobody knows");
    };
  }

  /** The same with the attributes that others write. */
  private static XmlItem named(XmlItem item) {
    Map<String, String> attributes = new HashMap<>(item.attributes());
    attributes.put("user", item.attribute("username", ""));
    return new XmlItem(item.name(), attributes, item.text(), item.line());
  }
}
