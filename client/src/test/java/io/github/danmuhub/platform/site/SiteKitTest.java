package io.github.danmuhub.platform.site;

import static io.github.danmuhub.platform.tiny.TinyStage.ROOM;
import static io.github.danmuhub.platform.tiny.TinyStage.START;
import static io.github.danmuhub.platform.tiny.TinyStage.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.tiny.TinyStage;
import io.github.danmuhub.platform.tiny.TinyStage.Guest;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The kit with the smallest platform on it. */
class SiteKitTest {
  private static final User USER = User.of("7", "安");

  private static Guest listen(TinyStage stage, long ms) {
    Guest guest = stage.join();
    for (long left = ms; left > 0; left -= 20_000) {
      guest.say("ping");
      stage.pass(Math.min(left, 20_000));
    }
    return guest;
  }

  @Test
  void aScriptIsToldAtItsRateAndTheSameSeedTellsTheSame() {
    List<String> lines = listen(TinyStage.scripted(), 60_000).lines();

    assertThat(lines).hasSizeBetween(295, 310);
    assertThat(lines).isEqualTo(listen(TinyStage.scripted(), 60_000).lines());
    assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
  }

  @Test
  void whoeverComesLaterHearsTheRoomFromWhereItIs() {
    TinyStage stage = TinyStage.scripted();
    Guest early = listen(stage, 10_000);
    Guest late = stage.join();
    early.say("ping");
    stage.pass(10_000);

    assertThat(late.lines()).hasSizeBetween(45, 55);
    assertThat(early.lines()).endsWith(late.lines().toArray(String[]::new));
  }

  @Test
  void nothingIsToldBeforeAnybodyIsLetIn() throws RefusedException {
    TinyStage stage = TinyStage.scripted();
    Guest stranger = stage.dial("/chat").say("join cats nonsense");
    stage.pass(1_000);

    assertThat(stranger.frames).containsExactly("go away");
    assertThat(stranger.dropped).isEqualTo("refused");
    assertThat(stage.tallies()).containsEntry("refused", 1L);
  }

