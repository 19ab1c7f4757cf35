package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.wire.ProtoWriter;
import java.util.List;
import java.util.Map;

/**
 * What one client is shown: everything; or, as a guest in a room that hides its viewers, everybody
 * under the same mask and no gifts; and gifts in disorder, where that fault strikes.
 */
record DouyinSimulatedView(boolean masked, DouyinGiftChaos chaos) {
  /** Where the user stands in a message. */
  private static final Map<String, Integer> USER_FIELDS =
      Map.of(
          DouyinSimulatedMessages.CHAT, 2,
          DouyinSimulatedMessages.EMOJI, 2,
          DouyinSimulatedMessages.LIKE, 5,
          DouyinSimulatedMessages.MEMBER, 2,
          DouyinSimulatedMessages.SOCIAL, 2,
          DouyinSimulatedMessages.FANSCLUB, 4);

  List<DouyinMessage> of(List<DouyinMessage> messages) {
    return masked
        ? messages.stream().filter(m -> !isGift(m)).map(DouyinSimulatedView::masked).toList()
        : chaos.stir(messages);
  }

  private static boolean isGift(DouyinMessage message) {
    return message.method().equals(DouyinSimulatedMessages.GIFT);
  }

  private static DouyinMessage masked(DouyinMessage message) {
    Integer field = USER_FIELDS.get(message.method());
    if (field == null) {
      return message;
    }
    ProtoWriter user = new ProtoWriter().message(field, DouyinSimulatedUser.masked());
    return new DouyinMessage(
        message.method(), DouyinSimulatedReplay.overridden(message.payload(), user), message.id());
  }
}
