package io.github.danmuhub.stats;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.broadcast;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static io.github.danmuhub.SampleEvents.user;
import static io.github.danmuhub.stats.Reports.EVENING;
import static io.github.danmuhub.stats.Reports.connection;
import static io.github.danmuhub.stats.Reports.json;
import static io.github.danmuhub.stats.Reports.printed;
import static io.github.danmuhub.stats.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {
  @TempDir Path dir = Path.of("");

  private Recording record(List<LiveEvent> events) throws IOException {
    return Reports.record(dir, events);
  }

  private Report evening() throws IOException {
    return report(record(EVENING));
  }

  @Test
  void messagesAndTheirPeaksAreCountedByTheMinute() throws IOException {
    Report report = evening();
    assertThat(report.subject().title()).isEqualTo("晚上好");
    assertThat(report.subject().durationMs()).isEqualTo(240_000);
    assertThat(report.messages().count()).isEqualTo(6);
    assertThat(report.messages().perMinute()).containsExactly(2, 1, 0, 3);
    assertThat(report.messages().peaks())
        .containsExactly(new Report.Peak(START + 180_000, 3), new Report.Peak(START, 2));
    assertThat(report.subject().highest()).containsExactly(Map.entry("online", 120L));
  }

  @Test
  void speakersAndGiversAreRanked() throws IOException {
    Report report = evening();
    assertThat(report.speakers().distinct()).isEqualTo(3);
    assertThat(report.speakers().top().get(0)).isEqualTo(new Report.Person("1", "user 1", 4));
    assertThat(report.income().givers())
        .extracting(Report.Person::name)
        .containsExactly("user 5", "user 3", "user 2");
  }

  @Test
  void incomeIsCountedByGiftByCurrencyAndOverTime() throws IOException {
    Report report = evening();
    assertThat(report.income().totals()).containsExactly(Map.entry("CNY", 228_500L));
    assertThat(report.income().perMinute()).containsExactly(0L, 228_500L);
    assertThat(report.income().gifts())
        .containsExactly(
            new Report.GiftTotal("小花花", 5, 500, "CNY"), new Report.GiftTotal("免费", 9, 0, null));
    assertThat(report.income().superChats().first())
        .extracting(Report.SuperChatLine::text)
        .containsExactly("加油");
    assertThat(report.income().memberships().byName()).containsExactly(Map.entry("舰长", 1L));
  }

  @Test
  void theQualityOfTheDataIsToldAcrossARestartOfTheConnectionsFigures() throws IOException {
    Report.Quality quality = evening().quality();
    assertThat(quality.gapMs()).isEqualTo(10_000);
    assertThat(quality.reconnects()).isEqualTo(2);
    assertThat(quality.dropped()).isEqualTo(6);
    assertThat(quality.unknown()).isEqualTo(1);
  }

  @Test
  void whoSpokeInAnEarlierBroadcastReturns() throws IOException {
    record(EVENING);
    long day = 86_400_000;
    List<LiveEvent> next =
        List.of(broadcast(day, State.LIVE), chat(day + 1, 1, "again"), chat(day + 2, 9, "new"));
    Recording recording = record(next);
    List<Session> sessions = recording.sessions();
    Session last = sessions.get(sessions.size() - 1);
    Report.Speakers speakers = report(recording, Selection.of(last)).speakers();
    assertThat(speakers.newcomers()).isEqualTo(1);
    assertThat(speakers.returning()).isEqualTo(1);
  }

  @Test
  void withoutAnIndexTheReportSaysThatNewcomersAreUnknown() throws IOException {
    record(EVENING);
    Files.delete(dir.resolve("index.sqlite"));
    Report report = report(Recording.open(dir));
    assertThat(report.speakers().newcomers()).isEqualTo(-1);
    assertThat(printed(report)).contains("no index: who is new is not known");
    assertThat(json(report).get("speakers").has("new")).isFalse();
  }

  @Test
  void aFullPurseStaysFull() throws IOException {
    Report report =
        report(record(List.of(gift(0, 1, "a", 1, Long.MAX_VALUE), gift(1, 1, "a", 1, 1_000))));
    assertThat(report.income().totals()).containsExactly(Map.entry("CNY", Long.MAX_VALUE));
    assertThat(report.income().givers())
        .extracting(Report.Person::amount)
        .containsOnly(Long.MAX_VALUE);
    assertThat(report.income().gifts().get(0).value()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void listsAreOfRealMoneyWhateverCoinCameFirst() throws IOException {
    Gift.Item item = new Gift.Item("1", "辣条");
    Money silver = new Money(100_000, "bilibili:silver");
    LiveEvent coin = new Gift(origin(0), user(1), item, 1, null, Gift.Price.of(silver), null);
    Report report = report(record(List.of(coin, coin, gift(1, 2, "小花花", 1, 100))));
    assertThat(report.income().currency()).isEqualTo("CNY");
    assertThat(report.income().totals()).containsKeys("CNY", "bilibili:silver");
    assertThat(report.income().givers()).extracting(Report.Person::name).containsExactly("user 2");
    assertThat(printed(report)).contains("200 silver  辣条 × 2");
  }

  @Test
  void whatAPlatformReplaysAtJoiningIsNotCounted() throws IOException {
    Origin past = new Origin("bilibili", "545068", "m1", START, START, true, null);
    Report report = report(record(List.of(Chat.of(past, user(1), "earlier"), chat(5, 2, "now"))));
    assertThat(report.messages().count()).isEqualTo(1);
    assertThat(report.speakers().distinct()).isEqualTo(1);
  }

  @Test
  void aRecordingOfNothingButGapsIsAReportOfItsGaps() throws IOException {
    LiveEvent gap = new Gap(origin(60_000), START, START + 60_000, "reset");
    Report report = report(record(List.of(gap)));
    assertThat(report.messages().count()).isZero();
    assertThat(report.quality().gapMs()).isEqualTo(60_000);
    assertThat(printed(report)).contains("messages     0, 0 a minute", "income       none");
    assertThat(json(report).get("messages_per_minute")).isEmpty();
  }

  @Test
  void aFileWithoutEventsSaysWhatIsInItInstead() throws IOException {
    Path empty = Files.createFile(dir.resolve("empty.jsonl"));
    assertThatThrownBy(() -> report(Recording.open(empty)))
        .hasMessage(empty + " holds no event: 0 events read");
    Path other = Files.writeString(dir.resolve("other.jsonl"), "a,b\nc,d\n");
    assertThatThrownBy(() -> report(Recording.open(other)))
        .hasMessage(
            other
                + " holds no event: 0 events read, lines passed over: 2 not ours;"
                + " first: other.jsonl line 1");
  }

  @Test
  void twoRoomsAskWhichOne() throws IOException {
    Origin other = origin("1", 5);
    Recording recording = record(List.of(chat(0, 1, "a"), Chat.of(other, user(2), "b")));
    assertThatThrownBy(() -> report(recording))
        .hasMessage("the recording holds bilibili:545068 and bilibili:1: choose one with --room");
  }

  @Test
  void ofWhomThePlatformShowsNoIdNobodyKnowsWhetherTheyAreNew() throws IOException {
    LiveEvent masked = Chat.of(origin(5), User.of(null, "观***"), "hello");
    Report report = report(record(List.of(chat(0, 1, "a"), masked)));
    assertThat(report.speakers().distinct()).isEqualTo(2);
    assertThat(report.speakers().unknown()).isEqualTo(1);
    assertThat(report.speakers().newcomers()).isEqualTo(1);
    assertThat(report.speakers().returning()).isZero();
    assertThat(printed(report)).contains("speakers     2, 1 new, 0 returning, 1 unknown (no id)");
    assertThat(json(report).get("speakers").get("unknown").asInt()).isEqualTo(1);
  }

  private Recording twoBroadcasts() throws IOException {
    return record(
        List.of(
            room(0, "第一场"),
            broadcast(1_000, State.LIVE),
            connection(2_000, 3, 4),
            broadcast(9_000, State.OFFLINE),
            room(10_000, "第二场"),
            broadcast(20_000, State.LIVE),
            connection(21_000, 3, 4),
            chat(22_000, 1, "a"),
            new Gap(origin(30_000), START + 15_000, START + 30_000, "reset"),
            new Gap(origin(32_000), START + 25_000, START + 32_000, "the disk took nothing"),
            connection(33_000, 4, 4)));
  }

  @Test
  void aBroadcastIsNotBlamedForWhatWasBeforeIt() throws IOException {
    Recording recording = twoBroadcasts();
    Session second = recording.sessions().get(1);
    Report.Quality quality = report(recording, Selection.of(second)).quality();
    assertThat(quality.reconnects()).isEqualTo(1);
    assertThat(quality.dropped()).isZero();
    assertThat(quality.gapMs()).as("within it, and once").isEqualTo(12_000);
    assertThat(report(recording).quality().reconnects()).isEqualTo(4);
  }

  @Test
  void aBroadcastWhoseTitleWasToldBeforeItHasItAllTheSame() throws IOException {
    Recording recording = twoBroadcasts();
    Session second = recording.sessions().get(1);
    assertThat(report(recording, Selection.of(second)).subject().title()).isEqualTo("第二场");
  }

  @Test
  void giftsOfDifferentCurrenciesAreNotComparedWithEachOther() throws IOException {
    Gift.Item item = new Gift.Item("1", "辣条");
    LiveEvent silver =
        new Gift(
            origin(0),
            user(1),
            item,
            1,
            null,
            Gift.Price.of(new Money(9_000_000, "bilibili:silver")),
            null);
    Report report =
        report(record(List.of(silver, gift(1, 2, "小花花", 1, 100), gift(2, 2, "飞机", 1, 900))));
    assertThat(report.income().gifts())
        .extracting(Report.GiftTotal::name)
        .containsExactly("飞机", "小花花", "辣条");
  }
}
