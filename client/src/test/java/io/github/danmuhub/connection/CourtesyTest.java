package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.testing.VirtualLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Turns, blocks and slots: how the rooms of one platform share a way out. */
class CourtesyTest {
  @Test
  void theFirstGoesAtOnceAndTheOthersOneByOne() {
    Courtesy courtesy = TestRoom.pace(200);
    Place first = courtesy.enter("");
    Place second = courtesy.enter("");
    Place third = courtesy.enter("");
    assertThat(first.ask(1_000).ms()).isZero();
    assertThat(second.ask(1_000).ms()).isEqualTo(200);
    assertThat(third.ask(1_100).ms()).isEqualTo(300);
    assertThat(second.ask(1_200).ms()).isZero();
    assertThat(third.ask(1_400).ms()).isZero();
  }

  @Test
  void aPauseIsNotSavedUp() {
    Courtesy courtesy = TestRoom.pace(200);
    courtesy.enter("").ask(1_000);
    assertThat(courtesy.enter("").ask(60_000).ms()).isZero();
    assertThat(courtesy.enter("").ask(60_000).ms()).isEqualTo(200);
  }

  @Test
  void roomsOfOnePlatformTakeTurns() {
    Courtesy courtesy = TestRoom.pace(200);
    List<TestRoom> rooms =
        Stream.generate(() -> new TestRoom(event -> {}, courtesy)).limit(3).toList();
    rooms.forEach(TestRoom::open);
    assertThat(rooms).extracting(room -> room.dialler.sockets.size()).containsExactly(1, 0, 0);
    rooms.forEach(room -> room.loop.advance(200));
    assertThat(rooms).extracting(room -> room.dialler.sockets.size()).containsExactly(1, 1, 0);
  }

  @Test
  void aRoomThatWaitsForItsTurnSaysSo() {
    Courtesy courtesy = TestRoom.pace(200);
    VirtualLoop clock = new VirtualLoop();
    List<TestRoom> rooms = Stream.generate(() -> new TestRoom(clock, courtesy)).limit(3).toList();
    rooms.forEach(TestRoom::open);
    assertThat(rooms.get(2).last().detail())
        .isEqualTo("its turn comes in 400 ms, after other rooms");
    clock.advance(400);
    rooms.forEach(room -> room.dialler.last().lose("the server is down"));
    TestRoom last = sitOutTheBackOff(rooms, clock);
    Connection waiting = last.last();
    assertThat(waiting.detail()).isEqualTo("the connection is gone: the server is down");
    assertThat(waiting.attempt()).isEqualTo(2);
    clock.advance(waiting.nextInMs() - 1);
    assertThat(last.connection.state()).isEqualTo(State.WAITING);
    clock.advance(1);
    assertThat(last.connection.state()).isEqualTo(State.CONNECTING);
  }

  /** The room whose back-off is over, but whose turn another room has. */
  private static TestRoom sitOutTheBackOff(List<TestRoom> rooms, VirtualLoop clock) {
    for (int ms = 0; ms < 1_000; ms++) {
      clock.advance(1);
      for (TestRoom room : rooms) {
        if (room.states().stream().filter(State.WAITING::equals).count() == 2) {
          return room;
        }
      }
    }
    throw new AssertionError("no room waited for its turn");
  }

  @Test
  void aRoomClosedBeforeItsTurnNeverDials() {
    Courtesy courtesy = TestRoom.pace(200);
    courtesy.enter("").ask(0);
    TestRoom room = new TestRoom(event -> {}, courtesy).open();
    room.connection.close();
    room.loop.advance(1_000);
    assertThat(room.states()).containsExactly(State.RESOLVING, State.ENDED);
    assertThat(room.dialler.sockets).isEmpty();
  }

  @Test
  void whoIsClosedGivesItsTurnBack() {
    Courtesy courtesy = TestRoom.pace(100);
    VirtualLoop clock = new VirtualLoop();
    List<TestRoom> closed =
        Stream.generate(() -> new TestRoom(clock, courtesy))
            .limit(400)
            .map(TestRoom::open)
            .toList();
    TestRoom next = new TestRoom(clock, courtesy).open();
    closed.forEach(room -> room.connection.close());
    clock.advance(100);
    assertThat(next.dialler.sockets).hasSize(1);
  }

  @Test
  void aLiveRoomThatWasDroppedGoesBeforeRoomsThatNeverWereLive() {
    Courtesy courtesy = TestRoom.pace(100);
    VirtualLoop clock = new VirtualLoop();
    TestRoom dropped = new TestRoom(clock, courtesy).live();
    Stream.generate(() -> new TestRoom(clock, courtesy)).limit(400).forEach(TestRoom::open);
    dropped.dialler.last().lose("reset");
    clock.advance(dropped.last().nextInMs() + 100);
    assertThat(dropped.dialler.sockets).hasSize(2);
  }

