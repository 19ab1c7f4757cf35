package io.github.danmuhub.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawUriTest {

  private static URI parse(String text) throws URISyntaxException {
    return new URI(RawUri.encoded(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "{", "}", "\"", "^", "`", "\\", "<", ">", "[", "]", "#", " ", "弹"})
  void whatBrowsersSendAsItIsIsReadAsItIs(String raw) throws URISyntaxException {
    URI uri = parse("http://live.example:7001/a" + raw + "b?x=" + raw + "&y=1");
    assertThat(uri.getPath()).isEqualTo("/a" + raw + "b");
    assertThat(uri.getQuery()).isEqualTo("x=" + raw + "&y=1");
    assertThat(uri.getHost()).isEqualTo("live.example");
  }

  @Test
  void whatIsEncodedIsNotEncodedAgain() throws URISyntaxException {
    String text = "http://[::1]:7001/%E5%BC%B9?a=1+2&b=%7c;,:@!$'()*~/?";
    assertThat(parse(text)).isEqualTo(new URI(text));
  }

  @Test
  void aPercentSignThatEncodesNothingIsItself() throws URISyntaxException {
    assertThat(parse("/a?p=100%&q=%zz&r=%4").getQuery()).isEqualTo("p=100%&q=%zz&r=%4");
  }

  @Test
  void aUrlInsideAQueryIsNoHost() throws URISyntaxException {
    assertThat(parse("/a|b?u=http://c|d/").getRawQuery()).isEqualTo("u=http://c%7Cd/");
  }

  @Test
  void aHostIsNotMended() {
    assertThatThrownBy(() -> parse("http://a|b/c")).isInstanceOf(URISyntaxException.class);
  }
}
