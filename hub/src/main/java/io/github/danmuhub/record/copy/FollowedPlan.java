package io.github.danmuhub.record.copy;

import io.github.danmuhub.log.Page;
import java.io.IOException;
import java.util.Map;

/** A {@link CopyPlan} that others follow who write no file: it remembers itself as text. */
public final class FollowedPlan {
  private final CopyPlan plan;

  public FollowedPlan(CopySettings settings) {
    this.plan = new CopyPlan(settings);
  }

  /** Goes on from what {@link #memory} was. */
  public void resume(String memory) throws IOException {
    plan.resume(CopyMemory.read(memory).rooms());
  }

  public String memory() {
    return new CopyMemory(plan.memory(), Map.of()).text();
  }

  /** Tells {@code hearer} what {@code page} comes to. */
  public void accept(Page page, CopyHearer hearer) throws IOException {
    plan.accept(page, hearer);
  }
}
