package io.github.danmuhub.intake.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What elements of several writers have in common. */
final class Elements {
  static final String CNY = "CNY";

  private static final String SILVER = "bilibili:silver";
  private static final Map<String, String> LEVELS = Map.of("1", "总督", "2", "提督", "3", "舰长");
  private static final int DEPTH = 60;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNameLength(1_000).build())
          .build();

  private Elements() {}

  /** Who stands in the attributes {@code user} and {@code uid}. */
  static User user(XmlItem item) {
    return user(item.attribute("uid"), item.attribute("user"));
  }

  /** Writers say 0 where they know no id. */
  static User user(@Nullable String id, @Nullable String name) {
    return User.of(id == null || id.equals("0") ? null : id, name);
  }

  static Chat chat(Origin origin, User user, Parameters p, String text) {
    return new Chat(
        origin, user, text, new Chat.Style(p.shownColor(), p.place()), Chat.Pictures.NONE, null, 0);
  }

  /** So many of one kind, all of which cost {@code paid}; nobody tells their id. */
  static Gift gift(Origin origin, XmlItem item, long count, @Nullable Money paid)
      throws MalformedException {
    if (count < 1) {
      throw new MalformedException(item.name() + " counts nothing");
    }
    Gift.Item kind = new Gift.Item("", item.attribute("giftname", ""));
    return new Gift(origin, user(item), kind, count, null, Gift.Price.of(paid), null);
  }

  /** A guard of so many months. */
  static Membership guard(Origin origin, XmlItem item, long months, @Nullable Money paid) {
    String level = item.attribute("level", "");
    String name = item.attribute("giftname", LEVELS.getOrDefault(level, ""));
    Membership.Term term = Membership.Term.months((int) Math.min(Math.max(0, months), 10_000));
    return new Membership(origin, user(item), level, name, term, paid, null);
  }

  /** Of so many that cost so much each, in thousandths; null where it is too much to be true. */
  static @Nullable Money each(long milli, long count, String currency) {
    try {
      return milli < 0 ? null : new Money(Math.multiplyExact(milli, count), currency);
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** Gold coins are thousandths of a yuan; silver ones are none of it. */
  static @Nullable Money coins(String type, long each, long count) {
    return type.equals("silver") ? each(each * 1_000, count, SILVER) : each(each, count, CNY);
  }

  /** The platform's message with this part of it; null where that is no JSON on one line. */
  static @Nullable Raw raw(String before, @Nullable String part) {
    if (part == null || part.indexOf('\n') >= 0 || part.indexOf('\r') >= 0) {
      return null;
    }
    byte[] message = (before + part + "}").getBytes(UTF_8);
    try (JsonParser json = JSON.createParser(message)) {
      json.nextToken();
      json.skipChildren();
      return json.nextToken() == null ? Raw.json(message) : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** The text in place {@code index} of a JSON list, else {@code otherwise}. */
  static String listed(String list, int index, String otherwise) {
    try (JsonParser json = JSON.createParser(list)) {
      json.nextToken();
      for (int i = 0; i <= index; i++) {
        json.nextToken();
        if (i == index) {
          return json.getValueAsString(otherwise);
        }
        json.skipChildren();
      }
      return otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }
}
