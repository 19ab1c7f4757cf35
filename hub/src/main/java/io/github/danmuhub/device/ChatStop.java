package io.github.danmuhub.device;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.text.Phrase;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the anchor and moderators say stops everything, where it is one of a few words alone.
 * Nothing that is said arms anything.
 */
final class ChatStop implements Consumer<LiveEvent> {
  private static final Set<String> WORDS = Set.of("停", "停止", "急停", "stop");
  private static final Set<Role> MAY = Set.of(Role.ANCHOR, Role.MODERATOR);

  private final Devices devices;

  ChatStop(Devices devices) {
    this.devices = devices;
  }

  @Override
  public void accept(LiveEvent event) {
    if (event instanceof Chat chat
        && !chat.origin().history()
        && chat.user().roles().stream().anyMatch(MAY::contains)
        && WORDS.contains(plain(chat.text()))) {
      devices.stop(Phrase.of("gate.moderator"));
    }
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!！。.]+$", "");
  }
}
