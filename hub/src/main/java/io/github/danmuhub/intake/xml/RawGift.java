package io.github.danmuhub.intake.xml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What Bilibili's own message tells of a payment, where a writer kept its {@code data}: SEND_GIFT,
 * SUPER_CHAT_MESSAGE or GUARD_BUY. Coins of gold are thousandths of a yuan.
 */
record RawGift(JsonNode data) {
  static final RawGift NONE = new RawGift(MissingNode.getInstance());

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What {@code raw} of the element holds; nothing where it is no JSON. */
  static RawGift of(XmlItem item) {
    String raw = item.attribute("raw");
    try {
      return raw == null ? NONE : new RawGift(JSON.readTree(raw));
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }

  /** With the id and the time that the message has; where it has none, {@code time}. */
  Origin origin(XmlItem item, Facts facts, long at, long time, String before) {
    Origin origin = facts.origin(at, time);
    return new Origin(
        origin.platform(),
        origin.room(),
        id(),
        time == 0 ? seconds() * 1_000 : time,
        origin.received(),
        false,
        Elements.raw(before, item.attribute("raw")));
  }

  private @Nullable String id() {
    String id = data.hasNonNull("tid") ? data.path("tid").asText() : data.path("id").asText("");
    return id.isEmpty() || id.equals("0") ? null : id;
  }

  private long seconds() {
    long seconds = data.path("timestamp").asLong(data.path("start_time").asLong());
    return seconds > 0 && seconds < Origin.LATEST / 1_000 ? seconds : 0;
  }

  /** What was paid for all of {@code gift}, and what it is worth where a box held it. */
  Gift gift(Gift gift) {
    String coin = data.path("coin_type").asText("");
    if (coin.isEmpty()) {
      return gift;
    }
    Gift.Item item = new Gift.Item(data.path("giftId").asText(""), gift.item().name());
    return new Gift(
        gift.origin(), gift.user(), item, gift.count(), null, price(coin, gift.count()), null);
  }

  private Gift.Price price(String coin, long count) {
    JsonNode blind = data.path("blind_gift");
    long boxPrice = blind.path("original_gift_price").asLong();
    Money paid =
        boxPrice > 0
            ? Elements.each(boxPrice, count, Elements.CNY)
            : Elements.coins(coin, data.path("total_coin").asLong(), 1);
    Money worth = Elements.coins(coin, data.path("price").asLong(), count);
    Gift.Box box =
        boxPrice > 0
            ? new Gift.Box(
                blind.path("original_gift_id").asText(""),
                blind.path("original_gift_name").asText(""),
                paid)
            : null;
    return new Gift.Price(paid, worth == null || worth.equals(paid) ? null : worth, box);
  }

  /** The list price of one month, for all of them; null where it is not told. */
  @Nullable Money guardPrice() {
    long price = data.path("price").asLong();
    return price <= 0
        ? null
        : Elements.each(price, Math.max(1, data.path("num").asLong(1)), Elements.CNY);
  }
}
