package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms as people paste them, against the simulated platforms. */
class PastedRoomsTest {

  private static Simulator simulator() throws Exception {
    return Hosted.scripted(20, "douyin:80017709309", "bilibili:545068");
  }

  @ParameterizedTest
  @CsvSource({
    "【猫】正在直播 https://v.douyin.com/abc/ 复制此链接, douyin",
    "https://webcast.amemv.com/douyin/webcast/reflow/80017709309?u_code=1, douyin",
    "看 https://b23.tv/abc, bilibili",
    "545068, bilibili"
  })
  void watchOpensThem(String pasted, String platform) throws Exception {
    try (Simulator simulator = simulator()) {
      Run run =
          Run.danmu(
              "watch",
              pasted,
              "--platform",
              "bilibili",
              "--json",
              "--only",
              "chat",
              "--limit",
              "1",
              "--for",
              "20s",
              "--simulator",
              simulator.uri().toString());
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).contains("\"platform\":\"" + platform + "\"");
    }
  }

  @Test
  void theHubOpensThemUnderTheirOwnNames() throws Exception {
    try (Simulator simulator = simulator();
        DanmuClient client = Hosted.client(simulator)) {
      HubRooms rooms = new HubRooms(client, PlatformSettings.DEFAULT, 5);

      assertThat(rooms.open("看 https://v.douyin.com/abc/").room().key())
          .isEqualTo("douyin:80017709309");
      assertThat(rooms.open("douyin:80017709309").isNew()).isFalse();
      assertThat(rooms.open("https://b23.tv/545068").room().key()).isEqualTo("bilibili:545068");
      assertThatThrownBy(() -> rooms.open("https://b23.example/545068"))
          .isInstanceOf(RoomRefusedException.class)
          .hasMessageContaining("no platform knows the room");
    }
  }

  @Test
  void theHubsFileNamesThemTooAndOneThatLeadsNowhereCostsTheOthersNothing(@TempDir Path dir)
      throws Exception {
    try (Simulator simulator = Hosted.scripted(20, "douyin:80017709309")) {
      Path file = dir.resolve("danmu.yaml");
      Files.writeString(
          file,
          """
          server: {port: 0}
          rooms:
            - https://b23.tv/abc
            - 看 https://v.douyin.com/abc/
          """);
      Run run =
          Run.danmu(
              "serve",
              "--config",
              file.toString(),
              "--simulator",
              simulator.uri().toString(),
              "--for",
              "1ms");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).startsWith("ready http://127.0.0.1:");
      assertThat(run.err())
          .contains("the share link of b23.tv leads to no live room", "the hub goes on without it")
          .doesNotContain("v.douyin.com");
    }
  }

  @Test
  void aBareNumberIsAskedForInWords() {
    Run run = Run.danmu("watch", "545068");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("write PLATFORM:ROOM, for example bilibili:");
  }
}
