package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsFileTest {
  @TempDir Path dir = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("rooms.txt"), text);
  }

  @Test
  void itIsReadAsOtherRecordersWriteIt() throws IOException {
    Path file =
        file(
            """
            \uFEFFbilibili:545068

            原画,https://live.douyin.com/80017709309,主播: 某人
            超清，https://www.huya.com/lpl，主播：另一个人
            # https://live.bilibili.com/1
            #原画,https://live.bilibili.com/2
              https://live.bilibili.com/3 \r
            """);
    assertThat(RoomsFile.read(file))
        .containsExactly(
            "bilibili:545068",
            "https://live.douyin.com/80017709309",
            "https://www.huya.com/lpl",
            "https://live.bilibili.com/3");
  }

  @Test
  void whatNamesNoRoomIsToldWithItsLine() throws IOException {
    Path file = file("bilibili:1\n原画,545068\n");
    assertThatThrownBy(() -> RoomsFile.read(file))
        .hasMessage(
            file + " line 2 names no room: write bilibili:545068, or the address of its page");
    assertThatThrownBy(() -> RoomsFile.read(file("# bilibili:1\n")))
        .hasMessageContaining("names no room");
  }

  @Test
  void whatCannotBeAFileOfRoomsIsToldInWords() throws IOException {
    Path absent = dir.resolve("absent");
    assertThatThrownBy(() -> RoomsFile.read(absent))
        .hasMessage("cannot read " + absent + ": no such file");
    assertThatThrownBy(() -> RoomsFile.read(dir)).hasMessageContaining("is no regular file");
    Path gbk =
        Files.write(dir.resolve("gbk.txt"), new byte[] {(byte) 0xd4, (byte) 0xad, (byte) 0xbb});
    assertThatThrownBy(() -> RoomsFile.read(gbk))
        .hasMessageEndingWith("is not in UTF-8: save it so");
    assertThatThrownBy(() -> RoomsFile.read(file("x".repeat(1 << 21))))
        .hasMessageEndingWith("it is larger than 1 MiB");
  }

  @Test
  void aRoomOfTheFileThatNoPlatformKnowsIsRefused() throws IOException {
    Run run = Run.danmu("watch", "--rooms", file("nowhere:1\n").toString(), "--limit", "1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere:1");
  }
}
