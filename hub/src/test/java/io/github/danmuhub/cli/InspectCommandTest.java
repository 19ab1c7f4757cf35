package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final String AUTH_REPLY = "0000001a0010000100000008000000017b22636f6465223a307d";

  private final Path dir;

  InspectCommandTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aFileThatIsNotThereIsNoBase64() {
    for (String name : new String[] {dir.resolve("missing").toString(), "missing.bin"}) {
      Run run = Run.danmu("inspect", name);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).isEqualTo("danmu: " + name + ": no such file\n");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void aWordThatMayBeANameIsTakenForBase64AndToldSo() {
    for (String word : new String[] {"MISSINGFILE", "captures/missing"}) {
      Run run = Run.danmu("inspect", word);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).startsWith("danmu: " + word + ": no such file; taken for ");
      assertThat(run.out()).contains("no platform recognizes it");
    }
  }

  @Test
  void whatIsRecognizedIsNotAskedForAFile() {
    assertThat(Run.danmu("inspect", AUTH_REPLY).err()).isEmpty();
    String base64 = "AAAAGgAQAAEAAAAIAAAAAXsiY29kZSI6MH0=";
    assertThat(Run.danmu("inspect", base64).err()).isEmpty();
  }

  @Test
  void aFolderIsToldAsOne() {
    Run run = Run.danmu("inspect", dir.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains(dir + " is a folder: name a file in it");
  }

  @Test
  void anAnswerThatTheClientWouldSendIsToldOnce() {
    Run run = Run.danmu("inspect", AUTH_REPLY);
    assertThat(run.lines()).filteredOn(line -> line.contains("would answer")).hasSize(1);
  }

  @Test
  void whatIsWrongWithTheOptionsIsToldInWords() {
    Run depth = Run.danmu("inspect", "--depth", "0", AUTH_REPLY);
    assertThat(depth.exit()).isEqualTo(2);
    assertThat(depth.err()).contains("--depth must be at least 1");
    Run message = Run.danmu("inspect", "--message", "Chat", AUTH_REPLY);
    assertThat(message.exit()).isEqualTo(2);
    assertThat(message.err()).contains("add --schema FILE.proto");
  }

  @Test
  void anEmptyWordIsNoFolder() {
    Run run = Run.danmu("inspect", "");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("empty").doesNotContain("folder");
  }

  @Test
  void nothingInAFrameCommandsTheTerminal() throws IOException {
    Path file = dir.resolve("frame.bin");
    Files.writeString(file, "{\"cmd\":\"\u009b31m\u001b[2J\u202e\"}");
    Run run = Run.danmu("inspect", file.toString());
    assertThat(run.out()).isNotEmpty().doesNotContain("\u009b", "\u001b", "\u202e");
  }

  @Test
  void theFramesOfAFileAreTakenApart() throws IOException {
    Path file = Files.writeString(dir.resolve("reply"), AUTH_REPLY);
    Run run = Run.danmu("inspect", file.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("authentication reply");
  }

  @Test
  void aSchemaNamesTheFieldsOfProtobuf() throws IOException {
    Path schema =
        Files.writeString(
            dir.resolve("chat.proto"), "message Chat { uint32 room = 1; string text = 2; }");
    String[] named = {"inspect", "08960112026869", "--schema", schema.toString()};
    assertThat(Run.danmu(named).out()).contains("protobuf, if it is: Chat", "room ", "2, string");
    String[] one = {"inspect", "089601", "--schema", schema.toString(), "--filter", "cmd=Chat"};
    assertThat(Run.danmu(one).out()).contains("room ", "150", "1, uint32");
    Path broken = Files.writeString(dir.resolve("broken.proto"), "message Chat {");
    Run run = Run.danmu("inspect", "0896", "--schema", broken.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("danmu: " + broken + ": line 1: the file ends within Chat\n");
    Run missing = Run.danmu("inspect", "0896", "--schema", dir.resolve("no.proto").toString());
    assertThat(missing.err()).startsWith("danmu: cannot read ");
    assertThat(Run.danmu(named[0], named[1], named[2], named[3], "--message", "Gift").err())
        .contains("--message Gift: the schema has no such message");
  }
}
