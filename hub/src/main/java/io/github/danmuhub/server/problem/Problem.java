package io.github.danmuhub.server.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Words;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;

/**
 * A refusal in words (RFC 9457). Never repeats what the client sent, which may be a secret.
 *
 * @param name a stable word for programs
 * @param detail for a person: what is wrong and what to do
 * @param told the same by its key, for who says it in another language
 */
public record Problem(int status, String name, String detail, Phrase told) {
  static final String CONTENT_TYPE = "application/problem+json";

  /** In another language by its name: the dictionaries have {@code problem.NAME}. */
  public Problem(int status, String name, String detail) {
    this(status, name, words("problem." + name, detail));
  }

  private static Phrase words(String key, String detail) {
    return Phrase.of(Words.ENGLISH.has(key) ? key : "problem.other", detail);
  }

  /** By its key. */
  public Problem(int status, String name, Phrase detail) {
    this(status, name, detail.toString(), detail);
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "urn:danmu-hub:problem:" + name)
        .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
        .put("status", status)
        .put("detail", detail)
        .set("told", ToldJson.write(told));
  }

  void send(HttpServerResponse response) {
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(status).putHeader("content-type", CONTENT_TYPE);
    response.putHeader("cache-control", "no-store").end(toJson().toString());
  }
}
