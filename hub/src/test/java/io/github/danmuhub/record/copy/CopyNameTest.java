package io.github.danmuhub.record.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.UsageException;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of copies stay in their folder, whatever a template or a site says. */
class CopyNameTest {
  /** 2026-11-21T08:00:00Z. */
  private static final long START = 1_795_248_000_000L;

  private static String name(String template, String anchor, String title) {
    RoomRef room = new RoomRef("bilibili", "545068");
    return CopyName.of(template, ZoneOffset.UTC).of(new RoomFacts(room, title, "", anchor), START);
  }

  @Test
  void theStandardOneTellsPlatformRoomAnchorStartAndTitle() {
    assertThat(name(CopyName.STANDARD, "某人", "唱歌 & 聊天"))
        .isEqualTo("bilibili-545068-某人-2026-11-21_08-00-00-唱歌 & 聊天");
  }

  @Test
  void twoBroadcastsOfOneTitleAreToldFromEachOtherByTheirStart() {
    assertThat(name("{title}", "", "晚安")).isEqualTo("晚安-2026-11-21_08-00-00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a/b\\c~a_b_c",
        "../../etc/passwd~_.._etc_passwd",
        "a:b*c?d\"e<f>g|h~a_b_c_d_e_f_g_h",
        "'  x  '~x",
        "line\u0000break\u0007x~line_break_x",
        "\u202Egnp.exe~gnp.exe",
        "zero\u200Bwidth~zerowidth",
      })
  void whatASystemDoesNotTakeIsReplaced(String title, String expected) {
    assertThat(name("{title} {start}", "", title)).isEqualTo(expected + " 2026-11-21_08-00-00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON", "con.txt", "Aux", "nul.tar.gz", "COM1", "lpt9.x", "COM¹"})
  void whatWindowsKeepsForItselfIsNotUsed(String taken) {
    assertThat(FileName.whole(taken)).isEqualTo("_" + taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "...", " . "})
  void nothingAndWhatMeansAFolderIsNoName(String name) {
    assertThat(FileName.whole(name)).isEqualTo("_");
  }

  @Test
  void noneIsHidden() {
    assertThat(FileName.whole(".profile. ")).isEqualTo("profile");
    assertThat(FileName.whole("\u00A0.a\u2003.\u3000")).isEqualTo("a");
  }

  @Test
  void threeHundredCharactersAreCutWhereTheyAreLongest() {
    String name = name(CopyName.STANDARD, "某人", "长".repeat(300));
    assertThat(name.getBytes(UTF_8)).hasSizeBetween(190, CopyName.LONGEST);
    assertThat(name).startsWith("bilibili-545068-某人-2026-11-21_08-00-00-长长").doesNotContain("�");
  }

  @Test
  void anEmojiIsCutAsAWhole() {
    assertThat(name("{title}{start}", "", "🎉".repeat(100)))
        .endsWith("🎉2026-11-21_08-00-00")
        .doesNotContain("\uFFFD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "''~names no file; write it like {platform}-{room}-{anchor}-{start}-{title}",
        "' '~names no file; write it like {platform}-{room}-{anchor}-{start}-{title}",
        "../{title}~has a / or \\: the files stay in their folder",
        "a\\b~has a / or \\: the files stay in their folder",
        "{who}~has a field {who}; there are {platform}, {room}, {anchor}, {start}, {title}",
        "{title~has a brace of no field; write it like {platform}-{room}-{anchor}-{start}-{title}",
      })
  void aTemplateThatIsNoneIsToldInWords(String template, String why) {
    assertThatThrownBy(() -> CopyName.of(template, ZoneOffset.UTC))
        .isInstanceOf(UsageException.class)
        .hasMessage(why);
  }

  @Test
  void aTemplateOfThreeHundredCharactersIsToldInWords() {
    assertThatThrownBy(() -> CopyName.of("x".repeat(300), ZoneOffset.UTC))
        .hasMessage("is too long: its own words and times take 320 bytes of 120");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "CON", "...{title}", ".{start}"})
  void aTemplateThatWouldMeanAnotherPlaceNamesAFileAllTheSame(String template) {
    String name = name(template, "", "");
    assertThat(name).isNotEmpty().doesNotStartWith(".").contains("2026-11-21_08-00-00");
  }

  @Property
  void itIsAlwaysOneFileOfTheFolder(@ForAll String anchor, @ForAll String title) {
    String name = name(CopyName.STANDARD, anchor, title);
    assertThat(name.getBytes(UTF_8).length).isBetween(1, CopyName.LONGEST);
    assertThat(name).doesNotContain("/", "\\", "\0").doesNotStartWith(".").isEqualTo(name.strip());
  }
}
