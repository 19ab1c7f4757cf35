package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DouyinVisitorTest {

  @Test
  void aCookieThatTheSiteRenewsIsTaken() {
    DouyinVisitor visitor = visitor("");
    visitor.learn(setting("ttwid=first; Path=/"));
    visitor.learn(setting("__ac_nonce=n1"));
    visitor.learn(setting("ttwid=second; Path=/"));
    assertThat(cookie(visitor)).isEqualTo("ttwid=second; __ac_nonce=n1");
  }

  @Test
  void theUsersOwnCookieWins() {
    DouyinVisitor visitor = visitor("sessionid=s; ttwid=mine");
    visitor.learn(setting("ttwid=theirs"));
    assertThat(cookie(visitor)).isEqualTo("sessionid=s; ttwid=mine");
    visitor.comeAgainAsANewOne();
    assertThat(visitor.hasTtwid()).isTrue();
  }

  @Test
  void aTtwidThatIsTakenBackOrNotTrustedIsNone() {
    DouyinVisitor visitor = visitor("");
    visitor.learn(setting("ttwid=first"));
    visitor.learn(setting("ttwid=; Max-Age=0"));
    assertThat(visitor.hasTtwid()).isFalse();
    visitor.learn(setting("ttwid=second"));
    visitor.comeAgainAsANewOne();
    assertThat(visitor.hasTtwid()).isFalse();
  }

  @Test
  void otherCookiesAndThoseThatFitNoHeaderAreNotKept() {
    DouyinVisitor visitor = visitor("");
    visitor.learn(setting("tracker=1"));
    visitor.learn(setting("ttwid=a\u0001b"));
    visitor.learn(setting("ttwid=" + "x".repeat(5_000)));
    assertThat(visitor.headers("1").first("Cookie")).isEmpty();
  }

  private static DouyinVisitor visitor(String cookie) {
    return new DouyinVisitor(new Credentials(cookie), new SplittableRandom(7));
  }

  private static HttpReply setting(String cookie) {
    return new HttpReply(200, Headers.of("Set-Cookie", cookie), Raw.bytes(new byte[0]));
  }

  private static String cookie(DouyinVisitor visitor) {
    return visitor.headers("1").first("Cookie").orElse("");
  }
}
