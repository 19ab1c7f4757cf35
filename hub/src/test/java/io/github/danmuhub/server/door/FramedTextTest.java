package io.github.danmuhub.server.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.server.RawSocket;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A text message as its frames. */
class FramedTextTest {
  private static byte[] framed(int length) {
    try (FramedText text = FramedText.of("x".repeat(length))) {
      return text.bytes();
    }
  }

  private static String head(byte[] frames, int from, int length) {
    return HexFormat.ofDelimiter(" ").formatHex(frames, from, from + length);
  }

  @Test
  void aShortOneIsOneFrameUnmaskedWithItsLengthInOneByte() {
    try (FramedText text = FramedText.of("弹")) {
      // FIN and opcode 1, length 3, 弹 in UTF-8
      assertThat(head(text.bytes(), 0, 5)).isEqualTo("81 03 e5 bc b9");
    }
    assertThat(head(framed(0), 0, 2)).isEqualTo("81 00");
    assertThat(head(framed(125), 0, 3)).isEqualTo("81 7d 78");
  }

  @Test
  void aLongerOneHasItsLengthInTwoBytesMore() {
    assertThat(head(framed(126), 0, 5)).isEqualTo("81 7e 00 7e 78");
    assertThat(head(framed(65_535), 0, 5)).isEqualTo("81 7e ff ff 78");
    assertThat(framed(65_535)).hasSize(65_539);
  }

  @Test
  void oneThatIsTooLongForAFrameGoesOnInFurtherOnes() {
    byte[] frames = framed(65_535 + 65_535 + 2);
    assertThat(head(frames, 0, 5)).as("not final, text").isEqualTo("01 7e ff ff 78");
    assertThat(head(frames, 65_539, 5)).as("not final, more").isEqualTo("00 7e ff ff 78");
    assertThat(head(frames, 2 * 65_539, 4)).as("final, more").isEqualTo("80 02 78 78");
    assertThat(frames).hasSize(2 * 65_539 + 4);
  }

  @Test
  void itsMemoryIsFreeWhenAllWhoHoldItHaveClosedIt() {
    FramedText text = FramedText.of("x");
    FramedText share = text.share();
    text.close();
    assertThat(share.holders()).isEqualTo(1);
    share.close();
    assertThat(text.holders()).isZero();
  }

  @Test
  void whatAClosedSocketHadYetToWriteHoldsItNoLonger() throws Exception {
    Vertx vertx = Vertx.vertx();
    FramedText text = FramedText.of("x".repeat(60_000));
    try (RawSocket deaf = RawSocket.upgrade(open(vertx, text), "/")) {
      deaf.readUntil("\r\n\r\n");
      await().until(() -> text.holders() > 10);
    }
    await().until(() -> text.holders() == 1);
    text.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** A server that writes much more than a socket takes. */
  private static int open(Vertx vertx, FramedText text) throws Exception {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(context -> new Sockets(1_000).upgrade(context, each -> flood(each, text)));
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS)
        .actualPort();
  }

  private static void flood(DoorSocket socket, FramedText text) {
    for (int i = 0; i < 1_000; i++) {
      socket.write(text);
    }
  }
}
