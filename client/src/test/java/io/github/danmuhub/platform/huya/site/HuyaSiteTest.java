package io.github.danmuhub.platform.huya.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.huya.HuyaCaptures;
import io.github.danmuhub.platform.huya.message.HuyaEvents;
import io.github.danmuhub.platform.huya.packet.HuyaConnectInfo;
import io.github.danmuhub.platform.huya.packet.HuyaGroups;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.platform.huya.site.HuyaStage.Guest;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.wire.MalformedException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HuyaSiteTest {
  private static final String PROFILE =
      "https://mp.huya.com/cache.php?m=Live&do=profileRoom&showSecret=1&roomid=";

  @Test
  void aHostedRoomHasItsPresentersUid() {
    String answer = HuyaStage.scripted().get(PROFILE + "lpl").text();
    assertThat(answer)
        .contains("\"status\":200", "\"uid\":" + HuyaStage.PRESENTER, "\"liveStatus\":\"ON\"");
  }

  @Test
  void anyOtherRoomDoesNotExist() {
    HuyaStage stage = HuyaStage.scripted();
    assertThat(stage.get(PROFILE + "nobody").text()).contains("\"status\":422");
    assertThat(stage.get("https://www.huya.com/nobody").status()).isEqualTo(404);
  }

  @Test
  void aRoomHasAPageToo() {
    assertThat(HuyaStage.scripted().get("https://www.huya.com/lpl").text())
        .contains("TT_PROFILE_INFO = {", "\"lp\":" + HuyaStage.PRESENTER, "\"state\":\"ON\"");
  }

  @Test
  void aRefusedLookupIsRefusedOnce() {
    HuyaStage stage = HuyaStage.with(Fault.LOOKUP_REFUSED);
    assertThat(stage.get(PROFILE + "lpl").text()).contains("\"status\":500");
    assertThat(stage.get(PROFILE + "lpl").text()).contains("\"status\":200");
  }

  @Test
  void aSocketWithABrokenBaseinfoIsRefused() {
    URI url = URI.create("wss://wsapi.huya.com/?baseinfo=_");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> HuyaStage.scripted().connect(url, Headers.NONE))
        .satisfies(e -> assertThat(e.reply().status()).isEqualTo(400));
  }

  @Test
  void whoRegistersForTheRoomHearsItByBothPushes() throws RefusedException, MalformedException {
    Guest guest = HuyaStage.scripted().connect();
    guest.say(HuyaGroups.of(HuyaStage.PRESENTER).request(1));
    assertThat(HuyaGroups.ofAnswer(guest.heard.get(0)))
        .isEqualTo(HuyaGroups.of(HuyaStage.PRESENTER));
    guest.listen(60_000);
    assertThat(guest.heard(HuyaPacket.PUSH)).isNotEmpty();
    assertThat(guest.heard(HuyaPacket.PUSH_BATCH)).isNotEmpty();
  }

  @Test
  void whoTakesTheYyidForTheUidIsRefused() throws RefusedException, MalformedException {
    HuyaStage stage = HuyaStage.scripted();
    Guest guest = stage.connect();
    guest.say(HuyaGroups.of(HuyaStage.PRESENTER / 7).request(1));
    assertThat(HuyaGroups.ofAnswer(guest.heard.get(0)).isAccepted()).isFalse();
    guest.listen(60_000);
    assertThat(guest.heard).hasSize(1);
    assertThat(stage.tallies()).containsEntry("registrations refused", 1L);
  }

  @Test
  void aRegistrationIsRefusedOrNotAnsweredOnce() throws RefusedException, MalformedException {
    Guest refused = HuyaStage.with(Fault.AUTH_REFUSED).connect();
    refused.say(HuyaGroups.of(HuyaStage.PRESENTER).request(1));
    refused.say(HuyaGroups.of(HuyaStage.PRESENTER).request(2));
    assertThat(HuyaGroups.ofAnswer(refused.heard.get(0)).isAccepted()).isFalse();
    assertThat(HuyaGroups.ofAnswer(refused.heard.get(1)).isAccepted()).isTrue();

    Guest unheard = HuyaStage.with(Fault.AUTH_SILENT).connect();
    unheard.say(HuyaGroups.of(HuyaStage.PRESENTER).request(1));
    unheard.listen(30_000);
    assertThat(unheard.heard).isEmpty();
  }

  @Test
  void aHeartbeatIsAnswered() throws RefusedException {
    Guest guest = HuyaStage.scripted().connect();
    guest.say(HuyaPacket.heartbeat());
    assertThat(guest.heard(HuyaPacket.HEARTBEAT_ANSWER)).hasSize(1);
  }

  @Test
  void whoOfferedDeflateHearsNothingAfterTwoSeconds() throws RefusedException {
    HuyaStage stage = HuyaStage.scripted();
    URI url = HuyaConnectInfo.visitor("").url("wsapi.huya.com");
    Headers offer =
        Headers.of("Sec-WebSocket-Extensions", "permessage-deflate; server_no_context_takeover");
    Guest guest = stage.connect(url, offer);
    guest.say(HuyaGroups.of(HuyaStage.PRESENTER).request(1));
    guest.listen(2_000);
    int heard = guest.heard.size();
    assertThat(heard).isGreaterThan(1);
    guest.listen(60_000);
    guest.say(HuyaPacket.heartbeat());
    assertThat(guest.heard).hasSize(heard);
    assertThat(stage.tallies()).containsEntry("sockets that offer permessage-deflate", 1L);
  }

  @Test
  void aFrameThatIsNoPacketEndsTheSocket() throws RefusedException {
    HuyaStage stage = HuyaStage.scripted();
    Guest guest = stage.connect();
    guest.say(HuyaPacket.of(HuyaPacket.REGISTER_GROUPS, new byte[] {0x0f}, 1));
    assertThat(guest.dropped).isTrue();
    assertThat(stage.tallies()).containsEntry("a frame that is no packet", 1L);
  }

  @Test
  void aReplayThatStartsAgainHasFreshIdsAndPayments() throws RefusedException, MalformedException {
    byte[] batch = new byte[HuyaCaptures.frame("synthetic/cmd22_batch").remaining()];
    HuyaCaptures.frame("synthetic/cmd22_batch").get(batch);
    Guest guest =
        HuyaStage.looping(List.of(new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(batch))))
            .connect();
    guest.say(HuyaGroups.of(HuyaStage.PRESENTER).request(1));
    guest.listen(5_000);
    RecordingContext out = RecordingContext.of("huya");
    HuyaEvents events = new HuyaEvents(HuyaStage.ROOM, false);
    for (HuyaPacket packet : guest.heard) {
      if (HuyaPush.is(packet)) {
        HuyaPush.decode(packet, message -> events.onMessage(message, out));
      }
    }
    long gifts = out.events().stream().filter(Gift.class::isInstance).count();
    assertThat(gifts).isGreaterThan(1);
    assertThat(out.broken()).isEmpty();
    assertThat(out.events()).extracting(LiveEvent::origin).doesNotHaveDuplicates();
  }
}
