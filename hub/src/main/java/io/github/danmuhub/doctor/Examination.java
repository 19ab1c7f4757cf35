package io.github.danmuhub.doctor;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Reasons;

/**
 * Hears the connection's events, and tells them as steps. The walk ends when the room has failed,
 * or with the first report of a live room's health. On the loop only.
 */
final class Examination {
  private final TracingDialler trace;
  private final Walk walk;
  private State state = State.RESOLVING;
  private long since;
  private Health before = Health.NONE;
  private boolean heartbeat;
  private boolean malformed;

  Examination(TracingDialler trace, Walk walk) {
    this.trace = trace;
    this.walk = walk;
  }

  /** Loses nothing: 0. */
  int hear(LiveEvent event) {
    if (event instanceof Connection step) {
      move(step);
    } else if (event instanceof Room room) {
      walk.step("room", Step.Outcome.OK, Phrase.foreign(room.title()), walk.now());
    } else if (event instanceof Broadcast broadcast) {
      walk.step(
          "broadcast",
          Step.Outcome.OK,
          Phrase.of("doctor.on-air." + EnumWords.word(broadcast.state())),
          walk.now());
    } else if (event instanceof Malformed broken && !malformed) {
      malformed = true;
      walk.step(
          "message",
          Step.Outcome.WARNING,
          Phrase.of("doctor.malformed", Phrase.library(broken.why())),
          walk.now());
    }
    return 0;
  }

  private void move(Connection to) {
    switch (to.state()) {
      case RESOLVING -> since = walk.now();
      case CONNECTING -> dialling();
      case AUTHENTICATING -> opened();
      case LIVE -> live(to.health());
      case WAITING, FAILED -> lost(to);
      case SILENT, ENDED -> {}
    }
    state = to.state();
  }

  private void dialling() {
    since = walk.now();
    malformed = false;
    trace.dialling();
  }

  private void opened() {
    if (isPolled()) {
      walk.step("dial", Step.Outcome.WARNING, Phrase.of("doctor.polling"), since);
    } else {
      walk.step("dial", Step.Outcome.OK, Phrase.foreign(trace.place()), since);
    }
    since = walk.now();
  }

  private boolean isPolled() {
    return trace.place().isEmpty();
  }

  private void live(Health health) {
    if (state == State.LIVE) {
      sumUp(health);
      walk.end(true);
    } else {
      walk.step("auth", Step.Outcome.OK, Phrase.of("doctor.accepted"), since);
      before = health;
      since = walk.now();
    }
  }

  private void sumUp(Health now) {
    tellHeartbeat(now);
    if (!heartbeat && !isPolled() && !trace.isPage()) {
      walk.step("heartbeat", Step.Outcome.WARNING, Phrase.of("doctor.no-heartbeat"), since);
    }
    long messages = now.counts().events() - before.counts().events();
    long broken = now.counts().malformed() - before.counts().malformed();
    long seconds = (walk.now() - since) / 1000;
    Phrase seen =
        Phrase.of(
            messages == 0 ? "doctor.quiet" : "doctor.messages",
            messages,
            seconds,
            now.counts().unknown() - before.counts().unknown(),
            broken);
    Step.Outcome outcome = messages == 0 || broken > 0 ? Step.Outcome.WARNING : Step.Outcome.OK;
    walk.step("messages", outcome, seen, since);
  }

  private void tellHeartbeat(Health now) {
    if (!heartbeat && now.roundTripMs() >= 0) {
      heartbeat = true;
      walk.step(
          "heartbeat",
          Step.Outcome.OK,
          Phrase.of("doctor.heartbeat"),
          walk.now() - now.roundTripMs());
    }
  }

  /** The back-off may be told twice. */
  private void lost(Connection to) {
    if (state != State.WAITING) {
      tellHeartbeat(to.health());
      Closed closed = trace.closing();
      if (closed == null) {
        walk.step(failing(), Step.Outcome.FAILED, reason(to, words(to)), since);
      } else {
        String step = isLive() ? "messages" : "dial";
        Phrase why = reason(to, words(to, closed));
        walk.step(step, Step.Outcome.FAILED, Phrase.of("doctor.lost", trace.place(), why), since);
      }
    }
    if (to.state() == State.FAILED) {
      walk.end(false);
    }
  }

  private boolean isLive() {
    return state == State.LIVE || state == State.SILENT;
  }

  /** The step that fails where no socket was closed. */
  private String failing() {
    return switch (state) {
      case CONNECTING -> "dial";
      case AUTHENTICATING -> "auth";
      case LIVE, SILENT -> "session";
      default -> "lookup";
    };
  }

  private static Phrase reason(Connection lost, String said) {
    return Reasons.of(lost.origin().platform(), lost.code(), said);
  }

  private static String words(Connection lost) {
    String why = String.valueOf(lost.detail());
    String code = " (code " + lost.code() + ")";
    return lost.code() == 0 || why.endsWith(code) ? why : why + code;
  }

  /** What happened, and what the platform means by it. */
  private static String words(Connection lost, Closed closed) {
    String why = String.valueOf(lost.detail());
    String happened = closed.words();
    String explained = why.startsWith(happened) ? why.substring(happened.length()) : ": " + why;
    String status = closed.refusal() == null ? "" : ", HTTP " + closed.refusal().status();
    return "%s (%d%s)%s".formatted(closed.reason(), closed.code(), status, explained);
  }
}
