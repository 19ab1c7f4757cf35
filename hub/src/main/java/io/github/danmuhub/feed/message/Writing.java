package io.github.danmuhub.feed.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import io.github.danmuhub.feed.path.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message, written by the fields of its rule: {@link Reading}'s other direction. */
final class Writing {
  private final Map<String, Value> fields;
  private JsonNode message;

  Writing(JsonNode begun, Map<String, Value> fields) {
    this.message = begun;
    this.fields = fields;
  }

  Writing put(String field, @Nullable JsonNode value) {
    Value place = fields.get(field);
    if (place != null && place.isTold() && value != null) {
      message = place.write(message, value);
    }
    return this;
  }

  Writing text(String field, @Nullable String text) {
    return put(field, text == null ? null : TextNode.valueOf(text));
  }

  Writing number(String field, long number) {
    return put(field, LongNode.valueOf(number));
  }

  Writing user(@Nullable User user) {
    if (user == null) {
      return this;
    }
    return text("user", user.name())
        .text("user_id", user.id())
        .text("avatar", user.avatar())
        .number("level", user.level());
  }

  Writing money(@Nullable Money money) {
    if (money == null) {
      return this;
    }
    BigDecimal price = BigDecimal.valueOf(money.milli(), 3).stripTrailingZeros();
    return put("price", DecimalNode.valueOf(price.scale() < 0 ? price.setScale(0) : price))
        .text("currency", money.currency());
  }

  JsonNode message() {
    return message;
  }
}
