package io.github.danmuhub.doctor;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.text.Phrase;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The platform's session; what its lookup finds is told. */
final class ToldSession implements RoomSession {
  private final RoomSession session;
  private final Walk walk;

  ToldSession(RoomSession session, Walk walk) {
    this.session = session;
    this.walk = walk;
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    long began = walk.now();
    return session.resolve(why).thenApply(dials -> told(dials, began));
  }

  private List<Dial> told(List<Dial> dials, long began) {
    if (!account().isEmpty()) {
      walk.step("account", Step.Outcome.OK, Phrase.library(account()), began);
    }
    if (!dials.isEmpty()) {
      walk.step("lookup", Step.Outcome.OK, Phrase.of("doctor.ways", dials.size()), began);
    }
    return dials;
  }

  @Override
  public void onOpen(Dial dial) {
    session.onOpen(dial);
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    session.onFrame(kind, bytes);
  }

  @Override
  public void onPolled(HttpCall asked, HttpReply reply) {
    session.onPolled(asked, reply);
  }

  @Override
  public void onWake() {
    session.onWake();
  }

  @Override
  public Setback onClosed(Closed why) {
    return session.onClosed(why);
  }

  @Override
  public void onEnd() {
    session.onEnd();
  }

  @Override
  public String account() {
    return session.account();
  }
}
