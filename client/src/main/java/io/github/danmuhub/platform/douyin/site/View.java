package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.List;
import java.util.Map;

/**
 * What one client is shown: everything; or, as a guest in a room that hides its viewers, everybody
 * under the same mask and no gifts; and gifts in disorder, where that fault strikes.
 */
record View(boolean masked, GiftChaos chaos) {
  /** Where the user stands in a message. */
  private static final Map<String, Integer> USER_FIELDS =
      Map.of(
          "WebcastChatMessage", 2,
          "WebcastEmojiChatMessage", 2,
          "WebcastLikeMessage", 5,
          "WebcastMemberMessage", 2,
          "WebcastSocialMessage", 2,
          "WebcastFansclubMessage", 4);

  /** The id and the name that a guest is shown in place of anybody's. */
  private static final long MASKED_ID = 111_111;

  private static final String MASKED_NAME = "二***";

  List<DouyinMessage> of(List<DouyinMessage> messages) {
    return masked
        ? messages.stream().filter(m -> !GiftChaos.isGift(m)).map(View::masked).toList()
        : chaos.stir(messages);
  }

  private static DouyinMessage masked(DouyinMessage message) {
    Integer field = USER_FIELDS.get(message.method());
    if (field == null) {
      return message;
    }
    ProtoWriter nobody = new ProtoWriter().varint(1, MASKED_ID).string(3, MASKED_NAME);
    ProtoWriter user = new ProtoWriter().message(field, nobody);
    return new DouyinMessage(
        message.method(), Replayed.overridden(message.payload(), user), message.id());
  }
}
