package io.github.danmuhub.platform.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.huya.Huya;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rate is messages a second, however many of them an event is. */
class ProgrammeRateTest {
  private static final RoomRef ROOM = new RoomRef("any", "1");
  private static final int RATE = 20;
  private static final long TEN_MINUTES = 600_000;

  private static Stream<Simulatable> platforms() {
    return Stream.of(new Bilibili(), new Douyin(), new Huya());
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aScriptSaysSoManyMessagesASecond(Simulatable platform) {
    assertThat(said(script(simulated(platform)))).isCloseTo(12_000, withinPercentage(2));
  }

  private static SimulatedPlatform<?> simulated(Simulatable platform) {
    SimulatedRoom room = new SimulatedRoom(ROOM, List.of());
    SimulationOptions options =
        new SimulationOptions(List.of(room), Rules.TODAY, 0, 1, false, PendingFaults.none());
    return platform.simulated(new HostContext(ROOM.platform(), options));
  }

  private static <M> Programme<M> script(SimulatedPlatform<M> platform) {
    return new ScriptProgramme<>(ROOM, platform, 42, RATE);
  }

  private static <M> long said(Programme<M> programme) {
    long messages = 0;
    for (long beat = 0; programme.due(beat) < TEN_MINUTES; beat++) {
      messages += programme.messages(beat, 0).size();
    }
    return messages;
  }

  @Test
  void aRecordingSaysSoManyMessagesASecond() {
    assertThat(said(recording(simulated(new Bilibili())))).isCloseTo(12_000, withinPercentage(2));
  }

  private static <M> Programme<M> recording(SimulatedPlatform<M> platform) {
    User user = User.of("7", "安");
    List<LiveEvent> purchases =
        List.of(
            Chat.of(origin(1), user, "来了"),
            new Membership(
                origin(2), user, "3", "舰长", Membership.Term.months(1), null, Membership.Kind.NEW));
    return new RecordingProgramme<>(
        new RoomRef("bilibili", "545068"), purchases, platform, RATE, true, new Tallies());
  }

  @Test
  void whatThePlatformCannotTellIsCountedOnce() {
    Tallies tallies = new Tallies();
    List<LiveEvent> recorded =
        List.of(
            Chat.of(origin(1), User.of("7", "安"), "来了"),
            new SuperChat(origin(2), User.of("7", "安"), "三十元", new Money(30_000, "CNY"), 60));
    said(recording(simulated(new Huya()), recorded, tallies));
    assertThat(tallies.snapshot())
        .containsExactly(Map.entry("recorded events that it cannot tell: SuperChat", 1L));
  }

  private static <M> Programme<M> recording(
      SimulatedPlatform<M> platform, List<LiveEvent> recorded, Tallies tallies) {
    return new RecordingProgramme<>(ROOM, recorded, platform, RATE, true, tallies);
  }

  private static Origin origin(long id) {
    return new Origin("bilibili", "545068", Long.toString(id), id, id, false, null);
  }
}
