package io.github.danmuhub.cookie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.danmuhub.testing.Captures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedCookiesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
  private static final String BOTH = "SESSDATA=v%2C1*; DedeUserID=7";

  private static String header(byte[] file) throws NoCookieException {
    return SavedCookies.header(file, "bilibili", NOW);
  }

  private static String header(String text) throws NoCookieException {
    return header(text.getBytes(UTF_8));
  }

  /** How people have the same two cookies. */
  static Stream<Arguments> waysToWriteThem() {
    return Stream.of(
        arguments("plain", BOTH),
        arguments("with a mark and Windows' line end", "\ufeff" + BOTH + "\r\n"),
        arguments("quoted", "\"" + BOTH + "\"\n"),
        arguments("in single quotes", "'" + BOTH + "'"),
        arguments("one a line", "# mine\nSESSDATA=v%2C1*\r\nDedeUserID=7;\r\n"),
        arguments("for a shell", "export SESSDATA=\"v%2C1*\"\nexport DedeUserID=7\n"),
        arguments("header", "cookie: " + BOTH),
        arguments("among headers", "GET / HTTP/1.1\r\nHost: a\r\nCookie: " + BOTH + "\r\nA: b"),
        arguments("header below its name", "accept:\n*/*\ncookie:\n" + BOTH + "\nhost:\na"),
        arguments("curl's header", "curl 'http://a' \\\n  -H 'cookie: " + BOTH + "' \\\n --x"),
        arguments("curl's option", "curl 'http://a' -b '" + BOTH + "' -H 'accept: */*'"),
        arguments(
            "curl on Windows",
            "curl ^\"http://a^\" ^\n -b ^\"SESSDATA=v^%^2C1*; DedeUserID=7^\" ^\n"),
        arguments("console", "document.cookie = \"" + BOTH + "\";"),
        arguments("configuration", "[header]\nagent = \"x\"\ncookie = \"" + BOTH + "\"\n"),
        arguments(
            "set-cookie",
            """
            Set-Cookie: SESSDATA=v%2C1*; Domain=.bilibili.com; Path=/; Secure
            Set-Cookie: DedeUserID=7; Path=/
            Set-Cookie: a=b; Domain=example.com
            """),
        arguments(
            "Netscape",
            """
            # Netscape HTTP Cookie File

            #HttpOnly_.bilibili.com\tTRUE\t/\tTRUE\t1999999999\tSESSDATA\tv%2C1*
            .example.com\tTRUE\t/\tTRUE\t1999999999\tSESSDATA\tother
            live.bilibili.com FALSE / FALSE 0 DedeUserID 7
            """),
        arguments(
            "developer tools",
            """
            SESSDATA\tv%2C1*\t.bilibili.com\t/\tSession\t9
            DedeUserID\t7\t.bilibili.com\t/\t2027-01-01T00:00:00.000Z\t11
            """),
        arguments(
            "EditThisCookie",
            "[{'domain':'.bilibili.com','name':'SESSDATA','value':'v%2C1*'},"
                + "{'domain':'.bilibili.com','name':'DedeUserID','value':'7'},"
                + "{'domain':'.example.com','name':'a','value':'b'}]"),
        arguments(
            "Playwright",
            "{\"cookies\":[{\"name\":\"SESSDATA\",\"value\":\"v%2C1*\",\"expires\":-1},"
                + "{\"name\":\"DedeUserID\",\"value\":\"7\",\"sameSite\":{}}],\"origins\":[]}"),
        arguments(
            "Firefox's add-on",
            "[{'Host raw':'https://.bilibili.com/','Name raw':'SESSDATA','Content raw':'v%2C1*'},"
                + "{'Host raw':'https://.bilibili.com/','Name raw':'DedeUserID','Content raw':'7'}]"),
        arguments("names and values", "{\"SESSDATA\":\"v%2C1*\",\"DedeUserID\":7}"),
        arguments("Python", "cookies = {\n 'SESSDATA': 'v%2C1*',\n 'DedeUserID': '7',\n}"),
        arguments("a header in JSON", "{\"headers\":{\"Cookie\":\"" + BOTH + "\"}}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToWriteThem")
  void aCookieIsReadHoweverItWasSaved(String way, String text) throws NoCookieException {
    assertThat(header(text)).as(way).isEqualTo(BOTH);
  }

  @Test
  void whatNotepadCallsUnicodeIsRead() throws NoCookieException {
    assertThat(header(("\ufeff" + BOTH).getBytes(UTF_16LE))).isEqualTo(BOTH);
  }

  @Test
  void ofTwoOfOneNameTheOneThatHasNotExpiredCounts() throws NoCookieException {
    String old = ".bilibili.com\tTRUE\t/\tTRUE\t1000\tSESSDATA\told\n";
    String fresh = ".bilibili.com\tTRUE\t/\tTRUE\t1999999999\tSESSDATA\tnew\n";
    assertThat(header(old + fresh)).isEqualTo("SESSDATA=new");
    assertThat(header(fresh + old)).isEqualTo("SESSDATA=new");
    assertThat(header(old)).isEqualTo("SESSDATA=old");
  }

  static Stream<Arguments> otherThings() {
    return Stream.of(
        arguments(" \r\n", "is empty"),
        arguments("<!DOCTYPE html>\n<p>cookie: secret=1", "is an HTML or XML page"),
        arguments("SQLite format 3\0secret", "is a browser's own database: export"),
        arguments("PK\3\4\0secret", "is a binary file"),
        arguments("{\"a\":{\"secret\":[1]}}", "is JSON without cookies"),
        arguments("{\"cookies\":[{\"name\":\"secret", "is JSON that is broken or cut off"),
        arguments("secret\nlines\n", "holds no name=value"),
        arguments("https://live.bilibili.com/6?secret=1", "holds no name=value"),
        arguments(".a.com\tTRUE\t/\tTRUE\t0\tsecret\tb", "of other sites, none of bilibili"),
        arguments("bilibili.com.evil.org\tTRUE\t/\tTRUE\t0\tsecret\tb", "of other sites"),
        arguments("[{'name':'a','value':'secret;x=y'}]", "characters that no cookie may have"));
  }

  @ParameterizedTest
  @MethodSource("otherThings")
  void whatIsNoCookieIsToldAsWhatItIs(String text, String words) {
    assertThatThrownBy(() -> header(text))
        .isInstanceOf(NoCookieException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("secret");
  }

  @Test
  void bytesThatAreNoTextAreToldSo() {
    assertThatThrownBy(() -> header("SESSDATA=\u00e9".getBytes(ISO_8859_1)))
        .hasMessageContaining("is a binary file");
  }

  /** How other tools save them: a file of {@code cases/cookies} each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cookie_editthis.json",
        "cookie_header.txt",
        "cookie_lines.txt",
        "cookie_plain.txt",
        "cookie_quoted.txt",
        "cookies_biliup.json",
        "cookies_netscape.txt"
      })
  void everyCaseGivesItsLogin(String name) throws Exception {
    String header = header(Files.readAllBytes(cases().resolve(name)));
    assertThat(List.of(header.split("; ", -1)))
        .anyMatch(cookie -> cookie.matches("SESSDATA=abc(?:%2C[\\w%*]+)?"))
        .contains("DedeUserID=10001")
        .allMatch(cookie -> cookie.matches("\\w+=[\\w%*-]+"));
  }

  @Test
  void noCaseIsLeftOut() throws IOException {
    try (Stream<Path> files = Files.list(cases())) {
      assertThat(files).hasSize(7);
    }
  }

  private static Path cases() {
    return Captures.dir().resolve("cases/cookies");
  }
}
