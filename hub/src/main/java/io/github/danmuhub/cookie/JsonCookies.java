package io.github.danmuhub.cookie;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JSON: a list of cookies, as EditThisCookie, Puppeteer and Selenium write it, at the top or under
 * {@code cookies} at any depth (biliup, Playwright); else names and values under {@code cookies} or
 * at the top; else a header's text under {@code cookie}. Single quotes and a comma too many are
 * taken: then it is a program's text.
 */
final class JsonCookies implements CookieFormat {
  private static final Set<String> KEYS = Set.of("cookies", "cookie");
  private static final Set<JsonToken> TEXT =
      Set.of(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT);
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?i)^(?:(?:const|let|var)\\s+)?[\\w.]*cookies?\\s*=\\s*(?=[\\[{])");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(16 << 10).build())
          .build();

  @Override
  public List<SavedCookie> read(String text) throws NoCookieException {
    String json = ASSIGNMENT.matcher(text).replaceFirst("");
    if (!json.startsWith("{") && !json.startsWith("[")) {
      return List.of();
    }
    JsonFinds finds = new JsonFinds();
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      value(in, "cookies", true, finds);
    } catch (IOException e) {
      throw new NoCookieException(Phrase.of("cookie.json-broken"));
    }
    List<SavedCookie> cookies = finds.best();
    if (cookies.isEmpty()) {
      throw new NoCookieException(Phrase.of("cookie.json-none"));
    }
    return cookies;
  }

  /**
   * @param key under which it stands, in small letters; what stands at the top counts as cookies
   */
  private static void value(JsonParser in, String key, boolean top, JsonFinds finds)
      throws IOException {
    switch (in.currentToken()) {
      case START_ARRAY -> array(in, key, finds);
      case START_OBJECT -> object(in, key, top, finds);
      case VALUE_STRING -> {
        if (KEYS.contains(key)) {
          finds.header(in.getText());
        }
      }
      default -> {}
    }
  }

  private static void array(JsonParser in, String key, JsonFinds finds) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() == JsonToken.START_OBJECT && KEYS.contains(key)) {
        listed(in, finds);
      } else {
        value(in, "", false, finds);
      }
    }
  }

  private static void object(JsonParser in, String key, boolean top, JsonFinds finds)
      throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      String lower = name.toLowerCase(Locale.ROOT);
      boolean text = TEXT.contains(in.nextToken());
      if (text && KEYS.contains(key) && !KEYS.contains(lower)) {
        finds.named(name, in.getText(), top);
      } else {
        value(in, lower, false, finds);
      }
    }
  }

  private static void listed(JsonParser in, JsonFinds finds) throws IOException {
    JsonCookie cookie = new JsonCookie();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      if (in.nextToken().isScalarValue()) {
        cookie.field(name, in.getText());
      } else {
        in.skipChildren();
      }
    }
    finds.listed(cookie);
  }
}
