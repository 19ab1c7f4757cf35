package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.superChat;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.SuperChat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the programs that people feed our XML to would read, by readers of the same shape. */
class XmlReadersTest {
  private static final ExportOptions PLAIN = ExportOptions.DEFAULTS;
  private static final List<LiveEvent> EVENTS =
      List.of(
          chat(0, 1, ""),
          gift(1_000, 2, "小花花", 2, 200),
          gift(2_000, 3, "辣条 大包", 5, 0),
          membership(3_000, 4),
          paidLess(4_000),
          superChat(5_000, 6, "三十元", 30_000),
          superChat(6_000, 7, "", 99_500));

  private static Membership paidLess(long at) {
    Money value = new Money(138_000, "CNY");
    return new Membership(
        origin(at), user(5), "3", "舰长", Membership.Term.UNKNOWN, value, Membership.Kind.NEW);
  }

  @Test
  void theLooseReaderSeesEveryNameCountAndPrice() {
    assertThat(FactoryReader.read(Exported.text(EVENTS, "xml", PLAIN)))
        .containsExactly(
            new FactoryReader.Shown("d", "user 1", "", -1, -1, "\u00a0"),
            new FactoryReader.Shown("gift", "user 2", "小花花", 2, 100, ""),
            new FactoryReader.Shown("gift", "user 3", "辣条", 5, 0, ""),
            new FactoryReader.Shown("guard", "user 4", "舰长", 1, 198_000, ""),
            new FactoryReader.Shown("guard", "user 5", "舰长", 1, 138_000, ""),
            new FactoryReader.Shown("sc", "user 6", "", -1, 30_000, "三十元"),
            new FactoryReader.Shown("sc", "user 7", "", -1, 100_000, "\u00a0"));
  }

  @Test
  void theStrictReaderMissesNothing() throws Exception {
    assertThat(ConvertReader.read(Exported.text(EVENTS, "xml", PLAIN)))
        .containsExactly(
            "d 0.0 1 \u00a0",
            "gift user 2 小花花 x2 100",
            "gift user 3 辣条 大包 x5 0",
            "guard user 4 舰长 x1 198000",
            "guard user 5 舰长 x1 138000",
            "sc user 6 CNY 30 三十元",
            "sc user 7 CNY 100 \u00a0");
  }

  @Test
  void theReaderOfRawFindsWhatItLooksFor() throws Exception {
    Raw danmu = Raw.json("{\"cmd\":\"DANMU_MSG\",\"info\":[[0,1,25,1,1,\"甲\"],\"你好\"]}");
    Raw paid = Raw.json("{\"cmd\":\"SUPER_CHAT_MESSAGE\",\"data\":{\"id\":1,\"price\":30}}");
    List<LiveEvent> events =
        List.of(
            Chat.of(origin(0).withRaw(danmu), user(1), "你好"),
            new SuperChat(origin(1).withRaw(paid), user(2), "", new Money(30_000, "CNY"), 60));
    String xml = Exported.text(events, "xml", PLAIN.withRaw(true));
    assertThat(ToolsReader.read(xml)).containsExactly("d 甲", "sc 3.0");
    assertThat(ConvertReader.read(xml)).containsExactly("d 0.0 1 你好", "sc user 2 CNY 30 \u00a0");
    assertThat(FactoryReader.read(xml)).extracting(FactoryReader.Shown::price).contains(30_000);
  }
}
