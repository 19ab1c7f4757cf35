package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static final ExportOptions PLAIN = ExportOptions.DEFAULTS;
  private static final int NAME = 9;
  private static final int TEXT = 10;

  /** A reader of RFC 4180, written from its grammar. */
  private static List<List<String>> parse(String csv) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        field.append(csv.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\r')) {
        field.append(c);
      } else {
        record.add(field.toString());
        field.setLength(0);
        if (c == '\r') {
          assertThat(csv.charAt(++i)).isEqualTo('\n');
          records.add(record);
          record = new ArrayList<>();
        }
      }
    }
    assertThat(quoted).isFalse();
    assertThat(record).isEmpty();
    return records;
  }

  @Test
  void anEventIsOneLine() {
    assertThat(Exported.text(List.of(gift(500, 8, "花", 3, 300)), "csv", PLAIN))
        .isEqualTo(
            "seq,received,time,platform,room,type,id,history,user_id,user_name,text,item,count,"
                + "value_milli,currency\r\n"
                + "1,2026-11-21T08:00:00.500Z,2026-11-21T08:00:00.500Z,bilibili,545068,gift,,,8,"
                + "user 8,,花,3,300,CNY\r\n");
  }

  @Test
  void theByteOrderMarkIsThereWhenAskedFor() {
    assertThat(Exported.text(List.of(chat(0, 1, "a")), "csv", PLAIN.withBom(true)))
        .startsWith("\ufeff");
    assertThat(Exported.text(List.of(chat(0, 1, "a")), "csv", PLAIN)).startsWith("seq,");
  }

  @Test
  void aFormulaIsOnlyText() {
    String csv = Exported.text(List.of(chat(0, "=cmd()", "@SUM(A1)")), "csv", PLAIN);
    assertThat(csv).contains(",'=cmd(),'@SUM(A1),");
  }

  @Test
  void aFormulaInWideFormsOrBehindSpacesIsOnlyText() {
    String csv = Exported.text(List.of(chat(0, "＝cmd()", "\u3000 =A1")), "csv", PLAIN);
    assertThat(csv).contains(",'＝cmd(),'\u3000 =A1,");
  }

  @Provide
  Arbitrary<String> hostile() {
    return Hostile.texts();
  }

  @Property(tries = 300)
  void whatAParserReadsIsTheCleanGuardedText(@ForAll("hostile") String text) {
    List<List<String>> records =
        parse(Exported.text(List.of(chat(0, "n" + text, text)), "csv", PLAIN));
    assertThat(records).hasSize(2);
    assertThat(records.get(1)).hasSameSizeAs(records.get(0));
    assertThat(records.get(1).get(NAME)).isEqualTo("n" + CleanText.of(text));
    assertThat(records.get(1).get(TEXT)).isEqualTo(CsvField.guarded(CleanText.of(text)));
  }

  @Test
  void aWholeSecondIsWrittenWithItsMilliseconds() {
    assertThat(Exported.text(List.of(chat(0, 1, "a")), "csv", PLAIN))
        .contains("1,2026-11-21T08:00:00.000Z,2026-11-21T08:00:00.000Z,");
  }
}
