package io.github.danmuhub.intake.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.log.segment.RecordingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no XML are read as far as they can be. */
class BrokenXmlTest {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="utf-8"?><i>
      <BililiveRecorder version="2" />
      <BililiveRecorderRecordInfo roomid="1" start_time="2026-11-21T08:00:00Z" />
      """;

  @TempDir Path dir = Path.of("");

  private static String d(int second, String text) {
    return "<d p=\"%d.000,1,25,255,0,0,42,0\" user=\"甲\">%s</d>\n".formatted(second, text);
  }

  private XmlText read(String... elements) throws IOException {
    return XmlText.read(dir, HEAD + String.join("", elements) + "</i>\n");
  }

  private static List<String> texts(XmlText read) {
    return read.all(Chat.class).stream().map(Chat::text).toList();
  }

  @Test
  void controlsAndBareAmpersandsAreNoFault() throws IOException {
    XmlText read =
        read(
            d(1, "a\u0000b\u0008c"),
            d(2, "R&B & &amp; &#20013;"),
            d(3, "&#0;x&#x1F600;&nbsp;&#xD800;"));
    assertThat(texts(read)).containsExactly("abc", "R&B & & 中", "x😀&nbsp;");
    assertThat(read.report().clean()).isTrue();
  }

  @Test
  void whereAnElementIsBrokenItGoesOnAtTheNext() throws IOException {
    XmlText read =
        read(
            d(1, "好"),
            d(2, "1<2"),
            d(3, "还"),
            "<d p=\"4,1,25,255,0,0,42,0 user=\"甲\">少引号</d>\n",
            d(5, "在"),
            "<gift ts=\"6\" user=\"a<b\" uid=\"1\" giftname=\"x\" giftcount=\"1\" />\n",
            d(7, "完"));
    assertThat(texts(read)).containsExactly("好", "还", "在", "完");
    assertThat(read.report().torn()).isEqualTo(3);
    assertThat(read.report().first()).hasToString("chat.xml line 5");
  }

  @Test
  void anElementThatIsNeverEndedCostsItself() throws IOException {
    String open = "<d p=\"2.0,1,25,255,0,0,42,0\" user=\"甲\">没完\n";
    XmlText read = read(d(1, "一"), open, d(3, "三"), "<unknown>", d(4, "四"), d(5, "五"));
    assertThat(texts(read)).containsExactly("一", "三", "四", "五");
    assertThat(read.report().torn()).isEqualTo(2);
  }

  @Test
  void whatStandsInNoElementIsPassedOver() throws IOException {
    XmlText read = read(d(1, "一"), "垃圾 </x> <<", d(2, "二"), "</i>\n<i>", d(3, "三"));
    assertThat(texts(read)).containsExactly("一", "二", "三");
    assertThat(read.report().torn()).isPositive();
  }

  @Test
  void aFileThatWasCutIsReadUpToThere() throws IOException {
    XmlText read = XmlText.read(dir, HEAD + d(1, "一") + d(2, "二") + "<d p=\"3.0,1,25,2");
    assertThat(texts(read)).containsExactly("一", "二");
    assertThat(read.report().torn()).isEqualTo(1);
    assertThat(XmlText.read(dir, HEAD + d(1, "一")).report().clean()).isTrue();
  }

  @Test
  void wrongParametersAreCounted() throws IOException {
    XmlText read =
        read(
            d(1, "好"),
            "<d p=\"1,1\" user=\"甲\">少</d>\n",
            "<d p=\"x,1,25,255,0,0,42,0\" user=\"甲\">不是数</d>\n",
            "<d p=\"-5,1,25,255,0,0,42,0\" user=\"甲\">从前</d>\n",
            "<d p=\"NaN,1,25,255,0,0,42,0\" user=\"甲\">无</d>\n",
            "<d p=\"1e300,1,25,255,0,0,42,0\" user=\"甲\">无</d>\n",
            "<d user=\"甲\">没有</d>\n",
            "<gift ts=\"1\" user=\"甲\" uid=\"1\" giftname=\"x\" giftcount=\"-3\" />\n",
            d(9, "完"));
    assertThat(texts(read)).containsExactly("好", "完");
    assertThat(read.report().foreign()).isEqualTo(7);
    assertThat(read.report().first()).hasToString("chat.xml line 5");
  }

  @Test
  void aDocumentTypeIsRefused() {
    String xml =
        "<?xml version=\"1.0\"?><!DOCTYPE i [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + HEAD.substring(HEAD.indexOf("<i>"))
            + d(1, "&x;")
            + "</i>";
    assertThatThrownBy(() -> XmlText.read(dir, xml))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("chat.xml has a document type, which is refused");
  }

  @Test
  void gbkThatSaysItIsUtf8IsReadAsGbk() throws IOException {
    Path file = dir.resolve("gbk.xml");
    String xml = HEAD + d(1, "你好，世界") + d(2, "主播好") + "</i>";
    Files.write(file, xml.getBytes(Charset.forName("GBK")));
    assertThat(texts(XmlText.at(file, null))).containsExactly("你好，世界", "主播好");
  }

  @Test
  void aBadByteInUtf8IsLeftOut() throws IOException {
    Path file = dir.resolve("bad.xml");
    byte[] xml = (HEAD + d(1, "你好，世界X主播好") + "</i>").getBytes(UTF_8);
    for (int i = 0; i < xml.length; i++) {
      xml[i] = xml[i] == 'X' && xml[i - 1] < 0 ? (byte) 0xff : xml[i];
    }
    Files.write(file, xml);
    assertThat(texts(XmlText.at(file, null))).containsExactly("你好，世界主播好");
  }

  @Test
  void anElementWithoutAnEndCostsItselfAndNoMemory() throws IOException {
    String endless = "<d p=\"2.0,1,25,255,0,0,1,0\" user=\"" + "x".repeat(3 << 20);
    XmlText read = XmlText.read(dir, HEAD + d(1, "一") + endless + "\n" + d(3, "三") + "</i>");
    assertThat(texts(read)).containsExactly("一", "三");
    assertThat(read.report().torn()).isEqualTo(1);
  }

  /** JDK 24 and later count them, and stop at 100,000 characters. */
  @Test
  void aFileMayHoldAnyNumberOfReferences() throws IOException {
    StringBuilder many = new StringBuilder();
    int messages = 5_000;
    for (int i = 0; i < messages; i++) {
      many.append(d(i, "&amp;&lt;&#20013;".repeat(20)));
    }
    XmlText read = read(many.toString());
    assertThat(read.report().clean()).as(read.report().words().toString()).isTrue();
    assertThat(texts(read)).hasSize(messages).allMatch("&<中".repeat(20)::equals);
  }

  /** Whatever is wrong in it, it is read to its end, and nothing but a document type is refused. */
  @Property(tries = 300)
  void anyDamageIsRead(
      @ForAll @IntRange(min = 1, max = 600) int at,
      @ForAll @IntRange(max = 40) int cut,
      @ForAll
          @StringLength(max = 12)
          @Chars({'<', '>', '"', '&', '/', 'd', ' ', '=', '!', '-', '[', ']', ';', '#', '?'})
          String put)
      throws IOException {
    String xml = HEAD + d(1, "一") + d(2, "二 &amp; 三") + d(3, "四").repeat(3) + "</i>";
    int from = Math.min(at, xml.length());
    int to = Math.min(from + cut, xml.length());
    Path file = Files.createTempFile("damaged", ".xml");
    try {
      Files.writeString(file, xml.substring(0, from) + put + xml.substring(to));
      XmlText read = XmlText.at(file, "bililive-recorder");
      assertThat(read.events().size()).isBetween(2, 5);
    } catch (RecordingException refused) {
      assertThat(refused).hasMessageContaining("document type");
    } finally {
      Files.delete(file);
    }
  }
}
