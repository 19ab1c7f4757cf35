package io.github.danmuhub.export;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.record.EventSize;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds messages back for a while before they are written, so that whether one was taken back is
 * known by then: the last {@value #MESSAGES} messages and retractions, fewer where they come to
 * more than {@value #BYTES} bytes. What is taken back later than that has been written as if it had
 * stayed. Whatever is neither a message nor a retraction is passed over. One thread.
 */
final class HeldBack implements ExportSink {
  static final int MESSAGES = 2_048;
  static final long BYTES = 16 << 20;

  private final ExportSink sink;
  private final Deque<Numbered> held = new ArrayDeque<>();
  private long bytes;

  /** The retractions among what is held, by what they mean: each came after all before it. */
  private final Map<String, Numbered> byId = new HashMap<>();

  private final Map<String, Numbered> byUser = new HashMap<>();
  private @Nullable Numbered ofAll;

  HeldBack(ExportSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    LiveEvent event = numbered.event();
    if (event instanceof Retract retract) {
      remember(retract, numbered);
    } else if (!isMessage(event)) {
      return;
    }
    held.add(numbered);
    bytes += EventSize.of(event);
    while (held.size() > MESSAGES || bytes > BYTES) {
      release(held.remove());
    }
  }

  private static boolean isMessage(LiveEvent event) {
    return event instanceof Chat
        || event instanceof SuperChat
        || event instanceof Gift
        || event instanceof Membership;
  }

  private void remember(Retract retract, Numbered numbered) {
    User user = retract.user();
    retract.ids().forEach(id -> byId.put(id, numbered));
    if (!retract.ids().isEmpty()) {
      return;
    }
    if (user == null) {
      ofAll = numbered;
    } else {
      byUser.put(key(user), numbered);
    }
  }

  private void forget(Retract retract, Numbered numbered) {
    retract.ids().forEach(id -> byId.remove(id, numbered));
    User user = retract.user();
    if (user != null) {
      byUser.remove(key(user), numbered);
    }
    ofAll = numbered.equals(ofAll) ? null : ofAll;
  }

  private void release(Numbered numbered) throws IOException {
    LiveEvent event = numbered.event();
    bytes -= EventSize.of(event);
    if (event instanceof Retract retract) {
      forget(retract, numbered);
    }
    if (isTakenBack(event)) {
      sink.takenBack(numbered);
    } else {
      sink.accept(numbered);
    }
  }

  private boolean isTakenBack(LiveEvent event) {
    String id = event.origin().id();
    return (id != null && byId.containsKey(id))
        || (event instanceof Chat chat && isTakenBackWithAll(chat.user()))
        || (event instanceof SuperChat paid && isTakenBackWithAll(paid.user()));
  }

  private boolean isTakenBackWithAll(User user) {
    return ofAll != null || (!byUser.isEmpty() && byUser.containsKey(key(user)));
  }

  /** By name where there is no id. */
  static String key(User user) {
    return user.id() == null ? "name " + user.displayName() : user.id();
  }

  @Override
  public void finish() throws IOException {
    while (!held.isEmpty()) {
      release(held.remove());
    }
    sink.finish();
  }
}
