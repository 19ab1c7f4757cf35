package io.github.danmuhub.intake.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.log.segment.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each writer's numbers, in its own units. */
class WritersTest {
  private static final long START = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();

  @TempDir Path dir = Path.of("");

  private static Money yuan(double yuan) {
    return new Money(Math.round(yuan * 1_000), "CNY");
  }

  private static long at(LiveEvent event) {
    return event.origin().received() - START;
  }

  @Test
  void bililiveRecorderTellsPricesInYuanOrInItsRaw() throws IOException {
    XmlText read =
        XmlText.read(
            dir,
            """
            <?xml version="1.0" encoding="utf-8"?><?xml-stylesheet type="text/xsl" href="#s"?><i>
            <chatserver>chat.bilibili.com</chatserver><chatid>0</chatid>
            <BililiveRecorder version="2.11.0" />
            <BililiveRecorderRecordInfo roomid="545068" shortid="0" name="主播" title="标题" \
            areanameparent="虚拟主播" areanamechild="TopStar" start_time="2026-11-21T16:00:00.0000000+08:00" />
            <BililiveRecorderXmlStyle><z:stylesheet version="1.0" id="s"><z:template match="d"/>\
            </z:stylesheet></BililiveRecorderXmlStyle>
            <d p="1.500,1,25,16711680,1795248001400,0,42,0" user="甲">你好 &amp; 再见</d>
            <gift ts="2.000" user="乙" uid="43" giftname="小花花" giftcount="3" \
            raw="{&quot;coin_type&quot;:&quot;gold&quot;,&quot;total_coin&quot;:300,&quot;price&quot;:100,\
            &quot;giftId&quot;:31036,&quot;tid&quot;:&quot;7001&quot;,&quot;timestamp&quot;:1795248002}" />
            <gift ts="2.500" user="乙" uid="43" giftname="辣条" giftcount="5" />
            <gift ts="2.600" user="乙" uid="43" giftname="绝版" giftcount="2" \
            raw="{&quot;coin_type&quot;:&quot;gold&quot;,&quot;total_coin&quot;:9000,&quot;price&quot;:5000,\
            &quot;blind_gift&quot;:{&quot;original_gift_price&quot;:15000,&quot;original_gift_name&quot;:&quot;心动盲盒&quot;}}" />
            <sc ts="3.000" user="丙" uid="44" price="29.9" time="60">三十元</sc>
            <guard ts="4.000" user="丁" uid="45" level="3" count="2" \
            raw="{&quot;price&quot;:198000,&quot;num&quot;:2}" />
            </i>
            """);
    assertThat(read.head()).hasSize(1);
    Room room = (Room) read.head().get(0);
    assertThat(room.origin().room()).isEqualTo("545068");
    assertThat(room.title()).isEqualTo("标题");
    assertThat(room.origin().received()).isEqualTo(START);
    Chat chat = read.all(Chat.class).get(0);
    assertThat(chat.text()).isEqualTo("你好 & 再见");
    assertThat(chat.color()).isEqualTo(0xff0000);
    assertThat(chat.origin().time()).isEqualTo(1_795_248_001_400L);
    assertThat(at(chat)).isEqualTo(1_500);
    List<Gift> gifts = read.all(Gift.class);
    assertThat(gifts).extracting(Gift::value).containsExactly(yuan(0.3), null, yuan(30));
    assertThat(gifts).extracting(Gift::count).containsExactly(3L, 5L, 2L);
    assertThat(gifts.get(0).origin().id()).isEqualTo("7001");
    assertThat(gifts.get(2).price().worth()).isEqualTo(yuan(10));
    assertThat(read.all(SuperChat.class)).extracting(SuperChat::value).containsExactly(yuan(29.9));
    Membership guard = read.all(Membership.class).get(0);
    assertThat(guard.name()).isEqualTo("舰长");
    assertThat(guard.months()).isEqualTo(2);
    assertThat(guard.value()).isEqualTo(yuan(396));
    assertThat(read.report().clean()).isTrue();
  }

