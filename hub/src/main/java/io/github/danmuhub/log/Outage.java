package io.github.danmuhub.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a trouble that comes back each second once, and when it is over. One thread. */
public final class Outage {
  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

  private final String trouble;
  private boolean on;

  /**
   * @param trouble in words, such as {@code the index falls behind}
   */
  public Outage(String trouble) {
    this.trouble = trouble;
  }

  public void begins(Exception why) {
    if (!on) {
      LOG.warn("{}, and is made up for as soon as it can be: {}", trouble, why.getMessage());
    }
    on = true;
  }

  public void isOver() {
    if (on) {
      LOG.warn("no longer: {}", trouble);
    }
    on = false;
  }
}
