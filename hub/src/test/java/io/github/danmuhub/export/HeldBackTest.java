package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldBackTest {
  private final List<String> written = new ArrayList<>();
  private final HeldBack heldBack = new HeldBack(new Notes(written));
  private long seq;

  private record Notes(List<String> written) implements ExportSink {
    @Override
    public void accept(Numbered numbered) {
      written.add(words(numbered));
    }

    @Override
    public void takenBack(Numbered numbered) {
      written.add("taken back: " + words(numbered));
    }

    private static String words(Numbered numbered) {
      return numbered.event() instanceof Chat chat ? chat.text() : numbered.seq() + "";
    }

    @Override
    public void finish() {
      written.add("end");
    }
  }

  private static Origin origin(@Nullable String id) {
    return new Origin("bilibili", "545068", id, 0, START, false, null);
  }

  private static Chat chat(String id, User user) {
    return Chat.of(origin(id), user, id);
  }

  private void accept(LiveEvent... events) throws IOException {
    for (LiveEvent event : events) {
      heldBack.accept(new Numbered(++seq, event));
    }
  }

  @Test
  void aMessageIsTakenBackByItsIdAndOnlyWhereItCameBefore() throws IOException {
    accept(
        chat("a", user(1)),
        chat("b", user(1)),
        new Retract(origin(null), user(1), List.of("b", "absent")),
        chat("b", user(2)));
    heldBack.finish();
    assertThat(written).containsExactly("a", "taken back: b", "3", "b", "end");
  }

  @Test
  void allOfAUsersMessagesMeansThoseThatTheUserHadWritten() throws IOException {
    User nameless = User.of(null, "甲");
    accept(
        chat("a", user(1)),
        chat("b", user(2)),
        chat("c", nameless),
        new SuperChat(origin("d"), user(1), "", new Money(1, "CNY"), 60),
        new Retract(origin(null), user(1), List.of()),
        new Retract(origin(null), nameless, List.of()),
        chat("e", user(1)));
    heldBack.finish();
    assertThat(written)
        .containsExactly(
            "taken back: a", "b", "taken back: c", "taken back: 4", "5", "6", "e", "end");
  }

  @Test
  void whatIsTakenBackOfTheWholeRoomIsAllBefore() throws IOException {
    accept(chat("a", user(1)), new Retract(origin(null), null, List.of()), chat("b", user(1)));
    heldBack.finish();
    assertThat(written).containsExactly("taken back: a", "2", "b", "end");
  }

  @Test
  void onlySoManyMessagesAreHeldAndWhatIsNoneIsNot() throws IOException {
    accept(chat("a", user(1)));
    for (int i = 1; i < HeldBack.MESSAGES; i++) {
      accept(chat("x", user(2)), new Enter(origin(null), user(3), null));
    }
    assertThat(written).isEmpty();
    accept(chat("y", user(2)), new Retract(origin(null), null, List.of("a")));
    assertThat(written).containsExactly("a", "x");
    heldBack.finish();
    assertThat(written).doesNotContain("taken back: a");
  }

  @Test
  void longMessagesAreHeldInSoManyBytes() throws IOException {
    Origin long_ = origin("a").withRaw(Raw.bytes(new byte[(int) HeldBack.BYTES / 4]));
    for (int i = 0; i < 4; i++) {
      accept(Chat.of(long_, user(1), "a"));
    }
    assertThat(written).containsExactly("a");
  }
}
