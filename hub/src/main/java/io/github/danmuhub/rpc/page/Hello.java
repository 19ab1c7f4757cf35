package io.github.danmuhub.rpc.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.rpc.client.ClientName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page says first.
 *
 * @param token null: it shows none
 * @param page its address; may be empty
 */
record Hello(ClientName name, @Nullable String token, Set<String> actions, String page) {
  static final int ACTIONS = 1_024;
  private static final int LONGEST = 2_048;

  /** Empty where it makes no sense; a page without an id is given one. */
  static Optional<Hello> read(JsonNode message) {
    String group = message.path("group").asText();
    String id = message.has("id") ? message.path("id").asText() : UUID.randomUUID().toString();
    Optional<Set<String>> actions = actions(message);
    if (!ClientName.isName(group) || !ClientName.isName(id) || actions.isEmpty()) {
      return Optional.empty();
    }
    String page = message.path("page").asText();
    return Optional.of(
        new Hello(
            new ClientName(group, id),
            message.hasNonNull("token") ? message.path("token").asText() : null,
            actions.get(),
            page.substring(0, Math.min(page.length(), LONGEST))));
  }

  /** At most {@value #ACTIONS} names. */
  static Optional<Set<String>> actions(JsonNode message) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode each : message.path("actions")) {
      if (!each.isTextual() || !ClientName.isName(each.textValue())) {
        return Optional.empty();
      }
      names.add(each.textValue());
    }
    return names.size() > ACTIONS ? Optional.empty() : Optional.of(names);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Hello[" + name + ", " + page + "]";
  }
}
