package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.RoomRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomNamesTest {
  private final RoomNames names =
      new RoomNames(List.of(new PolledPlatform("one"), new PolledPlatform("two")));

  @ParameterizedTest
  @CsvSource({
    "one:77, one, 77",
    "two:77, two, 77",
    "' two:77 ', two, 77",
    "https://live.two.example/77, two, 77",
    "live.one.example/8, one, 8"
  })
  void aRoomIsNamedByItsPlatformOrByItsUrl(String text, String platform, String room) {
    RoomNames.Named named = names.read(text);
    assertThat(named.room()).isEqualTo(new RoomRef(platform, room));
    assertThat(named.platform().id()).isEqualTo(platform);
  }

  @ParameterizedTest
  @CsvSource({"three:77", "77", "https://other.example/77", "''"})
  void whatNobodyKnowsIsRefusedWithWhatToWriteInstead(String text) {
    assertThatThrownBy(() -> names.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no platform knows the room '%s'; write PLATFORM:ROOM, for example one:21452505,"
                + " or the URL in the browser's address bar; platforms: one, two",
            text);
  }

  @Test
  void aRoomThatItsPlatformDoesNotUnderstandIsRefused() {
    assertThatThrownBy(() -> names.read("one:abc"))
        .hasMessage("'abc' is not a room of one; write one:ROOM as in the room's own URL");
  }
}
