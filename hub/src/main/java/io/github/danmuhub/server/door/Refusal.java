package io.github.danmuhub.server.door;

import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.ProblemException;
import io.github.danmuhub.text.Phrase;
import io.vertx.ext.web.RoutingContext;

/** How a part's door refuses a request: in words, as all doors do (RFC 9457). */
public final class Refusal {
  private Refusal() {}

  /**
   * Ends the request.
   *
   * @param name a word for programs, such as {@code no-such-room}
   * @param detail a line for a person: why, and what to do
   */
  public static void send(RoutingContext context, int status, String name, String detail) {
    context.fail(status, new ProblemException(status, name, detail));
  }

  /** Likewise, in words that a page says in its own language. */
  public static void send(RoutingContext context, int status, String name, Phrase detail) {
    context.fail(status, new ProblemException(new Problem(status, name, detail)));
  }
}
