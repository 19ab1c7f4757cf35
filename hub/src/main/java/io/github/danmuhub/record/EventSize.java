package io.github.danmuhub.record;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import org.jspecify.annotations.Nullable;

/** About how many bytes of memory a message takes: whatever of it others may make long. */
public final class EventSize {
  private static final long EACH = 512;
  private static final long EACH_TEXT = 64;

  private EventSize() {}

  /** In bytes; of other events than messages next to nothing. */
  public static long of(LiveEvent event) {
    Raw raw = event.origin().raw();
    return EACH + text(event.origin().id()) + (raw == null ? 0 : raw.size()) + body(event);
  }

  private static long body(LiveEvent event) {
    if (event instanceof Chat chat) {
      return of(chat);
    } else if (event instanceof SuperChat paid) {
      return text(paid.text()) + of(paid.user());
    } else if (event instanceof Gift gift) {
      return text(gift.item().name()) + of(gift.user()) + of(gift.to());
    } else if (event instanceof Membership membership) {
      return text(membership.name()) + text(membership.tier()) + of(membership.user());
    } else if (event instanceof Retract retract) {
      return retract.ids().stream().mapToLong(EventSize::text).sum() + of(retract.user());
    }
    return 0;
  }

  private static long of(Chat chat) {
    long size = text(chat.text()) + text(chat.image()) + of(chat.user()) + of(chat.replyTo());
    for (Chat.Emote emote : chat.emotes()) {
      size += text(emote.key()) + text(emote.url());
    }
    return size;
  }

  private static long of(@Nullable User user) {
    if (user == null) {
      return 0;
    }
    String badge = user.badge() == null ? null : user.badge().name();
    return text(user.id()) + text(user.name()) + text(user.avatar()) + text(badge);
  }

  private static long text(@Nullable String text) {
    return text == null ? 0 : EACH_TEXT + 2L * text.length();
  }
}
