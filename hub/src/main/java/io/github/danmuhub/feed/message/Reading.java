package io.github.danmuhub.feed.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import io.github.danmuhub.feed.path.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message, read by the fields of its rule. */
record Reading(JsonNode message, Map<String, Value> fields) {
  private static final int LONGEST_NUMBER = 30;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000);

  Optional<String> text(String field) {
    Value value = fields.get(field);
    return value == null ? Optional.empty() : value.read(message);
  }

  @Nullable String textOrNull(String field) {
    return text(field).orElse(null);
  }

  /** A number, rounded down; {@code otherwise} where there is none. */
  long number(String field, long otherwise) {
    return text(field).flatMap(Reading::parsed).map(BigDecimal::longValue).orElse(otherwise);
  }

  Optional<BigDecimal> decimal(String field) {
    return text(field).flatMap(Reading::parsed);
  }

  private static Optional<BigDecimal> parsed(String text) {
    try {
      BigDecimal number =
          text.length() > LONGEST_NUMBER ? BigDecimal.ZERO : new BigDecimal(text.strip());
      boolean sane =
          number.scale() < LONGEST_NUMBER && number.precision() - number.scale() < LONGEST_NUMBER;
      return sane && number.abs().compareTo(MOST) < 0 ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Who acts: as far as the message says. */
  User user() {
    User named = User.of(textOrNull("user_id"), textOrNull("user"));
    return new User(
        named.id(),
        named.name(),
        textOrNull("avatar"),
        null,
        named.roles(),
        (int) number("level", 0));
  }

  /** Null where the message names nobody. */
  @Nullable User userOrNull() {
    User user = user();
    return user.id() == null && user.name() == null ? null : user;
  }

  /** {@code price} in {@code currency}; null where there is none. */
  @Nullable Money money() {
    return decimal("price")
        .map(price -> price.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue())
        .map(milli -> new Money(milli, text("currency").orElse("CNY")))
        .orElse(null);
  }
}
