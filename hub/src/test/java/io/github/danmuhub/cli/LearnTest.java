package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.feed.FeedPlatform;
import io.github.danmuhub.feed.FeedReader;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first draft of a feed's file, from a capture. */
class LearnTest {
  private static final String CHAT =
      "{\"type\":\"chat\",\"data\":{\"msgId\":\"7\",\"ts\":1700000000,\"user\":{\"uid\":5,\"nick\":\"小明\"},\"content\":\"你好\"}}";

  private final Path dir;

  LearnTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aDraftIsAFeedThatReadsTheCapturesMessages() throws IOException {
    String packed =
        Base64.getEncoder().encodeToString(Compressors.compress(Format.GZIP, CHAT.getBytes(UTF_8)));
    Path capture =
        Files.writeString(
            dir.resolve("c.jsonl"),
            """
            {"v":1,"ev":"open","c":1,"t":1,"url":"wss://ws.cats.example/chat?room=5&token=s3cret"}
            {"ev":"msg","c":1,"t":1000,"dir":"send","op":1,"s":"{\\"join\\":5}"}
            {"ev":"msg","c":1,"t":1001,"dir":"recv","op":2,"b64":"PACKED"}
            {"ev":"msg","c":1,"t":2000,"dir":"send","op":1,"s":"beat"}
            {"ev":"msg","c":1,"t":32000,"dir":"send","op":1,"s":"beat"}
            {"ev":"msg","c":1,"t":32001,"dir":"recv","op":2,"b64":"PACKED"}
            """
                .replace("PACKED", packed));
    Run run = Run.danmu("feed", "--learn", capture.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("id: cats", "host: 'ws.cats.example'", "wss://{host}/chat?room=5&token={token}")
        .contains("take: {token: $.data.token}", "'{\"join\":5}'", "every: 30s, text: 'beat'")
        .contains("decode: [gunzip, json]", "text: $.data.content", "user: $.data.user.nick")
        .doesNotContain("s3cret");
    FeedPlatform feed = FeedReader.parse("draft.yaml", run.out());
    ByteBuffer frame = ByteBuffer.wrap(Compressors.compress(Format.GZIP, CHAT.getBytes(UTF_8)));
    assertThat(Dissector.of(feed).recognizes(FrameKind.BINARY, frame)).isPositive();
  }

  @Test
  void whatCannotBeLearnedFromIsToldInWords() throws IOException {
    Path noise = Files.write(dir.resolve("noise.bin"), new byte[] {1, 2, 3});
    Run run = Run.danmu("feed", "--learn", noise.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("packed in no way that feeds know");
    assertThat(Run.danmu("feed").err()).contains("FEED.yaml");
  }
}
