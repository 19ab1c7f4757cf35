package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.connection.Courtesy;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.bilibili.site.SimulatedSites;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.testing.ConnectedRoom;
import io.github.danmuhub.testing.SiteDialler;
import io.github.danmuhub.testing.SiteDialler.Answered;
import io.github.danmuhub.testing.VirtualLoop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rooms of one address and account at Bilibili's simulated site, when it has enough of them. */
class BilibiliCourtesyTest {
  private final Bilibili bilibili = new Bilibili();
  private final VirtualLoop loop = new VirtualLoop();
  private SiteDialler way = new SiteDialler(loop, SimulatedSites.scripted());
  private final Courtesy courtesy = new Courtesy(bilibili.limits());

  private List<ConnectedRoom> open(int rooms, Credentials who) {
    List<ConnectedRoom> all = Stream.generate(() -> room(who)).limit(rooms).toList();
    all.forEach(room -> room.connection.open());
    return all;
  }

  private ConnectedRoom room(Credentials who) {
    RoomRef ref = new RoomRef("bilibili", SimulatedSites.ROOM);
    return new ConnectedRoom(bilibili, ref, who, loop, courtesy, way);
  }

  @Test
  void fiveRoomsBehindA412SendAtMostSixRequestsInHalfAMinute() {
    way.answers(all -> new Answered(all.call(), HttpReply.of(412, "text/html", "<html>")));
    List<ConnectedRoom> rooms = open(5, Credentials.NONE);
    loop.advance(30_000);
    assertThat(way.asked).hasSizeLessThanOrEqualTo(6);
    assertThat(rooms)
        .allSatisfy(
            room -> {
              assertThat(room.connection.state()).isEqualTo(State.WAITING);
              assertThat(room.last().detail()).contains("this address is blocked for now");
              assertThat(room.last().nextInMs()).isGreaterThan(50_000);
            });
    way.answers(all -> all);
    loop.advance(60_000);
    assertThat(rooms).allSatisfy(room -> assertThat(room.connection.state()).isEqualTo(State.LIVE));
  }

  @Test
  void anAccountHasFiveRoomsAndTheSixthWaitsForASlot() {
    List<ConnectedRoom> rooms = open(6, new Credentials("SESSDATA=x; DedeUserID=7"));
    loop.advance(5_000);
    ConnectedRoom sixth = rooms.get(5);
    assertThat(rooms.subList(0, 5))
        .allSatisfy(room -> assertThat(room.connection.state()).isEqualTo(State.LIVE));
    assertThat(sixth.connection.state()).isEqualTo(State.WAITING);
    assertThat(sixth.last().detail())
        .isEqualTo(
            "this account may have 5 of the platform's rooms open at a time, and has:"
                + " close one, or set rooms-per-account");
    rooms.get(0).connection.close();
    loop.advance(3_000);
    assertThat(sixth.connection.state()).isEqualTo(State.LIVE);
  }

  @Test
  void fourHundredRoomsThatWereClosedLetTheNextOneBeLiveWithinThreeSeconds() {
    List<ConnectedRoom> closed = open(400, Credentials.NONE);
    ConnectedRoom next = room(Credentials.NONE);
    next.connection.open();
    loop.advance(1_000);
    closed.forEach(room -> room.connection.close());
    loop.advance(3_000);
    assertThat(next.connection.state()).isEqualTo(State.LIVE);
  }

  @Test
  void aRoomThatNeedsAPasswordSaysSoAndWaitsLong() {
    way = new SiteDialler(loop, SimulatedSites.with(Fault.ROOM_LOCKED));
    ConnectedRoom room = open(1, Credentials.NONE).get(0);
    loop.advance(1_000);
    assertThat(room.connection.state()).isEqualTo(State.WAITING);
    assertThat(room.last().detail()).contains("needs a password");
    assertThat(room.last().nextInMs()).isEqualTo(Setback.LONG_MS);
    loop.advance(Setback.LONG_MS + 3_000);
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKED", "RATE_LIMITED"})
  void aBlockedAddressIsAskedAgainWhenTheServerSays(Fault fault) {
    way = new SiteDialler(loop, SimulatedSites.with(fault));
    ConnectedRoom room = open(1, Credentials.NONE).get(0);
    loop.advance(1_000);
    int asked = way.asked.size();
    loop.advance(58_000);
    assertThat(way.asked).hasSize(asked);
    assertThat(room.connection.state()).isEqualTo(State.WAITING);
    assertThat(room.last().detail()).contains("this address is blocked for now");
    loop.advance(5_000);
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
  }

  @Test
  void aBlockToldInAnAnswerIsOfTheAddressToo() {
    way = new SiteDialler(loop, SimulatedSites.with(Fault.LOOKUP_BLOCKED));
    List<ConnectedRoom> rooms = open(5, Credentials.NONE);
    loop.advance(30_000);
    assertThat(way.asked).hasSizeLessThanOrEqualTo(6);
    assertThat(rooms)
        .allSatisfy(room -> assertThat(room.last().detail()).contains("blocked for now"));
    loop.advance(120_000);
    assertThat(rooms).allSatisfy(room -> assertThat(room.connection.state()).isEqualTo(State.LIVE));
  }
}
