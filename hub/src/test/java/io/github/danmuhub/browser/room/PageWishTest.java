package io.github.danmuhub.browser.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageWishTest {
  @Test
  void aTitleTellsWhatAPageWantsOfAPerson() {
    assertThat(PageWish.of("验证码中间页")).contains(PageWish.VERIFICATION);
    assertThat(PageWish.of("Captcha")).contains(PageWish.VERIFICATION);
    assertThat(PageWish.of("请先登录")).contains(PageWish.LOGIN);
    assertThat(PageWish.of("云逗猫的直播间 - 抖音直播")).isEmpty();
    assertThat(PageWish.of("")).isEmpty();
  }
}
