package io.github.danmuhub.export;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Super chats, memberships and gifts in boxes at the lower left: gifts and members pass by in the
 * lowest third; above them super chats are pinned in the colours of their tiers.
 */
final class AssBoxes {
  private static final int MAX_LINES = 6;
  private static final long GIFT_MS = 4_000;
  private static final long SHORTEST_MS = 5_000;
  private static final long LONGEST_MS = 86_400_000;
  private static final int BLUE = 0x2a60b2;
  private static final int GREY = 0x404040;

  private final AssStyle style;
  private final Passing passing;
  private final AssStack pinned;

  AssBoxes(AssWriter out, AssStyle style) {
    int rows = style.height() / AssStack.rowHeight(style);
    int lowest = Math.max(1, rows / 3);
    this.style = style;
    boolean list = style.boxes().layout() == AssStyle.Layout.LIST;
    this.passing = list ? new AssList(out, style, lowest) : new AssStack(out, style, 0, lowest);
    this.pinned = new AssStack(out, style, lowest, rows - lowest);
  }

  /** Where gifts and members are seen for a while. */
  interface Passing {
    /** Writes what has gone by now. */
    void pass(long now) throws IOException;

    void show(AssBox box) throws IOException;

    /** Writes what is still there. */
    void finish() throws IOException;
  }

  void accept(LiveEvent event, long now) throws IOException {
    passing.pass(now);
    pinned.pass(now);
    if (event instanceof SuperChat superChat) {
      pinned.pin(box(superChat, now));
    } else if (event instanceof Membership member) {
      passing.show(box(member, member.user(), member.name(), now, SHORTEST_MS, BLUE));
    } else if (event instanceof Gift gift && isShown(gift)) {
      String what = gift.item().name() + " ×" + gift.count();
      passing.show(box(gift, gift.user(), what, now, GIFT_MS, GREY));
    } else if (event instanceof Retract retract) {
      pinned.takeBack(retract, now);
    }
  }

  private boolean isShown(Gift gift) {
    long milli = gift.value() == null ? 0 : gift.value().milli();
    return gift.count() > 0 && milli >= style.boxes().giftMinMilli();
  }

  private AssBox box(SuperChat paid, long now) {
    Money value = paid.value();
    AssBox head = box(paid, paid.user(), words(value), now, stays(paid), TierColor.of(paid));
    List<String> lines = new ArrayList<>(head.lines());
    lines.addAll(AssStack.wrapped(paid.text(), MAX_LINES, style));
    return new AssBox(head.id(), head.user(), now, head.end(), head.color(), lines);
  }

  private AssBox box(LiveEvent event, User user, String what, long now, long stays, int color) {
    List<String> title = AssStack.wrapped(user.displayName() + " " + what, 1, style);
    return new AssBox(event.origin().id(), user, now, now + stays, color, title);
  }

  /** As long as it is pinned. */
  private long stays(SuperChat paid) {
    long most =
        style.boxes().pinnedMaxSeconds() == 0
            ? LONGEST_MS
            : style.boxes().pinnedMaxSeconds() * 1_000L;
    return Math.min(most, Math.max(SHORTEST_MS, paid.seconds() * 1_000L));
  }

  static String words(Money money) {
    String units = BigDecimal.valueOf(money.milli(), 3).stripTrailingZeros().toPlainString();
    return money.currency().equals("CNY") ? "¥" + units : units + " " + money.currency();
  }

  void finish() throws IOException {
    passing.finish();
    pinned.finish();
  }
}
