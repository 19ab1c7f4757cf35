package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.huya.Huya;
import io.github.danmuhub.testing.PacketWriter;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One small input of each kind that {@code inspect} takes, for what is made of them at random. */
final class Samples {
  static final List<Platform> PLATFORMS = List.of(new Bilibili(), new Douyin(), new Huya());

  private static final String FRAME =
      "0000004a0010000000000005000000017b22636d64223a22444e4d55222c2278223a5b312c322c7b2261223a"
          + "226222";

  private static final String LINES =
      """
      {"v":1,"ev":"open","c":1,"t":1700000000000,"url":"wss://x/sub?token=1","platform":"bilibili","room":"7"}
      {"ev":"msg","c":1,"t":1700000000001.5,"dir":"send","op":2,"b64":"AAAAEAAQAAEAAAACAAAAAQ=="}
      {"ev":"msg","c":1,"t":1700000040002,"dir":"recv","op":2,"b64":"AAAAGgAQAAEAAAAIAAAAAXsiY29kZSI6MH0="}
      {"ev":"http","c":1,"t":3,"url":"https://x","status":200,"b64":"e30="}
      {"ev":"close","c":1,"t":1700000050000,"code":1006,"reason":"bye"}
      """;

  private static final String HAR =
      """
      {"log":{"entries":[{"startedDateTime":"2026-01-31T12:00:00.000Z","_webSocketMessages":[
      {"type":"receive","time":1795248000.25,"opcode":2,"data":"AAAAGgAQAAEAAAAIAAAAAXsiY29kZSI6MH0="},
      {"type":"send","time":1795248001000,"opcode":1,"data":"弹"}],
      "request":{"url":"wss://x/sub","method":"GET"},"response":{"status":101}}]}}
      """;

  private static final String FLOW =
      "103:9:websocket;60:8:messages;44:40:1:2#4:true!5:AAAAA,18:1700000001.2500000^5:false!]]}"
          + "7:version;2:21#}";

  private static final String HANDSHAKE =
      """
      GET /sub HTTP/1.1
      Sec-WebSocket-Key: W/kolcgVmU5mUVJi3i4tpA==
      Sec-WebSocket-Extensions: permessage-deflate

      HTTP/1.1 101 X
      Sec-WebSocket-Accept: yjko/QGDLpz4adhGrf0jHwrlnG0=
      """;

  private Samples() {}

  static Stream<String> dresses() {
    return Stream.of(
        FRAME,
        "00:00:00:1a 00-10",
        "00000000  00 00 00 1a 00 10 00 01  00 00 00 08 00 00 00 01  |................|\n00000010",
        "0000000 000000 015000 010000\n*\n0000040",
        "00000000: 0000 001a 0010 0001 0000 0008 0000 0001  ................\n00000010: 7b  {",
        "0000000  \\0  \\0  \\0 032   {\n0000005",
        "static const unsigned char f[4] = { 0x00, /* . */ 0x1a };",
        "{\"type\":\"Buffer\",\"data\":[0,26,-1]}",
        "{\"0\":0,\"1\":26}",
        "b'\\x00\\x1a{\\\"a\\\"'",
        "%00%1A",
        "-----BEGIN X-----\nAAAAGgAQ\neyI6MH0=\n-----END X-----",
        "data:application/octet-stream;base64,AAAAGgAQ",
        "<Buffer 00 1a>",
        "{\"cmd\":\"A\",\"data\":{\"text\":\"\\ud800\"}}",
        HANDSHAKE);
  }

  static Stream<byte[]> captures() {
    PacketWriter packets = new PacketWriter().handshake(true).text(1, "hi").deflated(2, "弹幕");
    return Stream.of(
        LINES.getBytes(UTF_8),
        HAR.getBytes(UTF_8),
        FLOW.getBytes(UTF_8),
        packets.pcap(ByteOrder.LITTLE_ENDIAN, false),
        packets.pcapng(ByteOrder.BIG_ENDIAN),
        Compressors.compress(Format.GZIP, LINES.getBytes(UTF_8)),
        HexFormat.of().parseHex("00000014001000010000000300000000000009a2"),
        HexFormat.of().parseHex("00000004aabbccdd00000002eeff"),
        HexFormat.of().parseHex("3a0268620801120b0a0968656c6c6f20796f75"));
  }

  static Stream<byte[]> all() {
    return Stream.concat(captures(), dresses().map(text -> text.getBytes(UTF_8)));
  }

  /** Takes it apart in every way that there is; what is refused is refused in words. */
  static void inspect(Inspection inspection) {
    try {
      inspection.print(Words.ENGLISH, line -> {});
      inspection.writeJson(OutputStream.nullOutputStream());
      Profile profile = new Profile();
      inspection.tell(profile::add);
      Difference.of(profile, new Profile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
