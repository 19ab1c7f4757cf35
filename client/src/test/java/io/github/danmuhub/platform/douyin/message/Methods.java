package io.github.danmuhub.platform.douyin.message;

import java.util.Set;
import java.util.TreeSet;

/** The methods that the table knows, for the tests of what reads all of them. */
public final class Methods {
  private Methods() {}

  /** Those, and one that it does not know. */
  public static Set<String> all() {
    Set<String> all = new TreeSet<>(DouyinEvents.methods());
    all.add("WebcastUnheardOf");
    return all;
  }
}
