package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DouyinVisitorTest {
  private static final URI PAGE = URI.create("https://live.douyin.com/80017709309");

  private final CookieJar cookies = new CookieJar();

  @Test
  void aCookieThatTheSiteRenewsIsShownToTheSocket() {
    DouyinVisitor visitor = visitor("");
    set("ttwid=first; Path=/");
    set("__ac_nonce=n1");
    set("ttwid=second; Path=/");
    assertThat(cookie(visitor)).isEqualTo("ttwid=second; __ac_nonce=n1");
  }

  @Test
  void theUsersOwnCookieWins() {
    DouyinVisitor visitor = visitor("sessionid=s; ttwid=mine; empty=");
    set("ttwid=theirs");
    assertThat(cookie(visitor)).isEqualTo("sessionid=s; ttwid=mine");
    assertThat(visitor.headers("1").first("Cookie")).contains("sessionid=s; ttwid=mine");
    visitor.comeAgainAsANewOne("mine");
    assertThat(visitor.ttwid()).isEqualTo("mine");
  }

  @Test
  void aTtwidThatIsTakenBackOrNotTrustedIsNone() {
    DouyinVisitor visitor = visitor("");
    set("ttwid=first");
    set("ttwid=; Max-Age=0");
    assertThat(visitor.ttwid()).isEmpty();
    set("ttwid=second");
    visitor.comeAgainAsANewOne("second");
    assertThat(visitor.ttwid()).isEmpty();
  }

  @Test
  void twoRoomsAreOneVisitorAndOneOfThemComesAgainForBoth() {
    DouyinVisitor one = visitor("");
    DouyinVisitor other = visitor("");
    set("ttwid=first");
    assertThat(other.ttwid()).isEqualTo("first");
    one.comeAgainAsANewOne("first");
    set("ttwid=second");
    other.comeAgainAsANewOne("first");
    assertThat(one.ttwid()).isEqualTo("second");
  }

  private DouyinVisitor visitor(String cookie) {
    return new DouyinVisitor(new Credentials(cookie), cookies, new SplittableRandom(7));
  }

  private void set(String cookie) {
    cookies.keep(PAGE, new HttpReply(200, Headers.of("Set-Cookie", cookie), Raw.NOTHING));
  }

  private static String cookie(DouyinVisitor visitor) {
    return visitor.socketHeaders("1", "agent").first("Cookie").orElse("");
  }
}
