package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private final Heartbeats heartbeats = new Heartbeats();

  @Test
  void answersBelongToHeartbeatsInTheirOrder() {
    heartbeats.sent(0);
    heartbeats.sent(30_000);
    assertThat(heartbeats.answered(35_000)).hasValue(35_000);
    assertThat(heartbeats.answered(35_001)).hasValue(5_001);
    assertThat(heartbeats.answered(35_002)).isEmpty();
  }

  @Test
  void oneLostAnswerIsSeenOnceAndShiftsNothing() {
    heartbeats.sent(0);
    heartbeats.sent(30_000);
    assertThat(heartbeats.answered(30_040)).hasValue(30_040);
    heartbeats.sent(60_000);
    assertThat(heartbeats.answered(60_050)).hasValue(50);
    heartbeats.sent(90_000);
    assertThat(heartbeats.answered(90_060)).hasValue(60);
  }

  @Test
  void aPeerThatNeverAnswersCostsFourNumbers() {
    for (int beat = 0; beat < 1_000; beat++) {
      heartbeats.sent(beat * 10L);
    }
    assertThat(heartbeats.answered(10_000)).hasValue(40);
  }

  @Test
  void aClockThatIsSetBackGivesNoNegativeRoundTrip() {
    heartbeats.sent(10_000);
    assertThat(heartbeats.answered(4_000)).hasValue(0);
  }
}