  @Test
  void blrecTellsAllPricesInThousandthsAndAPurchaseTwice() throws IOException {
    XmlText read =
        XmlText.read(
            dir,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <i>
              <chatserver>chat.bilibili.com</chatserver>
              <chatid>0</chatid>
              <source>e-r</source>
              <metadata>
                <user_name>主播</user_name>
                <room_id>545068</room_id>
                <room_title>标题</room_title>
                <area>TopStar</area>
                <parent_area>虚拟主播</parent_area>
                <live_start_time>2026-11-21T15:00:00+08:00</live_start_time>
                <record_start_time>2026-11-21T16:00:00+08:00</record_start_time>
                <recorder>blrec v2.0.0</recorder>
              </metadata>
              <d p="1.5,1,25,16777215,1795248001400,0,abcd,123" uid="42" user="甲">甲: 1 &amp;lt; 2</d>
              <gift ts="2" uid="43" user="乙" giftname="小花花" giftcount="3" cointype="金瓜子" price="100" />
              <gift ts="2.5" uid="43" user="乙" giftname="辣条" giftcount="5" cointype="银瓜子" price="100" />
              <sc ts="3" uid="44" user="丙" price="30000" time="60">三十元</sc>
              <guard ts="4" uid="45" user="丁" giftname="舰长" count="1" price="198000" level="3" />
              <toast ts="4.1" uid="45" user="丁" unit="月" count="1" price="138000" role="舰长" level="3">丁开通了舰长</toast>
              <guard ts="5" uid="46" user="戊" giftname="提督" count="1" price="1998000" level="2" />
              <d p="20.000,1,25,16777215,1795248020000,0,abcd,124" uid="42" user="甲">晚安</d>
            </i>
            """);
    assertThat(read.head()).hasAtLeastOneElementOfType(Broadcast.class);
    assertThat(read.all(Chat.class)).extracting(Chat::text).containsExactly("1 < 2", "晚安");
    assertThat(read.all(Gift.class))
        .extracting(Gift::value)
        .containsExactly(yuan(0.3), new Money(500_000, "bilibili:silver"));
    assertThat(read.all(SuperChat.class).get(0).value()).isEqualTo(yuan(30));
    assertThat(read.all(Membership.class))
        .extracting(Membership::value)
        .containsExactly(yuan(138), yuan(1998));
    assertThat(read.events()).extracting(WritersTest::at).isSorted();
  }

  @Test
  void biliLiveToolsIsPutInOrder() throws IOException {
    XmlText read =
        XmlText.read(
            dir,
            """
            <?xml version="1.0" encoding="utf-8"?>
            <i>
            <metadata><platform>DouYu</platform><video_start_time>1795248000000</video_start_time>
            <room_title>标题</room_title><user_name>主播</user_name><room_id>9999</room_id></metadata>
            <RecorderXmlStyle></RecorderXmlStyle>
            <d p="1.5,1,25,16777215,1795248001400,0,42,42,0" user="甲" uid="42" timestamp="1795248001400">一</d>
            <d p="9,5,25,255,1795248009000,0,42,42,0" user="甲" uid="42" timestamp="1795248009000">二</d>
            <gift ts="2" giftname="飞机" giftcount="2" price="100000" user="乙" uid="43" timestamp="1795248002000" />
            <sc ts="3" price="50000" user="丙" uid="44" timestamp="1795248003000">五十元</sc>
            <guard ts="4" price="198000" giftname="舰长" giftcount="1" level="3" user="丁" uid="45" timestamp="1795248004000" />
            """);
    assertThat(read.events())
        .extracting(WritersTest::at)
        .containsExactly(1_500L, 2_000L, 3_000L, 4_000L, 9_000L);
    assertThat(read.all(Gift.class).get(0).value()).isEqualTo(yuan(200));
    assertThat(read.all(Gift.class).get(0).origin().platform()).isEqualTo("douyu");
    assertThat(read.all(SuperChat.class).get(0).value()).isEqualTo(yuan(50));
    assertThat(read.all(Membership.class).get(0).value()).isEqualTo(yuan(198));
    assertThat(read.report().clean()).as("only the end is missing").isTrue();
  }

  @Test
  void biliupTellsSecondsOfTheClock() throws IOException {
    XmlText read =
        XmlText.read(
            dir,
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <i>
              <o timestamp="1795248001">{"cmd":"DANMU_MSG"}</o>
              <d p="1.500,1,25,16777215,1795248001,0,42,0" timestamp="1795248001" uid="42" user="甲">你好</d>
              <s timestamp="1795248002" uid="43" username="乙" price="100" type="gift" num="3" giftname="小花花">乙投喂了3个小花花</s>
              <s timestamp="1795248003" uid="44" username="丙" price="30000" type="super_chat" num="1" giftname="醒目留言">三十元</s>
              <s timestamp="1795248004" uid="45" username="丁" price="198000" type="guard_buy" num="1" giftname="舰长">丁续费舰长</s>
            </i>
            """);
    assertThat(read.events()).hasSize(4);
    assertThat(read.all(Gift.class).get(0).value()).isEqualTo(yuan(0.3));
    assertThat(read.all(Gift.class).get(0).user().displayName()).isEqualTo("乙");
    assertThat(read.all(SuperChat.class).get(0).value()).isEqualTo(yuan(30));
    assertThat(read.all(Membership.class).get(0).value()).isEqualTo(yuan(198));
    assertThat(read.all(Chat.class).get(0).origin().time()).isEqualTo(1_795_248_001_000L);
  }

  @Test
  void commentsOfAVideoHaveNeitherNamesNorAStart() throws IOException {
    XmlText read =
        XmlText.read(
            dir,
            """
            <?xml version="1.0" encoding="UTF-8"?><i><chatserver>chat.bilibili.com</chatserver>\
            <chatid>1176840</chatid><mission>0</mission><maxlimit>1500</maxlimit><state>0</state>\
            <real_name>0</real_name><source>k-v</source>\
            <d p="601.5,4,25,16777215,1312863760,0,eff85771,42759017,10">后</d>\
            <d p="12.25,1,25,255,1312863761,0,aaaa,42759018,10">先</d>\
            <d p="13,7,25,255,1312863761,0,aaaa,42759019,10">["0","0","1-1","4.5","放在","0"]</d>\
            <d p="14,8,25,255,1312863761,2,aaaa,42759020,10">code</d></i>
            """);
    assertThat(read.all(Chat.class)).extracting(Chat::text).containsExactly("先", "放在", "后");
    Chat first = read.all(Chat.class).get(0);
    assertThat(first.origin().received()).isEqualTo(12_250);
    assertThat(first.origin().time()).isEqualTo(1_312_863_761_000L);
    assertThat(first.origin().id()).isEqualTo("42759018");
    assertThat(first.user().id()).isNull();
    assertThat(read.report().foreign()).as("a script shows no text").isEqualTo(1);
  }

  @Test
  void whereNoHeadTellsTheWriterItIsAskedFor() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("blive_545068_2026-11-21-080000.xml"),
            "<i><d p=\"1,1,25,255,0,0,0,0\" user=\"甲\">你好</d></i>");
    assertThatThrownBy(() -> XmlText.at(file, null))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("name it with --writer (danmu-hub, bililive-recorder, blrec,");
    XmlText read = XmlText.at(file, "blrec");
    assertThat(at(read.events().get(0))).as("from the file's name").isEqualTo(1_000);
    assertThatThrownBy(() -> XmlText.at(file, "word"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--writer word: no such writer");
  }
}
