package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears the events of one session, on the link's loop: must not block. */
public interface CdpEvents {
  void on(String method, JsonNode parameters);
}
