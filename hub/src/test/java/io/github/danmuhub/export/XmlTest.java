package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static io.github.danmuhub.SampleEvents.superChat;
import static io.github.danmuhub.SampleEvents.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class XmlTest {
  private static final ExportOptions PLAIN = ExportOptions.DEFAULTS;

  @TempDir Path dir = Path.of("");

  /** The JDK's parser is as strict as the specification. */
  private static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + xml, e);
    }
  }

  private static Element only(Document document, String tag) {
    assertThat(document.getElementsByTagName(tag).getLength()).as(tag).isEqualTo(1);
    return (Element) document.getElementsByTagName(tag).item(0);
  }

  @Test
  void theFormIsBililiveRecorders() throws IOException {
    Chat top =
        new Chat(
            origin(1_234),
            user(7),
            "你好",
            new Chat.Style(0xff0000, Chat.Mode.TOP),
            Chat.Pictures.NONE,
            null,
            0);
    List<LiveEvent> events =
        List.of(
            new Room(origin(0), "标题", "虚拟主播", User.of("1", "主播")),
            new Broadcast(origin(0), Broadcast.State.LIVE, START - 3_600_000),
            top,
            gift(2_000, 8, "小 花花", 3, 300),
            superChat(3_000, 9, "加油", 30_500),
            membership(4_000, 10));
    assertThat(Exported.file(dir, events, "xml", PLAIN))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?><i>
            <chatserver>chat.bilibili.com</chatserver><chatid>0</chatid><mission>0</mission>\
            <maxlimit>1000</maxlimit><state>0</state><real_name>0</real_name><source>0</source>
            <BililiveRecorder version="danmu-hub" />
            <BililiveRecorderRecordInfo roomid="545068" shortid="0" name="主播" title="标题" \
            areanameparent="" areanamechild="虚拟主播" start_time="2026-11-21T07:00:00.000Z" \
            record_start_time="2026-11-21T08:00:00.000Z" platform="bilibili" />
            <d p="1.234,5,25,16711680,1795248001234,0,7,0" user="user 7">你好</d>
            <gift ts="2.000" user="user 8" uid="8" giftname="小 花花" timestamp="1795248002000" \
            giftcount="3" price="100" value_milli="300" currency="CNY" />
            <sc ts="3.000" user="user 9" uid="9" timestamp="1795248003000" price="31" time="60" \
            value_milli="30500" currency="CNY">加油</sc>
            <guard ts="4.000" user="user 10" uid="10" giftname="舰长" timestamp="1795248004000" \
            level="3" count="1" price="198000" value_milli="198000" currency="CNY" />
            </i>
            """);
  }

  @Test
  void theRecordersMarkStandsInTheFirstKilobyte() throws IOException {
    String xml = Exported.file(dir, List.of(room(0, "长".repeat(900))), "xml", PLAIN);
    assertThat(xml.indexOf("<BililiveRecorder")).isBetween(1, 600);
  }

  @Test
  void everyHostileNameSurvives() throws IOException {
    List<Chat> events = Hostile.NAMES.stream().map(name -> chat(0, name, name)).toList();
    Document document = parse(Exported.file(dir, events, "xml", PLAIN));
    assertThat(document.getElementsByTagName("d").getLength()).isEqualTo(Hostile.NAMES.size());
  }

  @Provide
  Arbitrary<String> hostile() {
    return Hostile.texts();
  }

  @Property(tries = 300)
  void whatAParserReadsIsTheCleanText(@ForAll("hostile") String text) {
    Chat chat = chat(0, "n" + text, text);
    Element d = only(parse(Exported.text(List.of(chat), "xml", PLAIN)), "d");
    String clean = CleanText.of(text);
    assertThat(d.getTextContent()).isEqualTo(clean.isEmpty() ? "\u00a0" : clean);
    assertThat(d.getAttribute("user")).isEqualTo("n" + CleanText.of(text));
  }

  private static String withRaw(Raw raw) {
    LiveEvent event = Chat.of(origin(0).withRaw(raw), user(1), "hi");
    return Exported.text(List.of(event), "xml", PLAIN.withRaw(true));
  }

  @Test
  void rawIsTheLastAttributeAndOnlyThereWhenAskedFor() {
    Raw raw = Raw.json("{\"cmd\":\"x\", \"info\": [1, {\"a\":\">\"} ] ,\"data\":{}}");
    LiveEvent event = Chat.of(origin(0).withRaw(raw), user(1), "hi");
    assertThat(Exported.text(List.of(event), "xml", PLAIN)).doesNotContain("raw=");
    assertThat(withRaw(raw))
        .contains(" user=\"user 1\" raw=\"[1, {&quot;a&quot;:&quot;&gt;&quot;} ]\">hi</d>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "{\"info\":7}", "{\"data\":{}}", "{\"info\":[", ""})
  void aMessageWithoutWhatRecordersKeepOfItHasNoRaw(String json) {
    assertThat(withRaw(Raw.json(json))).doesNotContain("raw=");
    assertThat(withRaw(Raw.bytes(json.getBytes(UTF_8)))).doesNotContain("raw=");
  }

  @Test
  void pricesAreIntegersInTheUnitsOfRecorders() {
    assertThat(Exported.text(List.of(gift(0, 1, "花", 3, 1_000)), "xml", PLAIN))
        .contains(" price=\"333\" value_milli=\"1000\" ");
    assertThat(Exported.text(List.of(gift(0, 1, "花", 2, 1_001)), "xml", PLAIN))
        .contains(" price=\"501\" ");
    assertThat(Exported.text(List.of(gift(0, 1, "花", 1, 0)), "xml", PLAIN))
        .contains(" giftcount=\"1\" price=\"0\" />");
    assertThat(Exported.text(List.of(superChat(0, 1, "", 30_499)), "xml", PLAIN))
        .contains(" price=\"30\" time=\"60\" value_milli=\"30499\" currency=\"CNY\">\u00a0</sc>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bilibili:silver", "douyin:diamond", "USD", "JPY"})
  void whatIsNotPaidInYuanHasThePriceZeroAndItsSumBesideIt(String currency) {
    Money money = new Money(5_000, currency);
    Gift gift =
        new Gift(origin(0), user(1), new Gift.Item("1", "花"), 1, null, Gift.Price.of(money), null);
    String sum = " value_milli=\"5000\" currency=\"" + currency + "\"";
    assertThat(Exported.text(List.of(gift), "xml", PLAIN)).contains(" price=\"0\"" + sum + " />");
    assertThat(
            Exported.text(List.of(new SuperChat(origin(0), user(1), "x", money, 0)), "xml", PLAIN))
        .contains(" price=\"0\" time=\"0\"" + sum + ">x</sc>");
  }

  @Test
  void ofABlindBoxThePriceIsWhatWasPaidForIt() {
    Money paid = new Money(30_000, "CNY");
    Money worth = new Money(1_200_000, "CNY");
    Gift.Price price = new Gift.Price(paid, worth, new Gift.Box("9", "盲盒", paid));
    Gift found = new Gift(origin(0), user(1), new Gift.Item("1", "城堡"), 2, null, price, null);
    assertThat(Exported.text(List.of(found), "xml", PLAIN)).contains(" price=\"15000\" ");
  }

  @Test
  void aMessageThatWasTakenBackIsLeftOutOrMarked() throws IOException {
    Origin said = new Origin("bilibili", "545068", "c1", START, START, false, null);
    List<LiveEvent> events =
        List.of(
            Chat.of(said.withRaw(Raw.json("{\"info\":[]}")), user(1), "加我"),
            chat(1, 2, "好"),
            new Retract(origin(2), null, List.of("c1")));
    assertThat(Exported.file(dir, events, "xml", PLAIN)).doesNotContain("加我").contains("好</d>");
    assertThat(Exported.text(events, "xml", PLAIN.withRetracted(true).withRaw(true)))
        .contains(" user=\"user 1\" retracted=\"true\" raw=\"[]\">加我</d>")
        .contains(" user=\"user 2\">好</d>");
    assertThat(Exported.text(events, "json-dplayer", PLAIN)).doesNotContain("加我").contains("好");
    assertThat(Exported.text(events, "csv", PLAIN)).contains("加我", ",retract,");
  }

  @Test
  void anIdThatIsNoNumberDoesNotBreakTheFields() {
    LiveEvent event = Chat.of(origin(0), User.of("1,2\"", "x"), "hi");
    assertThat(Exported.text(List.of(event), "xml", PLAIN)).contains(",0,0,0\" user=\"x\"");
  }

  @Test
  void aGiftsNameHasNoSpacesForReadersThatEndItThere() {
    List<LiveEvent> events = List.of(gift(0, 8, "小 花花", 1, 100));
    ExportOptions compat = PLAIN.withNoBreakSpaces(true);
    assertThat(Exported.text(events, "xml", compat)).contains(" giftname=\"小\u00a0花花\" ");
  }
}
