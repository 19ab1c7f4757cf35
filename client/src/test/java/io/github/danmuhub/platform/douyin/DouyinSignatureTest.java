package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.douyin.packet.DouyinSignature;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DouyinSignatureTest {

  @Test
  void theStubIsThatOfTheTwoPublicVectors() {
    assertThat(DouyinSignature.stub("1.0.12", "7356017459909888777", "7273342946015118860"))
        .isEqualTo("c4fabdd3196d29ff755c9792aea75884");
    assertThat(DouyinSignature.stub("1.0.15", "7659772534023654196", "7659776308930922010"))
        .isEqualTo("94d8b625e851f0a1f70db875514e621c");
  }

  @Test
  void theFormIsSixteenCharactersOfTheAlphabet() {
    assertThat(DouyinSignature.hasForm("Simulator0000000")).isTrue();
    assertThat(DouyinSignature.hasForm("a+/=-_Z9a+/=-_Z9")).isTrue();
    assertThat(DouyinSignature.hasForm("00000000")).isFalse();
    assertThat(DouyinSignature.hasForm("0123456789abcde!")).isFalse();
  }

  @Test
  void theSignerPostsTheStubAndReadsTheAnswer() {
    for (String answer :
        List.of(
            "abcdefghijklmnop",
            "\"abcdefghijklmnop\"",
            "{\"X-Bogus\":\"abcdefghijklmnop\"}",
            "{\"result\":\"ok\",\"data\":\"abcdefghijklmnop\"}",
            "{\"ok\":true,\"result\": \"abcdefghijklmnop\"}")) {
      List<HttpCall> calls = new ArrayList<>();
      String signature =
          signer()
              .sign(
                  call -> {
                    calls.add(call);
                    return CompletableFuture.completedFuture(
                        HttpReply.of(200, "text/plain", answer));
                  },
                  "0123")
              .toCompletableFuture()
              .join();
      assertThat(signature).isEqualTo("abcdefghijklmnop");
      assertThat(calls.get(0).method()).isEqualTo("POST");
      assertThat(calls.get(0).body().text()).isEqualTo("{\"X-MS-STUB\":\"0123\"}");
    }
  }

  @Test
  void anAnswerThatIsNoSignatureIsSaidInWords() {
    assertThatThrownBy(
            () ->
                signer()
                    .sign(
                        call ->
                            CompletableFuture.completedFuture(
                                HttpReply.of(502, "text/html", "<html>")),
                        "0123")
                    .toCompletableFuture()
                    .get())
        .hasCauseInstanceOf(LookupException.class)
        .hasMessageContaining("is the page still open there?");
  }

  @Test
  void whatAHubRefusesIsToldInItsWords() {
    String problem = "{\"status\":404,\"detail\":\"no page of this group is here now\"}";
    assertThatThrownBy(
            () ->
                signer()
                    .sign(
                        call ->
                            CompletableFuture.completedFuture(
                                HttpReply.of(404, "application/problem+json", problem)),
                        "0123")
                    .toCompletableFuture()
                    .get())
        .hasCauseInstanceOf(LookupException.class)
        .hasMessageContaining("refuses (HTTP 404): no page of this group is here now");
  }

  @Test
  void aSignerThatIsDownIsNamed() {
    assertThatThrownBy(
            () ->
                signer()
                    .sign(
                        call ->
                            CompletableFuture.failedFuture(new IOException("Connection refused")),
                        "0123")
                    .toCompletableFuture()
                    .get())
        .hasCauseInstanceOf(LookupException.class)
        .hasMessageContaining("the signer at douyin.rpc does not answer");
  }

  @Test
  void aUrlThatTheUserHandsOverIsNeverShown() {
    DouyinSettings url = read(Map.of("url", "wss://h.douyin.com/p?signature=s3cret"));
    DouyinSettings rpc = read(Map.of("rpc", "http://127.0.0.1:9/?token=s3cret"));
    assertThat(url + " " + rpc + " " + DouyinSigner.of(rpc)).doesNotContain("s3cret");
    for (String broken : List.of("wss://{.douyin.com/?signature=s3cret", "//h.douyin.com/s3cret")) {
      assertThatThrownBy(() -> read(Map.of("url", broken)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("begins with wss://")
          .hasNoCause();
    }
  }

  @Test
  void settingsChooseTheSigner() {
    assertThat(read(Map.of()).signature()).isEqualTo(DouyinSettings.Signature.NONE);
    assertThat(read(Map.of("rpc", "http://127.0.0.1:9/sign")).signature())
        .isEqualTo(DouyinSettings.Signature.RPC);
    DouyinSettings url = read(Map.of("url", "wss://h.douyin.com/p?internal_ext=a|b c"));
    assertThat(url.signature()).isEqualTo(DouyinSettings.Signature.URL);
    assertThat(url.url()).isEqualTo(URI.create("wss://h.douyin.com/p?internal_ext=a%7Cb%20c"));
  }

  @Test
  void badSettingsAreRefusedInWords() {
    refused(Map.of("signatur", "none"), "douyin has no setting signatur");
    refused(Map.of("signature", "magic"), "none, url or rpc");
    refused(Map.of("signature", "browser"), "write douyin.source=browser");
    refused(Map.of("signature", "rpc"), "needs -o douyin.rpc=");
    refused(Map.of("url", "https://live.douyin.com/1"), "begins with wss://");
    refused(Map.of("rpc", "not a url at all"), "begins with http://");
  }

  private static DouyinSettings read(Map<String, String> settings) {
    return DouyinSettings.read(new Settings("douyin", settings, Credentials.NONE, false));
  }

  private static void refused(Map<String, String> settings, String words) {
    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static DouyinSigner signer() {
    return DouyinSigner.of(read(Map.of("rpc", "http://127.0.0.1:9/sign")));
  }
}