  @Test
  void whereAnAddressIsBlockedAllItsRoomsWaitAndOneAsks() {
    Courtesy courtesy = TestRoom.pace(100);
    VirtualLoop clock = new VirtualLoop();
    List<TestRoom> rooms = Stream.generate(() -> new TestRoom(clock, courtesy)).limit(5).toList();
    LookupException blocked = new LookupException(Setback.blocked(412, "blocked for now", 0));
    rooms.forEach(room -> room.lookupFails(blocked));
    rooms.forEach(TestRoom::open);
    clock.advance(30_000);
    assertThat(lookups(rooms)).isEqualTo(1);
    assertThat(rooms)
        .allSatisfy(
            room -> {
              assertThat(room.connection.state()).isEqualTo(State.WAITING);
              assertThat(room.last().detail()).isEqualTo("blocked for now");
              assertThat(room.last().code()).isEqualTo(412);
              assertThat(room.last().nextInMs()).isBetween(59_500L, 60_000L);
            });
    clock.advance(31_000);
    assertThat(lookups(rooms)).as("one asked for all").isEqualTo(2);
    rooms.forEach(room -> room.find(TestRoom.dial("a")));
    clock.advance(120_000);
    assertThat(rooms).allSatisfy(room -> assertThat(room.dialler.sockets).isNotEmpty());
  }

  private static int lookups(List<TestRoom> rooms) {
    return rooms.stream().mapToInt(room -> room.session.lookups.size()).sum();
  }

  @Test
  void aRetryAfterIsKept() {
    TestRoom room = new TestRoom();
    room.lookupFails(new LookupException(Setback.blocked(429, "too many", 300_000)));
    room.open();
    assertThat(room.last().nextInMs()).isEqualTo(300_000);
    room.loop.advance(299_999);
    assertThat(room.session.lookups).hasSize(1);
    room.loop.advance(1);
    assertThat(room.session.lookups).hasSize(2);
  }

  @Test
  void theRoomThatAsksForAllMayBeClosedAndAnotherAsks() {
    Courtesy courtesy = TestRoom.pace(0);
    VirtualLoop clock = new VirtualLoop();
    List<TestRoom> rooms = Stream.generate(() -> new TestRoom(clock, courtesy)).limit(2).toList();
    rooms.get(0).lookupFails(new LookupException(Setback.blocked(412, "blocked for now", 0)));
    rooms.forEach(TestRoom::open);
    rooms.get(0).session.lookup = CompletableFuture::new;
    clock.advance(60_000);
    assertThat(lookups(rooms)).isEqualTo(2);
    rooms.get(0).connection.close();
    clock.run();
    assertThat(rooms.get(1).session.lookups).hasSize(1);
  }

  @Test
  void moreRoomsThanAnAddressMayHoldWaitUntilOneIsClosed() {
    Courtesy courtesy = new Courtesy(new Limits(1, 0, 2, 0));
    VirtualLoop clock = new VirtualLoop();
    List<TestRoom> rooms = Stream.generate(() -> new TestRoom(clock, courtesy)).limit(3).toList();
    rooms.forEach(TestRoom::open);
    TestRoom third = rooms.get(2);
    assertThat(third.last().detail())
        .isEqualTo(
            "this address may have 2 of the platform's rooms open at a time, and has:"
                + " close one, or set rooms-per-address");
    assertThat(third.session.lookups).isEmpty();
    rooms.get(0).connection.close();
    clock.run();
    assertThat(third.session.lookups).hasSize(1);
  }

  @Test
  void anAccountHoldsSoManyRoomsAndAnAnonymousVisitorIsNone() {
    Slots slots = new Slots(new Limits(1, 0, 0, 1));
    Courtesy courtesy = TestRoom.pace(0);
    assertThat(slots.take(courtesy.enter("a"), "a")).isNull();
    assertThat(slots.take(courtesy.enter("b"), "b")).isNull();
    assertThat(slots.take(courtesy.enter("a"), "a"))
        .extracting(Setback::why)
        .asString()
        .startsWith("this account may have 1 of");
    assertThat(slots.take(courtesy.enter(""), "")).isNull();
    assertThat(slots.take(courtesy.enter(""), "")).isNull();
  }

  @Test
  void whatAPersonMustMendIsAskedForAgainLate() {
    TestRoom room = new TestRoom();
    room.lookupFails(new LookupException(Setback.mendedByHand(0, "the room needs a password")));
    room.open();
    assertThat(room.last().detail()).isEqualTo("the room needs a password");
    assertThat(room.last().nextInMs()).isEqualTo(Setback.LONG_MS);
  }
}
