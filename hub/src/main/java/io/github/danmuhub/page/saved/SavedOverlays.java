package io.github.danmuhub.page.saved;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.server.door.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of overlays by a short name, the {@value #LIMIT} that were asked for last: those that
 * nobody opens any more go first. The same address has the same name, so saving it again costs
 * nothing. Not for several threads.
 */
final class SavedOverlays {
  static final int LIMIT = 1_000;
  static final int LONGEST = 4_000;

  /** An overlay of ours, and its options; nothing that leads elsewhere, or ends a header's line. */
  private static final Pattern ADDRESS =
      Pattern.compile("/overlay/[a-z]{1,20}(?:\\?[\\x21-\\x7E&&[^#]]*)?");

  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final int NAME = 7;
  private static final int BYTE = 0xFF;

  private final Map<String, String> addresses = new LinkedHashMap<>(16, 0.75f, true);

  static boolean isAddress(String address) {
    return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
  }

  /** Keeps one that {@link #isAddress}; gives its name. */
  String save(String address) {
    String name = name(address);
    addresses.put(name, address);
    Iterator<String> oldest = addresses.keySet().iterator();
    while (addresses.size() > LIMIT && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
    return name;
  }

  /** Whether it is kept already. */
  boolean has(String address) {
    return addresses.containsValue(address);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(addresses.get(name));
  }

  /** A hash, so that nobody guesses another's; 35 bits of it are enough for a thousand. */
  private static String name(String address) {
    byte[] hash = sha256(address);
    StringBuilder name = new StringBuilder(NAME);
    for (int i = 0; i < NAME; i++) {
      name.append(LETTERS.charAt((hash[i] & BYTE) % LETTERS.length()));
    }
    return name.toString();
  }

  private static byte[] sha256(String address) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** All of them, the longest unused first. */
  String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    addresses.forEach(json::put);
    return json.toPrettyString();
  }

  /**
   * Adds what {@link #toJson} wrote; what is no address of an overlay is left out.
   *
   * @throws JsonProcessingException where it is no JSON
   */
  void add(String json) throws JsonProcessingException {
    for (Map.Entry<String, JsonNode> each : Json.object(json).properties()) {
      String address = each.getValue().asText();
      if (isAddress(address)) {
        save(address);
      }
    }
  }
}
