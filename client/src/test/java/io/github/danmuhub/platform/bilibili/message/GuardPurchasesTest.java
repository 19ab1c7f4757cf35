package io.github.danmuhub.platform.bilibili.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Membership.Kind;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardPurchasesTest {
  private static final long START = 1_000;

  private final EventLog log = new EventLog();

  private void at(long offset, String... fixtures) {
    log.ticks = START + offset;
    for (String fixture : fixtures) {
      log.decoder.onMessage(Fixtures.buffer(fixture));
    }
  }

  private List<LiveEvent> after(long offset) {
    log.ticks = START + offset;
    log.decoder.onWake();
    return log.events();
  }

  @Test
  void onePurchaseIsOneEventWithThePaidPrice() {
    at(0, "GUARD_BUY");
    at(300, "USER_TOAST_MSG");
    at(900, "NOTICE_MSG_guard");

    assertThat(after(1_999)).isEmpty();
    assertThat(log.decoder.nextWake()).isEqualTo(START + 2_000);
    assertThat(after(2_000)).hasSize(1);
    Membership membership = (Membership) log.events().get(0);
    assertThat(membership.value()).isEqualTo(new Money(138_000, "CNY"));
    assertThat(membership.kind()).isEqualTo(Kind.NEW);
    assertThat(membership.months()).isEqualTo(1);
    assertThat(membership.tier()).isEqualTo("3");
    assertThat(membership.name()).isEqualTo("舰长");
    assertThat(membership.origin().id()).isEqualTo("pay-3");
    assertThat(log.decoder.nextWake()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theOrderOfItsMessagesDoesNotMatter() {
    at(0, "NOTICE_MSG_guard", "USER_TOAST_MSG", "GUARD_BUY");

    assertThat(after(2_000)).hasSize(1);
    assertThat(((Membership) log.events().get(0)).value()).isEqualTo(new Money(138_000, "CNY"));
  }

  @Test
  void aMarqueeWithoutAPurchaseIsANotice() {
    at(0, "NOTICE_MSG_guard");

    assertThat(after(1_999)).isEmpty();
    assertThat(after(2_000)).hasSize(1).hasOnlyElementsOfType(Notice.class);
  }

  @Test
  void buyingAgainAtOnceIsASecondPurchase() {
    at(0, "GUARD_BUY", "GUARD_BUY");

    assertThat(after(2_000)).hasSize(2);
  }

  @Test
  void theSamePaymentToldTwiceIsOnePurchase() {
    at(0, "USER_TOAST_MSG", "USER_TOAST_MSG");

    assertThat(after(2_000)).hasSize(1);
  }

  @Test
  void twoBuyersAreTwoPurchases() {
    at(0, "GUARD_BUY", "USER_TOAST_MSG_V2");

    assertThat(after(2_000)).extracting(e -> ((Membership) e).name()).containsExactly("舰长", "提督");
  }

  @Test
  void aGiftedGuardIsAGiftOfSoManyDays() {
    at(0, "USER_TOAST_MSG_V2_gifted");

    Membership membership = (Membership) after(2_000).get(0);
    assertThat(membership.kind()).isEqualTo(Kind.GIFT);
    assertThat(membership.months()).isZero();
    assertThat(membership.name()).isEqualTo("舰长");
  }

  @Test
  void atTheEndOfTheRoomNobodyWaitsAndNothingIsToldTwice() {
    at(0, "GUARD_BUY", "NOTICE_MSG_guard", "USER_TOAST_MSG_V2");
    log.decoder.end();
    assertThat(log.events()).hasSize(2).hasOnlyElementsOfType(Membership.class);
    log.decoder.end();
    assertThat(after(2_000)).hasSize(2);
    assertThat(log.decoder.nextWake()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsHeldIsBoundedAndNothingIsDropped() {
    for (int uid = 1; uid <= 200; uid++) {
      String json =
          "{\"cmd\":\"GUARD_BUY\",\"data\":{\"uid\":%d,\"guard_level\":3,\"price\":1}}"
              .formatted(uid);
      log.decoder.onMessage(ByteBuffer.wrap(json.getBytes(UTF_8)));
    }
    assertThat(log.events()).hasSize(200 - 64);
    assertThat(after(2_000)).hasSize(200);
  }
}
