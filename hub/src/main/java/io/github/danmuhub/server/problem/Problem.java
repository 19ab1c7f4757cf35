package io.github.danmuhub.server.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.text.Phrase;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;

/**
 * A refusal in words (RFC 9457). Never repeats what the client sent, which may be a secret.
 *
 * @param name a stable word for programs
 * @param detail for a person: what is wrong and what to do
 * @param told the same by its key, for who says it in another language; {@link Phrase#NONE} where
 *     it has none
 */
public record Problem(int status, String name, String detail, Phrase told) {
  static final String CONTENT_TYPE = "application/problem+json";

  /** In English only. */
  public Problem(int status, String name, String detail) {
    this(status, name, detail, Phrase.NONE);
  }

  /** By its key. */
  public Problem(int status, String name, Phrase detail) {
    this(status, name, detail.toString(), detail);
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "urn:danmu-hub:problem:" + name)
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail);
    return told.equals(Phrase.NONE) ? json : json.set("told", ToldJson.write(told));
  }

  void send(HttpServerResponse response) {
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(status).putHeader("content-type", CONTENT_TYPE);
    response.putHeader("cache-control", "no-store").end(toJson().toString());
  }
}
