package io.github.danmuhub.server.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.log.Page;
import org.junit.jupiter.api.Test;

class BatchTest {
  @Test
  void aGapSaysHowManyUnlessNobodyKnows() {
    assertThat(Batch.gap(12)).contains("\"type\":\"gap\",\"missed\":12,");
    assertThat(Batch.gap(Page.UNKNOWN + 7)).contains("\"type\":\"gap\",\"why\"");
    assertThat(Batch.sseGap("w")).isEqualTo("data: {\"v\":1,\"type\":\"gap\",\"why\":\"w\"}\n\n");
  }
}
