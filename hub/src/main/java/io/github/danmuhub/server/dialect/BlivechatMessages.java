package io.github.danmuhub.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events in the words that blivechat says to its plugins (blcsdk/models.py of its repository, SDK
 * 1.0): {@code {"cmd":N,"data":…,"extra":{"roomId":…,"roomKey":…,"isFromPlugin":false}}}.
 *
 * <pre>
 * 0 heartbeat · 1 init · 3 room is live · 4 room is gone
 * 50 chat · 51 gift · 52 membership · 53 super chat · 54 super chats taken back
 * </pre>
 *
 * It knows Bilibili only: 1,000 coins are 1 CNY (just our {@link Money#milli}), room ids are
 * numbers, and what costs another currency costs nothing. Our users do not tell the tier of their
 * membership: they count as 舰长, the lowest.
 */
public final class BlivechatMessages {
  static final String HEARTBEAT = "{\"cmd\":0,\"data\":{}}";

  /** What blivechat says to a plugin first. */
  public static final String INIT =
      "{\"cmd\":1,\"data\":{\"blcVersion\":\"danmu-hub\",\"sdkVersion\":\"1.0.0\","
          + "\"pluginId\":\"danmu-hub\"}}";

  private static final long COINS = 1_000;
  private static final int CAPTAIN = 3;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private record Form(int command, Function<LiveEvent, JsonNode> data) {}

  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          Chat.class, form(Chat.class, 50, BlivechatMessages::chat),
          Gift.class, form(Gift.class, 51, BlivechatMessages::gift),
          Membership.class, form(Membership.class, 52, BlivechatMessages::membership),
          SuperChat.class, form(SuperChat.class, 53, BlivechatMessages::superChat),
          Retract.class, form(Retract.class, 54, BlivechatMessages::retract));

  private BlivechatMessages() {}

  private static <E extends LiveEvent> Form form(
      Class<E> kind, int command, Function<E, JsonNode> data) {
    return new Form(command, event -> data.apply(kind.cast(event)));
  }

  /** Empty where it has no word for the event. */
  public static Optional<String> of(LiveEvent event) {
    if (event instanceof Connection connection) {
      return connection(connection);
    }
    Form form = FORMS.get(event.getClass());
    return form == null || isSilent(event)
        ? Optional.empty()
        : Optional.of(pack(form.command(), form.data().apply(event), event.origin()));
  }

  private static boolean isSilent(LiveEvent event) {
    return event.origin().history()
        || (event instanceof Gift gift && gift.count() == 0)
        || (event instanceof Retract retract && retract.ids().isEmpty());
  }

  private static Optional<String> connection(Connection connection) {
    Origin origin = connection.origin();
    return switch (connection.state()) {
      case LIVE -> Optional.of(pack(3, JSON.objectNode().put("isSuccess", true), origin));
      case ENDED, FAILED -> Optional.of(pack(4, JSON.objectNode(), origin));
      default -> Optional.empty();
    };
  }

  private static String pack(int command, JsonNode data, Origin origin) {
    long room = Dialect.number(origin.room());
    ObjectNode json = JSON.objectNode().put("cmd", command);
    json.set("data", data);
    ObjectNode extra = json.putObject("extra").put("roomId", room);
    extra.putObject("roomKey").put("type", 1).put("value", room);
    extra.put("isFromPlugin", false);
    return json.toString();
  }

  /** An array: its slots are counted in the comments. */
  private static ArrayNode chat(Chat chat) {
    User user = chat.user();
    ArrayNode data = JSON.arrayNode();
    data.add(text(user.avatar())).add(seconds(chat.origin())).add(user.displayName()); // 0 1 2
    data.add(authorType(user)).add(chat.text()).add(tier(user)); // 3 4 5
    data.add(0).add(Math.max(1, user.level())).add(0).add(1); // 6 gift's 7 level 8 new 9 verified
    data.add(medalLevel(user, chat.origin())).add(text(chat.origin().id())).add(""); // 10 11 12
    ArrayNode image = JSON.arrayNode();
    if (chat.image() != null) {
      image.add(chat.image());
    }
    data.add(image.size()).add(image).add(JSON.arrayNode()); // 13 kind 14 its picture 15 unused
    return data.add(text(user.id())).add(medalName(user, chat.origin())); // 16 17
  }

  private static ObjectNode gift(Gift gift) {
    return by(gift.user(), gift.origin())
        .put("giftName", gift.item().name())
        .put("giftId", Dialect.number(gift.item().id()))
        .put("giftIconUrl", "")
        .put("num", gift.count())
        .put("totalCoin", coins(gift.value(), "CNY"))
        .put("totalFreeCoin", coins(gift.value(), "bilibili:silver") / COINS);
  }

  /** The SDK reads {@code total_coin} where all else is written in the other manner. */
  private static ObjectNode membership(Membership joined) {
    return by(joined.user(), joined.origin())
        .put(
            "privilegeType",
            joined.tier().matches("[123]") ? Dialect.number(joined.tier()) : CAPTAIN)
        .put("num", Math.max(1, joined.months()))
        .put("unit", "月")
        .put("totalCoin", coins(joined.value(), "CNY"))
        .put("total_coin", coins(joined.value(), "CNY"));
  }

  private static ObjectNode superChat(SuperChat said) {
    return by(said.user(), said.origin())
        .put("price", coins(said.value(), "CNY") / COINS)
        .put("content", said.text())
        .put("translation", "");
  }

  private static ObjectNode retract(Retract retract) {
    ObjectNode data = JSON.objectNode();
    ArrayNode ids = data.putArray("ids");
    retract.ids().forEach(ids::add);
    return data;
  }

  private static ObjectNode by(User user, Origin origin) {
    return JSON.objectNode()
        .put("id", text(origin.id()))
        .put("avatarUrl", text(user.avatar()))
        .put("timestamp", seconds(origin))
        .put("authorName", user.displayName())
        .put("uid", text(user.id()))
        .put("privilegeType", tier(user))
        .put("medalLevel", medalLevel(user, origin))
        .put("medalName", medalName(user, origin));
  }

  private static int authorType(User user) {
    if (user.roles().contains(Role.ANCHOR)) {
      return 3;
    }
    if (user.roles().contains(Role.MODERATOR)) {
      return 2;
    }
    return user.roles().contains(Role.MEMBER) ? 1 : 0;
  }

  private static int tier(User user) {
    return user.roles().contains(Role.MEMBER) ? CAPTAIN : 0;
  }

  /** 0 where it is another room's badge. */
  private static int medalLevel(User user, Origin origin) {
    User.Badge badge = user.badge();
    return badge != null && origin.room().equals(badge.room()) ? badge.level() : 0;
  }

  private static String medalName(User user, Origin origin) {
    User.Badge badge = user.badge();
    return badge == null || medalLevel(user, origin) == 0 ? "" : badge.name();
  }

  private static long coins(@Nullable Money value, String currency) {
    return value != null && value.currency().equals(currency) ? value.milli() : 0;
  }

  private static long seconds(Origin origin) {
    return (origin.time() == 0 ? origin.received() : origin.time()) / 1_000;
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
