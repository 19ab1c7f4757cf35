package io.github.danmuhub.rpc.call;

import com.fasterxml.jackson.databind.JsonNode;

/** Who waits for an answer. */
public interface Caller {
  /**
   * The one answer; nothing comes after it.
   *
   * @param client the id of the page's client
   */
  void answered(String client, Answer answer);

  /**
   * A part of the answer, ahead of its end.
   *
   * @return whether it is taken; else it is dropped and counted
   */
  default boolean takes(JsonNode part) {
    return false;
  }
}
