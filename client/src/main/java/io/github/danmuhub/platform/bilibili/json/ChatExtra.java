package io.github.danmuhub.platform.bilibili.json;

import io.github.danmuhub.event.Chat.Emote;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.StringReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of the {@code extra} string of a DANMU_MSG, which is JSON inside JSON: 700
 * characters of which one id is kept. {@link RawExtra} reads it where it lies; {@link DecodedExtra}
 * reads what that one does not.
 *
 * @param id the platform's id of the message; null before 2023
 * @param replyTo whom the message answers
 */
public record ChatExtra(@Nullable String id, @Nullable User replyTo, List<Emote> emotes) {
  /** Nothing wanted was there. */
  public static final ChatExtra NONE = new ChatExtra(null, null, List.of());

  /** How it is read. */
  public static final StringReading<ChatExtra> READING =
      new StringReading<>() {
        @Override
        public RawExtra raw(byte[] json, int from, int end) {
          return new RawExtra(json, from, end);
        }

        @Override
        public ChatExtra decoded(char[] text, int offset, int length) {
          return DecodedExtra.scan(text, offset, length);
        }
      };

  /**
   * @param replyId "0" for no reply
   */
  static ChatExtra of(
      @Nullable String id,
      @Nullable String replyId,
      @Nullable String replyName,
      List<Emote> emotes) {
    boolean reply = replyId != null && !replyId.equals("0");
    return new ChatExtra(id, reply ? User.of(replyId, replyName) : null, emotes);
  }
}
