package io.github.danmuhub.rpc.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.ManualTimers;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final Jobs jobs = new Jobs();
  private final ManualTimers time = new ManualTimers();

  private Job ended(String text) {
    Job job = jobs.open().orElseThrow();
    jobs.end(job, Job.Ended.of("tab", new Answer.Value(TextNode.valueOf(text))), time);
    return job;
  }

  @Test
  void anAnswerIsKeptForItsTime() {
    Job job = ended("a");
    time.pass(Jobs.KEPT_MS - 1);
    assertThat(jobs.find(job.id())).containsSame(job);
    time.pass(1);
    assertThat(jobs.find(job.id())).isEmpty();
  }

  @Test
  void whereAllWaitThereIsNoRoomAndOneThatHasEndedMakesRoom() {
    Job first = jobs.open().orElseThrow();
    for (int i = 1; i < Jobs.MOST; i++) {
      assertThat(jobs.open()).isPresent();
    }
    assertThat(jobs.open()).isEmpty();
    jobs.end(first, Job.Ended.of("tab", new Answer.Gone("")), time);
    assertThat(jobs.open()).isPresent();
    assertThat(jobs.find(first.id())).isEmpty();
  }

  @Test
  void answersAreBoundedInBytesAndTheOldestGoFirst() {
    String large = "x".repeat(40 << 20);
    Job first = ended(large);
    Job second = ended(large);
    assertThat(jobs.find(first.id())).isEmpty();
    assertThat(jobs.find(second.id())).isPresent();
  }

  @Test
  void idsCannotBeGuessed() {
    assertThat(jobs.open().orElseThrow().id()).hasSize(22);
  }
}
