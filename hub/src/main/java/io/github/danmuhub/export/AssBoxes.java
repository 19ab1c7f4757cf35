package io.github.danmuhub.export;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Super chats, memberships and gifts: boxes that grow from the lower left, never over each other.
 */
final class AssBoxes {
  private static final int LEFT = 20;
  private static final int PADDING = 8;
  private static final int MAX_LINES = 6;
  private static final long GIFT_MS = 4_000;
  private static final long SHORTEST_MS = 5_000;
  private static final long LONGEST_MS = 60_000;
  private static final int RED = 0xd6403c;
  private static final int BLUE = 0x2a60b2;
  private static final int GREY = 0x404040;

  private final AssWriter out;
  private final AssStyle style;
  private final FixedRows rows;
  private final int rowHeight;
  private final int width;

  AssBoxes(AssWriter out, AssStyle style) {
    this.out = out;
    this.style = style;
    this.rowHeight = style.boxSize() + PADDING;
    this.rows = new FixedRows(style.height() / rowHeight);
    this.width = Math.min(style.width() - LEFT, Math.max(500, style.width() / 4));
  }

  void accept(LiveEvent event, long now) throws IOException {
    if (event instanceof SuperChat superChat) {
      long stays = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, superChat.seconds() * 1000L));
      String title = superChat.user().displayName() + " " + words(superChat.value());
      box(now, stays, RED, title, superChat.text());
    } else if (event instanceof Membership membership) {
      String title = membership.user().displayName() + " " + membership.name();
      box(now, SHORTEST_MS, BLUE, title, "");
    } else if (event instanceof Gift gift && isShown(gift)) {
      String title = gift.user().displayName() + " " + gift.item().name() + " ×" + gift.count();
      box(now, GIFT_MS, GREY, title, "");
    }
  }

  private boolean isShown(Gift gift) {
    long milli = gift.value() == null ? 0 : gift.value().milli();
    return gift.count() > 0 && milli >= style.giftMinMilli();
  }

  private static String words(@Nullable Money money) {
    if (money == null) {
      return "";
    }
    String units = BigDecimal.valueOf(money.milli(), 3).stripTrailingZeros().toPlainString();
    return money.currency().equals("CNY") ? "¥" + units : units + " " + money.currency();
  }

  private void box(long now, long stays, int color, String title, String text) throws IOException {
    int perLine = Math.max(1, (int) ((width - 2 * PADDING) * 1.2 / style.boxSize()));
    List<String> head = AssText.wrapped(title, perLine, 1);
    List<String> body = AssText.wrapped(text, perLine, MAX_LINES);
    int lines = head.size() + body.size();
    int row = rows.place(now, now + stays, lines);
    String words = String.join("\\N", head) + (body.isEmpty() ? "" : "\\N");
    String all = words + String.join("\\N", body);
    if (row == FixedRows.NONE) {
      out.comment(now, now + stays, "BOX").end(all);
      return;
    }
    int y = style.height() - (row + lines) * rowHeight;
    ground(now, now + stays, y, lines * rowHeight, color);
    out.dialogue(3, now, now + stays, "BOX").add("{\\pos(").add(LEFT + PADDING).add(",");
    out.add(y + PADDING / 2).add(")}").end(all);
  }

  private void ground(long from, long to, int y, int height, int color) throws IOException {
    out.dialogue(2, from, to, "BOX").add("{\\pos(").add(LEFT).add(",").add(y).add(")\\bord0\\c");
    out.addColor(color).add("\\1a&H40&\\p1}m 0 0 l ").add(width).add(" 0 ").add(width).add(" ");
    out.add(height).add(" 0 ").add(height).end("{\\p0}");
  }
}
