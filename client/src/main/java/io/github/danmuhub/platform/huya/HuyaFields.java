package io.github.danmuhub.platform.huya;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.FlatJson;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;

/** A JSON answer, or a JSON object of a page, as paths. */
record HuyaFields(Map<String, String> fields) {
  /** What cannot be read says nothing. */
  static final HuyaFields NONE = new HuyaFields(Map.of());

  static HuyaFields read(byte[] json) {
    try {
      return new HuyaFields(FlatJson.read(json));
    } catch (MalformedException e) {
      return NONE;
    }
  }

  static HuyaFields read(String json) {
    return read(json.getBytes(UTF_8));
  }

  /** Empty where it is absent. */
  String text(String path) {
    return fields.getOrDefault(path, "");
  }

  /** 0 where it is absent, or no number. */
  long number(String path) {
    String text = text(path);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /** What an answer says for people. */
  String words() {
    if (fields.isEmpty()) {
      return "the answer is no JSON";
    }
    String message = text("message");
    return message.isEmpty() ? "status " + number("status") : message;
  }
}
