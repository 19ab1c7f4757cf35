package io.github.danmuhub.record.copy;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which file each event belongs to. */
class CopyPlanTest {
  private final EventLog log = EventLog.inMemory(1_000, 1 << 20);
  private final Told told = new Told();
  private long read;

  /** What happened, a word or two each. */
  private static final class Told implements CopyHearer {
    private final List<String> all = new ArrayList<>();

    @Override
    public void began(RoomFacts room, Session broadcast) {
      all.add("began " + room.title());
    }

    @Override
    public void ended(RoomFacts room, Session broadcast) {
      all.add("ended " + (broadcast.ended() - START) / 1000);
    }

    @Override
    public void opened(RoomFacts room, CopyFile file) {
      all.add("opened " + file.name());
    }

    @Override
    public void line(CopyFile file, LiveEvent event) {
      all.add(
          event instanceof Chat chat
              ? chat.text()
              : event instanceof Gap gap ? "gap: " + gap.why() : EventTypes.name(event));
    }

    @Override
    public void closed(RoomFacts room, CopyFile file, long at) {
      all.add("closed " + file.name());
    }
  }

  private static CopyPlan plan(Set<Split> splits, String... types) {
    CopyName name = CopyName.of("{title}{start}", ZoneOffset.UTC);
    return new CopyPlan(new CopySettings(splits, name, Set.of(types)));
  }

  private static Room titled(long at, String title) {
    return new Room(origin(at), title, "唱歌", User.of("9", "主播"));
  }

  private static Broadcast broadcast(long at, Broadcast.State state) {
    return new Broadcast(origin(at), state);
  }

  private static Connection connecting() {
    Connection.State state = Connection.State.CONNECTING;
    return new Connection(origin(0), state, null, 0, 1, 0, Connection.Health.NONE);
  }

  private void happens(CopyPlan plan, LiveEvent... events) throws IOException {
    for (LiveEvent event : events) {
      log.append(event);
    }
    for (Page page = page(); !page.isEmpty(); page = page()) {
      plan.accept(page, told);
      read = page.next();
    }
  }

  private Page page() throws IOException {
    return log.read(read, Filter.ALL, 10);
  }

  @Test
  void eachBroadcastHasAFileAndWhatIsSaidBetweenTwoHasNone() throws Exception {
    happens(
        plan(Set.of(Split.BROADCAST)),
        titled(0, "A"),
        broadcast(0, Broadcast.State.LIVE),
        chat(1_000, 1, "one"),
        broadcast(2_000, Broadcast.State.OFFLINE),
        chat(3_000, 1, "between"),
        titled(60_000, "B"),
        broadcast(60_000, Broadcast.State.LIVE),
        chat(61_000, 1, "two"));
    assertThat(told.all)
        .containsExactly(
            "began A",
            "opened A2026-11-21_08-00-00.jsonl",
            "room",
            "broadcast",
            "one",
            "broadcast",
            "closed A2026-11-21_08-00-00.jsonl",
            "ended 2",
            "began B",
            "opened B2026-11-21_08-01-00.jsonl",
            "room",
            "broadcast",
            "two");
  }

  @Test
  void aNewTitleBeginsANewFileAndTheSameOneDoesNot() throws Exception {
    happens(
        plan(Set.of(Split.TITLE)),
        titled(0, "A"),
        chat(1_000, 1, "one"),
        titled(2_000, "A"),
        titled(3_000, "B"),
        chat(4_000, 1, "two"));
    assertThat(told.all)
        .containsExactly(
            "opened A2026-11-21_08-00-00.jsonl",
            "room",
            "began A",
            "one",
            "room",
            "closed A2026-11-21_08-00-00.jsonl",
            "opened B2026-11-21_08-00-03.jsonl",
            "room",
            "two");
  }

  @Test
  void whatIsFilteredKeepsTheRoomsWordsAndItsGaps() throws Exception {
    happens(
        plan(Set.of(), "gift"),
        titled(0, "A"),
        chat(1_000, 1, "one"),
        gift(2_000, 1, "花", 1, 100),
        new Gap(origin(9_000), START + 3_000, START + 9_000, "the network"),
        chat(9_500, 1, "two"));
    assertThat(told.all)
        .containsExactly(
            "began A", "opened A2026-11-21_08-00-02.jsonl", "room", "gift", "gap: the network");
  }

  @Test
  void howARoomIsConnectedBeginsNoFile() throws Exception {
    happens(plan(Set.of()), connecting(), chat(1, 1, "one"));
    assertThat(told.all).containsExactly("began ", "opened 2026-11-21_08-00-00.jsonl", "one");
  }

  @Test
  void aBroadcastGoesOnOverARestartInTheSameFile() throws Exception {
    CopyPlan before = plan(Set.of(Split.BROADCAST));
    happens(before, titled(0, "A"), broadcast(0, Broadcast.State.LIVE), chat(1_000, 1, "one"));
    CopyPlan after = plan(Set.of(Split.BROADCAST));
    after.resume(CopyMemory.read(new CopyMemory(before.memory(), Map.of()).text()).rooms());
    told.all.clear();
    happens(
        after,
        new Gap(origin(60_000), START + 1_000, START + 60_000, "the recorder was not running"),
        chat(60_000, 1, "two"),
        broadcast(61_000, Broadcast.State.OFFLINE));
    assertThat(told.all)
        .containsExactly(
            "gap: the recorder was not running",
            "two",
            "broadcast",
            "closed A2026-11-21_08-00-00.jsonl",
            "ended 61");
  }

  @Test
  void whatTheLogLostIsAGapInEachFile() throws Exception {
    CopyPlan plan = plan(Set.of());
    happens(plan, chat(0, 1, "one"));
    plan.accept(new Page(7, List.of(), 8, false), told);
    log.append(chat(5_000, 1, "two"));
    read = 1;
    happens(plan);
    assertThat(told.all.subList(3, told.all.size()))
        .containsExactly("gap: the log lost up to 7 events", "two");
  }
}