  @Test
  void aHandshakeThatThePlatformRefusesHasNoPeer() {
    assertThatThrownBy(() -> TinyStage.scripted().dial("/elsewhere"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aSilentPeerIsDroppedAtItsDeadlineAndOneThatSpeaksIsNot() throws RefusedException {
    TinyStage stage = TinyStage.scripted();
    Guest mute = stage.dial("/chat");
    Guest joined = stage.join();
    stage.pass(4_999);
    assertThat(mute.dropped).isNull();
    stage.pass(1);
    assertThat(mute.dropped).isEqualTo("never joined");

    stage.pass(20_000);
    joined.say("ping");
    stage.pass(29_999);
    assertThat(joined.dropped).isNull();
    stage.pass(1);
    assertThat(joined.dropped).isEqualTo("never pinged");
    assertThat(stage.tallies()).containsEntry("never joined", 1L).containsEntry("never pinged", 1L);
  }

  @Test
  void whoeverLeftIsToldNothingMore() {
    TinyStage stage = TinyStage.scripted();
    Guest guest = listen(stage, 1_000);
    guest.leave();
    int heard = guest.frames.size();
    stage.pass(10_000);

    assertThat(guest.frames).hasSize(heard);
  }

  @Test
  void aBroadcastEndsRestsAndGoesOnWhereItStopped() {
    TinyStage stage = TinyStage.scheduled(new BroadcastSchedule(true, 10_000, 5_000));
    List<String> always = listen(TinyStage.scripted(), 20_000).lines();

    Guest guest = listen(stage, 12_000);
    assertThat(guest.lines()).last().asString().startsWith("air ").endsWith(" OFFLINE");
    assertThat(stage.get("/rooms/cats").text()).startsWith("offline ");

    guest.say("ping");
    stage.pass(10_000);
    assertThat(guest.lines()).filteredOn(line -> line.endsWith(" LIVE")).hasSize(1);
    assertThat(withoutIdsAndTimes(guest.lines()))
        .filteredOn(line -> !line.startsWith("air"))
        .isEqualTo(withoutIdsAndTimes(always).subList(0, guest.lines().size() - 2));
  }

  private static List<String> withoutIdsAndTimes(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst(" \\S+ \\d+ ", " ")).toList();
  }

  @Test
  void aCaptureIsPlayedByItsOwnTimes() {
    TinyStage stage =
        TinyStage.replaying(
            0,
            false,
            frame(5_000, "chat a 5000 1 A x", "chat b 5000 1 A y"),
            frame(8_000, "chat c 8000 1 A z"));
    Guest guest = listen(stage, 2_999);
    assertThat(guest.frames).contains("chat a 5000 1 A x\nchat b 5000 1 A y");
    assertThat(guest.lines()).hasSize(2);

    stage.pass(60_000);
    assertThat(guest.lines()).last().isEqualTo("chat c 8000 1 A z");
    assertThat(guest.lines()).hasSize(3);
  }

  @Test
  void aCaptureIsLoopedWithFreshIdsAtTheRateAsked() {
    TinyStage stage =
        TinyStage.replaying(2, true, frame(0, "chat a 1 1 A x", "chat b 1 1 A y", "enter c 1 1 A"));
    List<String> lines = listen(stage, 10_000).lines();

    assertThat(lines).hasSizeBetween(20, 21);
    assertThat(lines.subList(2, 5))
        .containsExactly("enter c 1 1 A", "chat a-1 1 1 A x", "chat b-1 1 1 A y");
    assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
  }

  @Test
  void aCaptureWithoutMessagesIsPlayedInSilence() {
    TinyStage stage = TinyStage.replaying(0, true, frame(1, ""));

    assertThat(listen(stage, 10_000).frames.stream().distinct()).containsExactly("welcome", "pong");
  }

  private static Origin of(String id, long time) {
    return new Origin("twitch", "cat", id, time, time, false, null);
  }

  private static List<LiveEvent> recording() {
    return List.of(
        new Broadcast(of("0", 900), Broadcast.State.OFFLINE),
        new Room(of("1", 950), "another room", null, null),
        Chat.of(of("uuid-1", 1_000), USER, "first"),
        new Share(of("uuid-2", 1_500), USER),
        new Connection(
            of("x", 1_600), Connection.State.LIVE, null, 0, 0, 0, Connection.Health.NONE),
        Chat.of(of("uuid-3", 3_000), USER, "second"));
  }

  @Test
  void aRecordingOfAnyPlatformIsPlayedIntoARoomAsFarAsItCanBeTold() {
    TinyStage stage = TinyStage.playing(0, false, recording());
    List<String> lines = listen(stage, 10_000).lines();

    assertThat(lines)
        .containsExactly(
            "chat uuid-1 %d 7 %%E5%%AE%%89 first".formatted(START),
            "chat uuid-3 %d 7 %%E5%%AE%%89 second".formatted(START + 2_000));
  }

  @Test
  void aRecordingIsLoopedWithFreshIds() {
    List<String> lines = listen(TinyStage.playing(0, true, recording()), 10_000).lines();

    assertThat(lines).hasSize(7);
    assertThat(lines.get(2)).startsWith("chat uuid-1%401 ".replace("%40", "@"));
    assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
  }

  @Test
  void aRecordingThatCannotBeToldEndsEvenWhereItIsLooped() {
    List<LiveEvent> shares = List.of(new Share(of("1", 1), USER));

    assertThat(listen(TinyStage.playing(0, true, shares), 10_000).lines()).isEmpty();
  }

  @Test
  void aLongRecordingIsReadAsItIsPlayed() {
    List<LiveEvent> chats =
        IntStream.range(0, 20_000)
            .mapToObj(i -> (LiveEvent) Chat.of(of("c" + i, i + 1), USER, "n" + i))
            .toList();
    List<String> lines = listen(TinyStage.playing(1_000, false, chats), 30_000).lines();

    assertThat(lines).hasSize(20_000);
    assertThat(lines).last().asString().endsWith("n19999");
  }

  @Test
  void pollsBringWhatCameDueSinceAPositionAndFirstWhatWasSaidBefore() {
    TinyStage stage = TinyStage.scripted();
    List<String> joined = stage.get("/poll/cats").text().lines().toList();
    stage.pass(2_000);
    List<String> next = stage.get("/poll/cats/" + joined.get(0)).text().lines().toList();
    stage.pass(1_000);
    List<String> more = stage.get("/poll/cats/" + next.get(0)).text().lines().toList();

    assertThat(joined).hasSize(6);
    assertThat(next).hasSizeBetween(10, 12);
    assertThat(more).hasSizeBetween(5, 6).doesNotContainAnyElementsOf(next);
  }

  @Test
  void aPositionFarBehindCatchesUpWithTheLastSixtyBeats() {
    TinyStage stage = TinyStage.scripted();
    stage.get("/poll/cats");
    stage.pass(3_600_000);

    List<String> caughtUp = stage.get("/poll/cats/0").text().lines().toList();
    assertThat(caughtUp).hasSizeBetween(61, 62);
    assertThat(Long.parseLong(caughtUp.get(0))).isBetween(18_000L, 18_001L);
  }

  @Test
  void aFaultStrikesOnceAndItsNeighboursArrive() {
    for (Fault fault : List.of(Fault.BAD_JSON, Fault.UNKNOWN_OP)) {
      List<String> whole = listen(TinyStage.scripted(), 5_000).lines();
      List<String> spoilt = listen(TinyStage.with(fault), 5_000).lines();

      assertThat(spoilt).hasSize(whole.size() + 1).containsAll(whole);
    }
  }

  @Test
  void aClockThatIsSetBackStopsNothing() {
    TinyStage stage = TinyStage.scripted();
    Guest guest = listen(stage, 1_000);
    int before = guest.lines().size();
    stage.now -= 3_600_000;
    guest.say("ping");
    stage.pass(10_000);

    assertThat(guest.lines().size()).isGreaterThan(before + 40);
  }

  @Test
  void aRoomThatIsNotHostedDoesNotExist() {
    assertThat(TinyStage.scripted().get("/rooms/dogs").status()).isEqualTo(404);
    assertThat(TinyStage.scripted().get("/rooms/" + ROOM.room()).status()).isEqualTo(200);
  }
}
