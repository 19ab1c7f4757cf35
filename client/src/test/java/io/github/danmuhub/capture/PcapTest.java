package io.github.danmuhub.capture;

import static io.github.danmuhub.testing.PacketWriter.CLIENT;
import static io.github.danmuhub.testing.PacketWriter.SERVER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.testing.PacketWriter;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WebSockets in packets, as a writer of our own makes them, and as tshark sees them too. */
class PcapTest {
  private static PacketWriter talk() {
    return new PacketWriter()
        .handshake(false)
        .text(CLIENT, "hello")
        .frame(SERVER, 0x82, new byte[3_000], 700)
        .frame(SERVER, 0x01, "in ".getBytes(UTF_8), 99)
        .frame(SERVER, 0x89, new byte[0], 99)
        .frame(SERVER, 0x80, "two parts".getBytes(UTF_8), 5)
        .frame(CLIENT, 0x8a, new byte[0], 99)
        .frame(
            SERVER,
            0x88,
            "\u0003\u00e8bye".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
            99);
  }

  private static List<String> said(Capture capture) {
    return capture.messages().stream()
        .map(m -> (m.direction() == Direction.SENT ? "> " : "< ") + m.kind() + " " + words(m))
        .toList();
  }

  private static String words(Message message) {
    return message.bytes().size() > 100 ? message.bytes().size() + "" : message.bytes().text();
  }

  private static final List<String> TALK =
      List.of("> TEXT hello", "< BINARY 3000", "< PING ", "< TEXT in two parts", "> PONG ");

  @Test
  void everyFormOfTheFileHoldsTheSameConversation() throws MalformedException {
    for (byte[] file :
        List.of(
            talk().pcap(ByteOrder.BIG_ENDIAN, false),
            talk().pcap(ByteOrder.LITTLE_ENDIAN, false),
            talk().pcap(ByteOrder.LITTLE_ENDIAN, true),
            talk().pcapng(ByteOrder.LITTLE_ENDIAN),
            talk().pcapng(ByteOrder.BIG_ENDIAN))) {
      Capture capture = CaptureReader.read(file);
      assertThat(said(capture)).isEqualTo(TALK);
      assertThat(capture.problems()).isEmpty();
      assertThat(capture.entries().get(0))
          .isEqualTo(
              new Open(1, 1_700_000_000_003L, "ws://chat.example:2244/sub?room=5", null, null));
      assertThat(capture.entries().get(capture.entries().size() - 1))
          .isInstanceOfSatisfying(
              Close.class, close -> assertThat(close.code() + close.reason()).isEqualTo("1000bye"));
    }
  }

  @Test
  void segmentsThatComeTwiceOrTooEarlyArePutInOrder() throws MalformedException {
    PacketWriter packets = talk().swap(5, 7).swap(8, 6).again(5).again(6);
    assertThat(said(CaptureReader.read(packets.pcap(ByteOrder.BIG_ENDIAN, false)))).isEqualTo(TALK);
  }

  @Test
  void compressedMessagesAreInflated() throws MalformedException {
    PacketWriter packets =
        new PacketWriter()
            .handshake(true)
            .deflated(SERVER, "弹幕弹幕弹幕")
            .deflated(SERVER, "弹幕弹幕弹幕")
            .text(SERVER, "plain");
    assertThat(said(CaptureReader.read(packets.pcapng(ByteOrder.LITTLE_ENDIAN))))
        .containsExactly("< TEXT 弹幕弹幕弹幕", "< TEXT 弹幕弹幕弹幕", "< TEXT plain");
  }

  @Test
  void aMessageThatInflatesBeyondTheBoundIsToldAndTheRestIsRead() throws MalformedException {
    PacketWriter bomb =
        new PacketWriter()
            .handshake(true)
            .deflated(SERVER, "x".repeat(Bounds.FRAME + 1))
            .text(SERVER, "after");
    Capture capture = CaptureReader.read(bomb.pcapng(ByteOrder.LITTLE_ENDIAN));
    assertThat(said(capture)).containsExactly("< TEXT after");
    assertThat(capture.problems()).singleElement().asString().contains("inflates to more than");
  }

