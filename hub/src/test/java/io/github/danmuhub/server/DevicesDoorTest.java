package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.device.DevicesPart;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a person may do to devices, and a page of another origin may not. */
@TestInstance(Lifecycle.PER_CLASS)
class DevicesDoorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NOBODY_LISTENS = "{toy: {mqtt: {port: 1, topic: danmu/toy}}}";
  private static final PartStatus STATUS =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {}

        @Override
        public void working(Phrase words) {}
      };

  private final EventStream events = new EventStream();
  private final DevicesPart devices =
      new DevicesPart(
          HubConfigReader.parse("a test", "devices: " + NOBODY_LISTENS).devices(), events);
  private final Hub hub;

  DevicesDoorTest() throws Exception {
    hub = Hub.start(Hub.CONFIG, devices.doors());
  }

  @BeforeAll
  void start() {
    devices.start(STATUS);
    devices.measure(hub.telemetry.metrics());
  }

  @AfterAll
  void stop() {
    devices.close();
    events.close();
    hub.close();
  }

  private JsonNode toy() throws Exception {
    return WsClient.parse(hub.get("/api/devices").body()).path("devices").path(0);
  }

  private void awaitState(String state) {
    await().atMost(PATIENCE).until(() -> toy().path("state").asText().equals(state));
  }

  private void release() throws Exception {
    assertThat(hub.send("POST", "/api/devices/toy/release", "").statusCode()).isEqualTo(200);
    awaitState("disarmed");
  }

  private void say(String text, User.Role... roles) {
    User user = new User("1", "a", null, null, Set.of(roles), 0);
    events.publish(Chat.of(Origin.ours("bilibili", "1", 1), user, text));
  }

  @Test
  void aForeignPageArmsNothing() throws Exception {
    String[] foreign = {"origin", "http://evil.example"};
    for (String act : new String[] {"arm", "release", "stop", "disarm"}) {
      assertThat(hub.send("POST", "/api/devices/toy/" + act, "", foreign).statusCode())
          .as(act)
          .isEqualTo(403);
    }
  }

  @Test
  void aDeviceThatIsNotHeardIsNotArmedAndSaysWhy() throws Exception {
    var answer = hub.send("POST", "/api/devices/toy/arm", "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("not-armed", "toy is");
  }

  @Test
  void aStopThatNobodyConfirmedSaysWhatToDo() throws Exception {
    var answer = hub.send("POST", "/api/devices/stop", "");
    assertThat(answer.body()).contains("\"stopped\"", "not confirmed: pull the plug");
    assertThat(hub.send("POST", "/api/devices/toy/arm", "").body()).contains("release it first");
    assertThat(hub.get("/metrics").body())
        .contains("danmu_device_stopped{device=\"toy\"} 1.0", "danmu_device_stops_total");
    release();
  }

  @Test
  void moderatorsStopByOneWordAndNobodyElseDoes() throws Exception {
    say("停");
    say("停下来看看", User.Role.MODERATOR);
    say("stop", User.Role.MEMBER);
    say("Stop!", User.Role.MODERATOR);
    awaitState("stopped");
    assertThat(toy().path("why").asText()).contains("moderator in the chat");
    release();
    say("停", User.Role.ANCHOR);
    awaitState("stopped");
    release();
  }

  @Test
  void aDeviceThatIsNotThereIsNotFound() throws Exception {
    assertThat(hub.send("POST", "/api/devices/rocket/arm", "").statusCode()).isEqualTo(404);
  }
}
