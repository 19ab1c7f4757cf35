package io.github.danmuhub.platform.bilibili.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * A recorded message with other ids, so that a looped replay is not taken for repetition. Works on
 * the text: a {@code DANMU_MSG} hides its id in JSON inside a JSON string.
 */
final class FreshIds {
  /** Text ids wherever they stand, quotes escaped or not. */
  private static final Pattern TEXT_ID =
      Pattern.compile(
          "(\\\\?\"(?:id_str|msg_id|tid|rnd|batch_combo_id|combo_id|token)\\\\?\":\\\\?\")"
              + "([^\"\\\\]{1,200})");

  private static final Pattern NUMBER_ID =
      Pattern.compile("(\"(?:tid|rnd|payflow_id|trigger_time)\":)(-?\\d{1,18})");

  /** The sixth entry of {@code info[0]}: what old chats have instead of an id. */
  private static final Pattern CHAT_RND =
      Pattern.compile("(\"info\":\\[\\[(?:[^,\\[\\]]*,){5})(-?\\d{1,18})");

  private static final Pattern SUPER_CHAT_ID = Pattern.compile("(\"id\":\"?)(\\d{1,17})(?=\\D)");

  private FreshIds() {}

  static byte[] of(byte[] message, long round) {
    String text = new String(message, UTF_8);
    text = TEXT_ID.matcher(text).replaceAll("$1$2" + round);
    text = shifted(NUMBER_ID, text, round);
    text = shifted(CHAT_RND, text, round);
    if (text.contains("\"SUPER_CHAT_MESSAGE")) {
      text = shifted(SUPER_CHAT_ID, text, round);
    }
    return text.getBytes(UTF_8);
  }

  private static String shifted(Pattern id, String text, long round) {
    return id.matcher(text)
        .replaceAll(found -> found.group(1) + (Long.parseLong(found.group(2)) + round));
  }
}
