package io.github.danmuhub.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieJarTest {
  private static final URI PAGE = URI.create("https://www.example.com/");
  private static final URI API = URI.create("https://api.live.example.com/room?id=1");

  private final CookieJar jar = new CookieJar();

  @Test
  void whatOneHostSetsIsShownToAllHostsOfTheSite() {
    jar.keep(PAGE, setting("id=first; Path=/", "nut=2; HttpOnly"));
    jar.keep(API, setting("id=second; Domain=.example.com"));

    assertThat(cookie(API, "")).isEqualTo("id=second; nut=2");
    assertThat(cookie(PAGE, "")).isEqualTo("id=second; nut=2");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com.evil.example/, ''",
    "https://signer.example.org/, ''",
    "http://127.0.0.1:9000/, ''",
    "https://example.com/, id=1"
  })
  void nobodyElseIsShownThem(URI other, String shown) {
    jar.keep(PAGE, setting("id=1"));
    jar.keep(URI.create("http://127.1.0.1/"), setting("local=1"));

    assertThat(cookie(other, "")).isEqualTo(shown);
  }

  @Test
  void twoSitesBelowACountrysDomainAreTwo() {
    jar.keep(URI.create("https://www.one.com.cn/"), setting("id=1"));

    assertThat(cookie(URI.create("https://m.one.com.cn/"), "")).isEqualTo("id=1");
    assertThat(cookie(URI.create("https://www.two.com.cn/"), "")).isEmpty();
  }

  @Test
  void theRequestsOwnCookieWins() {
    jar.keep(PAGE, setting("id=theirs", "nut=2"));

    assertThat(cookie(API, "session=s; id=mine")).isEqualTo("session=s; id=mine; nut=2");
    assertThat(cookie(API, "nut=1; id=mine")).isEqualTo("nut=1; id=mine");
  }

  @Test
  void whatIsTakenBackIsForgotten() {
    jar.keep(PAGE, setting("id=1", "nut=2", "gone=3"));
    jar.keep(PAGE, setting("id=", "gone=x; Path=/; max-age=0; Secure"));

    assertThat(cookie(PAGE, "")).isEqualTo("nut=2");
  }

  @Test
  void aVisitorWhoIsNotTrustedComesAgainAsANewOne() {
    jar.keep(PAGE, setting("id=1", "nut=2"));
    jar.forget(API, "id", "1");
    assertThat(cookie(PAGE, "")).isEmpty();

    jar.keep(PAGE, setting("id=9"));
    jar.forget(API, "id", "1");
    assertThat(cookie(PAGE, "")).isEqualTo("id=9");
  }

  @Test
  void whatFitsNoHeaderAndWhatIsTooMuchIsNotKept() {
    jar.keep(PAGE, setting("a=x\u0001y", "b=" + "x".repeat(5_000)));
    assertThat(cookie(PAGE, "")).isEmpty();

    for (int i = 0; i < 200; i++) {
      jar.keep(PAGE, setting("c" + i + "=1"));
      jar.keep(URI.create("https://site" + i + ".example"), setting("c=1"));
    }
    assertThat(jar.shownTo(PAGE).asMap()).hasSize(50);
    assertThat(jar.shownTo(URI.create("https://site199.example")).isEmpty()).isTrue();
    assertThat(jar.toString()).contains("example.com").doesNotContain("c1");
  }

  private String cookie(URI address, String own) {
    Headers headers = own.isEmpty() ? Headers.NONE : Headers.of("Cookie", own);
    HttpCall shown = jar.onto(HttpCall.get(address, headers));
    assertThat(shown.headers().all("Cookie")).hasSizeLessThanOrEqualTo(1);
    return shown.headers().first("Cookie").orElse("");
  }

  private static HttpReply setting(String... cookies) {
    Headers headers = Headers.NONE;
    for (String cookie : cookies) {
      headers = headers.with("Set-Cookie", cookie);
    }
    return new HttpReply(200, headers, Raw.NOTHING);
  }
}
