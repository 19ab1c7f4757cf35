package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.FlatJson;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;

/**
 * One JSON answer of the platform's API: {@code {"code":0,"message":"…","data":{…}}}.
 *
 * @param what what was asked for, in words
 * @param fields as {@link FlatJson#read} gives them
 */
record BilibiliApiAnswer(String what, int code, Map<String, String> fields) {
  private static final int HTTP_BLOCKED = 412;
  private static final int TOO_MANY = 429;

  /**
   * Reads an answer, whatever its code.
   *
   * @throws LookupException if it is none: an HTTP error, HTML, cut JSON
   */
  static BilibiliApiAnswer read(String what, HttpReply reply) throws LookupException {
    if (reply.status() == HTTP_BLOCKED || reply.status() == TOO_MANY) {
      String why = words(what, -HTTP_BLOCKED);
      throw new LookupException(Setback.blocked(reply.status(), why, reply.retryAfterMs()));
    }
    if (reply.status() != 200) {
      throw LookupException.again(
          reply.status(),
          reply.status() == 0
              ? what + ": no answer came"
              : "%s: the server answers HTTP %d".formatted(what, reply.status()));
    }
    return parse(what, reply.body().toBytes());
  }

  private static BilibiliApiAnswer parse(String what, byte[] body) throws LookupException {
    try {
      Map<String, String> fields = FlatJson.read(body);
      return new BilibiliApiAnswer(what, Integer.parseInt(fields.getOrDefault("code", "")), fields);
    } catch (MalformedException e) {
      throw LookupException.again(0, what + ": the answer is " + shape(body));
    } catch (NumberFormatException e) {
      throw LookupException.again(0, what + ": the answer has no code");
    }
  }

  private static String shape(byte[] body) {
    return body.length > 0 && body[0] == '<' ? "HTML instead of JSON" : "broken or cut-off JSON";
  }

  /** This answer, if its code is 0. */
  BilibiliApiAnswer ok() throws LookupException {
    if (code != 0) {
      throw refusal();
    }
    return this;
  }

  /** The code in words. */
  LookupException refusal() {
    String why = words(what, code);
    return code == -HTTP_BLOCKED
        ? new LookupException(Setback.blocked(code, why, 0))
        : LookupException.again(code, why);
  }

  private static String words(String what, int code) {
    String why =
        switch (code) {
          case -101 -> "this needs an account that is logged in";
          case -352 -> "risk control refuses the signature, the buvid3 cookie or the User-Agent";
          case -412 -> "this address is blocked for now: too many requests";
          case 60009 -> "the room has no area, so no servers";
          case 65530 -> "the token is wrong";
          case 1002002 -> "the room is not accepted";
          default -> "refused";
        };
    return "%s: %s (code %d)".formatted(what, why, code);
  }

  String text(String path) {
    return fields.getOrDefault(path, "");
  }

  /** The number at {@code path}, 0 where there is none. */
  long number(String path) {
    try {
      return Long.parseLong(text(path));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
