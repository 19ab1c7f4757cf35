package io.github.danmuhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Badge;
import io.github.danmuhub.event.User.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatLineTest {
  private static final Origin ORIGIN = Origin.ours("bilibili", "1", 0);
  private final ChatLine line = new ChatLine(new Paint(false));

  @Test
  void aChatShowsBadgeRoleNameAndText() {
    User user = new User("1", "小明", null, new Badge("小电视", 21, "1"), Set.of(Role.MEMBER), 0);
    assertThat(line.of(Chat.of(ORIGIN, user, "你好"))).isEqualTo("[小电视21]⚓小明: 你好");
  }

  @Test
  void aStrangersEscapeSequencesAreShownNotObeyed() {
    User user = User.of("1", "\u001b[31mred");
    assertThat(line.of(Chat.of(ORIGIN, user, "\u0007"))).isEqualTo("␛[31mred: ␇");
  }

  @Test
  void aGiftShowsItsCountAndWhatItIsWorth() {
    Gift gift =
        new Gift(
            ORIGIN,
            User.of("1", "小明"),
            new Gift.Item("1", "小花花"),
            3,
            null,
            new Money(300, "CNY"),
            null);
    assertThat(line.of(gift)).isEqualTo("🎁 小明 gave 3 × 小花花 (0.3 CNY)");
  }

  @Test
  void aWaitingConnectionSaysWhyAndUntilWhen() {
    Connection waiting =
        new Connection(ORIGIN, Connection.State.WAITING, "HTTP 502", 502, 2, 1500, Health.NONE);
    assertThat(line.of(waiting)).isEqualTo("[bilibili:1] waiting: HTTP 502, next try in 1.5 s");
  }
}
