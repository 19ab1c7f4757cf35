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
          Payloads.CHAT, 2,
          Payloads.EMOJI, 2,
          Payloads.LIKE, 5,
          Payloads.MEMBER, 2,
          Payloads.SOCIAL, 2,
          Payloads.FANSCLUB, 4);

  List<DouyinMessage> of(List<DouyinMessage> messages) {
    return masked
        ? messages.stream().filter(m -> !isGift(m)).map(View::masked).toList()
        : chaos.stir(messages);
  }

  private static boolean isGift(DouyinMessage message) {
    return message.method().equals(Payloads.GIFT);
  }

  private static DouyinMessage masked(DouyinMessage message) {
    Integer field = USER_FIELDS.get(message.method());
    if (field == null) {
      return message;
    }
    ProtoWriter user = new ProtoWriter().message(field, ScriptViewer.masked());
    return new DouyinMessage(
        message.method(), ReplayFeed.overridden(message.payload(), user), message.id());
  }
}
