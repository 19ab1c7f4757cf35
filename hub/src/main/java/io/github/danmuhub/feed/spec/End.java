package io.github.danmuhub.feed.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.feed.message.Condition;
import io.github.danmuhub.feed.path.Value;
import io.github.danmuhub.platform.Setback;

/**
 * A message that ends a session.
 *
 * @param why in words
 * @param forGood whether trying again is in vain
 */
public record End(Condition when, Value why, boolean forGood) {
  /** What it means for what comes next. */
  public Setback setback(JsonNode message) {
    String words = "the site ends it: " + why.read(message).orElse("it does not say why");
    return forGood ? Setback.failed(0, words) : Setback.again(0, words);
  }
}
