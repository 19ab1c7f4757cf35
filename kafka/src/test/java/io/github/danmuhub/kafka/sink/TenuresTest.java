package io.github.danmuhub.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenuresTest {
  private static final String A = "huya:1";
  private static final String B = "huya:2";

  private final Path dir;
  private long last;

  TenuresTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private Tenures open(long seconds) throws IOException {
    return Tenures.open(dir, () -> last, seconds);
  }

  private Path file() {
    return dir.resolve("kafka-tenures.cursor");
  }

  @Test
  void aRoomOfTheUsersOwnIsInTheRunsTenure() throws Exception {
    assertThat(open(1_000).of(A, 1)).isEqualTo(new Tenure(1_000, false));
  }

  @Test
  void whatAKilledRunLeftKeepsItsEpochAndIsLate() throws Exception {
    Tenures killed = open(1_000);
    killed.began(List.of(A), 7);
    last = 10;
    Tenures next = open(2_000);
    assertThat(next.of(A, 10)).isEqualTo(new Tenure(7, true));
    assertThat(next.of(B, 10)).isEqualTo(new Tenure(1_000, true));
    assertThat(next.of(B, 11)).isEqualTo(new Tenure(2_000, false));
    assertThat(next.of(A, 11)).isEqualTo(new Tenure(2_000, false));
  }

  @Test
  void ofARoomThatCameBackEachTenureHasItsOwnEpoch() throws Exception {
    Tenures tenures = open(1_000);
    tenures.began(List.of(A, B), 7);
    last = 10;
    tenures.ended(List.of(A));
    assertThat(tenures.of(A, 10)).isEqualTo(new Tenure(7, true));
    assertThat(tenures.of(A, 11)).isEqualTo(new Tenure(7, true));
    last = 20;
    tenures.began(List.of(A), 9);
    assertThat(tenures.of(A, 20)).isEqualTo(new Tenure(7, true));
    assertThat(tenures.of(A, 21)).isEqualTo(new Tenure(9, false));
    assertThat(tenures.of(B, 21)).isEqualTo(new Tenure(7, false));
  }

  /** A broker that has forgotten the group counts its generations from 1 again. */
  @Test
  void ofAGroupThatWasForgottenTheOldTenureIsLateAndTheNewOneIsNot() throws Exception {
    Tenures tenures = open(1_000);
    tenures.began(List.of(A), 50);
    last = 10;
    tenures.began(List.of(A), 1);
    assertThat(tenures.of(A, 10)).isEqualTo(new Tenure(50, true));
    assertThat(tenures.of(A, 11)).isEqualTo(new Tenure(1, false));
  }

  @Test
  void aClockThatWasSetBackSetsNoEpochBack() throws Exception {
    assertThat(open(1_000).of(A, 1).epoch()).isEqualTo(1_000);
    last = 5;
    assertThat(open(500).of(A, 6).epoch()).isEqualTo(1_001);
  }

  @Test
  void aRunInWhichNothingWasHeardLeavesNothing() throws Exception {
    Tenures silent = open(1_000);
    silent.began(List.of(A), 7);
    Tenures next = open(2_000);
    assertThat(next.of(A, 1)).isEqualTo(new Tenure(2_000, false));
  }

  @Test
  void whatIsSentIsForgottenAndNothingElse() throws Exception {
    open(1_000).began(List.of(A, B), 7);
    last = 10;
    Tenures tenures = open(2_000);
    tenures.sent(9);
    assertThat(tenures.of(A, 10)).isEqualTo(new Tenure(7, true));
    assertThat(Files.readAllLines(file())).hasSize(4);
    tenures.sent(10);
    assertThat(Files.readAllLines(file())).containsExactly("2000 10");
    assertThat(tenures.of(A, 11)).isEqualTo(new Tenure(2_000, false));
  }

  @Test
  void theyAreBoundedAndTheOldestGo() throws Exception {
    Tenures tenures = open(1_000);
    tenures.began(List.of(A), 7);
    last = 1;
    tenures.began(IntStream.range(0, 50_000).mapToObj(i -> "huya:r" + i).toList(), 8);
    assertThat(Files.readAllLines(file())).hasSize(50_001);
    assertThat(tenures.of(A, 2).epoch()).isEqualTo(1_000);
    assertThat(tenures.of("huya:r0", 2).epoch()).isEqualTo(8);
  }

  @Test
  void aFileThatHoldsNoneIsToldByItsName() throws Exception {
    Files.writeString(file(), "seven\n");
    assertThatThrownBy(() -> open(1_000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("kafka-tenures.cursor does not hold tenures");
  }
}