  @Test
  void whatIsLostIsToldAndTheRestIsRead() throws MalformedException {
    PacketWriter lost = talk().lose(6).text(SERVER, "after");
    Capture capture = CaptureReader.read(lost.pcap(ByteOrder.BIG_ENDIAN, false));
    assertThat(said(capture))
        .contains("> TEXT hello", "< TEXT after")
        .doesNotContain("< BINARY 3000");
    assertThat(capture.problems())
        .contains("socket 1: 700 bytes were not captured; the messages in them are missing");
  }

  @Test
  void aPacketThatWasCutIsTold() throws MalformedException {
    PacketWriter cut =
        new PacketWriter().handshake(false).text(SERVER, "x".repeat(90)).snap(40).text(SERVER, "y");
    Capture capture = CaptureReader.read(cut.pcap(ByteOrder.BIG_ENDIAN, false));
    assertThat(said(capture)).containsExactly("< TEXT y");
    assertThat(capture.problems())
        .singleElement()
        .asString()
        .contains("52 bytes were not captured");
  }

  @Test
  void aCaptureBegunInMidStreamSaysSo() throws MalformedException {
    PacketWriter late = new PacketWriter().handshake(false).text(SERVER, "one").beginAt(4);
    Capture capture =
        CaptureReader.read(late.text(CLIENT, "two").pcap(ByteOrder.BIG_ENDIAN, false));
    assertThat(said(capture)).containsExactly("< TEXT one", "> TEXT two");
    assertThat(capture.problems())
        .singleElement()
        .asString()
        .startsWith("socket 1 was captured from its middle on");
    PacketWriter compressed =
        new PacketWriter().handshake(true).deflated(SERVER, "a").deflated(SERVER, "a").beginAt(5);
    Capture unreadable =
        CaptureReader.read(compressed.text(SERVER, "b").pcap(ByteOrder.BIG_ENDIAN, false));
    assertThat(said(unreadable)).containsExactly("< TEXT b");
    assertThat(unreadable.problems()).anyMatch(p -> p.contains("a compressed message"));
  }

  @Test
  void packetsWithoutAWebSocketAreToldAsWhatTheyAre() {
    byte[] tls = {0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5};
    refused(new PacketWriter().tcp(CLIENT, tls), "1 connections are TLS");
    byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8);
    refused(new PacketWriter().tcp(CLIENT, preface), "1 connections are HTTP/2");
    refused(new PacketWriter().tcp(CLIENT, "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)), "(1 packets");
    refused(new PacketWriter(), "no WebSocket that can be read (0 packets");
  }

  private static void refused(PacketWriter packets, String words) {
    assertThatThrownBy(() -> CaptureReader.read(packets.pcap(ByteOrder.BIG_ENDIAN, false)))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(words);
  }

  @Test
  void tsharkSeesTheSameFrames(@TempDir Path dir) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "no tshark here");
    Path file = Files.write(dir.resolve("talk.pcap"), talk().pcap(ByteOrder.LITTLE_ENDIAN, false));
    Process tshark =
        new ProcessBuilder(
                "/usr/bin/tshark",
                "-r",
                file.toString(),
                "-d",
                "tcp.port==2244,http",
                "-Y",
                "websocket",
                "-T",
                "fields",
                "-e",
                "websocket.opcode")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String opcodes = new String(tshark.getInputStream().readAllBytes(), UTF_8);
    List<String> theirs = opcodes.lines().flatMap(line -> Arrays.stream(line.split(","))).toList();
    // 0 and its beginning are one message to us; 8 is the close
    assertThat(theirs).containsExactly("1", "2", "1", "9", "0", "10", "8");
    assertThat(CaptureReader.read(file).messages()).hasSize(5);
  }

  @Property(tries = 300)
  void noBytesInPacketsDoMoreThanBeRefused(@ForAll byte[] bytes, @ForAll int at, @ForAll byte b)
      throws IOException {
    byte[] file = talk().pcap(ByteOrder.BIG_ENDIAN, false);
    file[Math.floorMod(at, file.length)] = b;
    byte[] cut = Arrays.copyOf(file, Math.floorMod(at, file.length));
    byte[] inside =
        new PacketWriter().handshake(true).tcp(SERVER, bytes).pcapng(ByteOrder.BIG_ENDIAN);
    for (byte[] one : List.of(file, cut, inside)) {
      try {
        assertThat(CaptureReader.read(one).entries()).isNotEmpty();
      } catch (MalformedException e) {
        assertThat(e.why()).isNotBlank();
      }
    }
  }
}
