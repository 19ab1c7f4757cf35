package io.github.danmuhub.event.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Origin;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @Property
  void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 0, max = Origin.LATEST) long epochMs)
      throws BadEventException {
    assertThat(Rfc3339.parse(new String(Rfc3339.format(epochMs)))).isEqualTo(epochMs);
  }

  /** Days and hours that do not exist, too: what the JDK refuses is refused. */
  @Property
  void ourFormIsReadAsTheJdkReadsIt(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(max = 13) int month,
      @ForAll @IntRange(max = 32) int day,
      @ForAll @IntRange(max = 25) int hour,
      @ForAll @IntRange(max = 61) int second)
      throws BadEventException {
    String text =
        "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ"
            .formatted(year, month, day, hour, second, second, second);
    long expected;
    try {
      expected = OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(BadEventException.class);
      return;
    }
    assertThat(Rfc3339.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00.0000Z",
        "2026-11-21T16:00:00+08:00",
        "2026-11-21T08:00:00.000000000Z",
        "2026-11-21T08:00:00.000+00:00"
      })
  void otherFormsOfTheStandardAreReadToo(String text) throws BadEventException {
    assertThat(Rfc3339.parse(text)).isEqualTo(1_795_248_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21T08:00:00.000",
        "2026-11-21 08:00:00.000Z",
        "2026-11-21T08:00:00.00xZ",
        "２026-11-21T08:00:00.000Z",
        "2026-02-29T08:00:00.000Z"
      })
  void whatIsNoTimeIsRefusedInWords(String text) {
    assertThatThrownBy(() -> Rfc3339.parse(text))
        .isInstanceOf(BadEventException.class)
        .hasMessage("not a time like 2026-11-21T08:00:00.000Z");
  }

  @Test
  void theFirstAndTheLastMomentAreRead() throws BadEventException {
    assertThat(Rfc3339.parse("1970-01-01T00:00:00.000Z")).isZero();
    assertThat(Rfc3339.parse("9999-12-31T23:59:59.999Z")).isEqualTo(Origin.LATEST);
  }
}
