package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.testing.VirtualLoop;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  private final VirtualLoop loop = new VirtualLoop();
  private final Visitors visitors = new Visitors();

  private CookieJar cookies(String cookie) {
    return visitors.cookies(loop, "bilibili", new Credentials(cookie));
  }

  @Test
  void roomsOfOneAccountAreOneVisitor() {
    CookieJar anonymous = visitors.cookies(loop, "bilibili", Credentials.NONE);
    assertThat(visitors.cookies(loop, "bilibili", Credentials.NONE)).isSameAs(anonymous);
    assertThat(visitors.cookies(loop, "douyin", Credentials.NONE)).isNotSameAs(anonymous);
    assertThat(visitors.cookies(new VirtualLoop(), "bilibili", Credentials.NONE))
        .isNotSameAs(anonymous);
    assertThat(cookies("a=1")).isNotSameAs(anonymous);
  }

  @Test
  void ofTooManyVisitorsThoseNotNeededForLongestAreForgotten() {
    CookieJar busy = cookies("busy=1");
    CookieJar idle = cookies("idle=1");
    IntStream.range(0, Visitors.MOST).forEach(i -> assertThat(cookies("n=" + i)).isNotNull());
    assertThat(cookies("idle=1")).isNotSameAs(idle);

    CookieJar kept = cookies("busy=2");
    IntStream.range(0, 3 * Visitors.MOST)
        .forEach(
            i -> {
              assertThat(cookies("m=" + i)).isNotSameAs(busy);
              assertThat(cookies("busy=2")).isSameAs(kept);
            });
  }
}
