package io.github.danmuhub.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.feed.message.Condition;
import io.github.danmuhub.feed.spec.End;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The conversation, as the file describes it. */
final class FeedSession implements RoomSession {
  private static final int OK = 200;

  private final FeedSpec spec;
  private final RoomRef room;
  private final RoomContext context;
  private final Values values;
  private final Alarm alarm = new Alarm();
  private long nextHeartbeat = Alarm.NEVER;
  private boolean live;

  /** In a replay nothing is asked, and nothing is there to ask with. */
  private boolean polls;

  FeedSession(FeedSpec spec, RoomRef room, RoomContext context) {
    this.spec = spec;
    this.room = room;
    this.context = context;
    values = new Values(spec, room, context);
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    return new FeedLookup(spec, values, context).run().thenApply(done -> List.of(dial()));
  }

  private Dial dial() {
    try {
      return spec.source() instanceof Source.Socket socket
          ? new Dial.WebSocket(
              socket.url().fill(values), socket.headers(values), new Pace(0, socket.quietMs()))
          : new Dial.Polling(new Pace(0, 0));
    } catch (IllegalArgumentException e) {
      throw new CompletionException(LookupException.failed(0, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public void onOpen(Dial dial) {
    live = false;
    nextHeartbeat = Alarm.NEVER;
    if (spec.source() instanceof Source.Socket socket) {
      socket.first().forEach(said -> context.send(said.kind(), said.fill(values)));
      if (socket.accepted() == null) {
        letIn();
      }
    } else if (spec.source() instanceof Source.Poll poll) {
      polls = true;
      poll.start().forEach(values::put);
      context.poll(poll.request().fill(values));
    }
  }

  private void letIn() {
    if (!live) {
      live = true;
      heartbeat();
      setTimer();
      context.live();
    }
  }

  private void heartbeat() {
    if (spec.source() instanceof Source.Socket socket && socket.heartbeat() != null) {
      Source.Heartbeat beat = socket.heartbeat();
      nextHeartbeat = context.ticks() + beat.everyMs();
      context.heartbeat(beat.said().kind(), beat.said().fill(values));
    }
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    switch (kind) {
      case PING -> {}
      case PONG -> context.answered();
      default -> {
        if (!isConversation(kind, bytes)) {
          read(bytes);
        }
      }
    }
  }

  /** A heartbeat's answer, or something that must be answered itself. */
  private boolean isConversation(FrameKind kind, ByteBuffer frame) {
    if (!(spec.source() instanceof Source.Socket socket)) {
      return false;
    }
    Source.Heartbeat beat = socket.heartbeat();
    if (beat != null && beat.answer() != null && beat.answer().isHeardIn(kind, frame)) {
      context.answered();
      return true;
    }
    Optional<Source.Reply> reply =
        socket.replies().stream()
            .filter(one -> one.hear() != null && one.hear().isHeardIn(kind, frame))
            .findFirst();
    reply.ifPresent(one -> context.send(one.say().kind(), one.say().fill(values)));
    return reply.isPresent();
  }

  private void read(ByteBuffer frame) {
    try {
      for (JsonNode message : spec.chain().decode(frame, context.tools().decompressors())) {
        onMessage(message);
      }
    } catch (MalformedException e) {
      context.malformed(e.why(), frame.duplicate());
    }
  }

  private void onMessage(JsonNode message) {
    Optional<End> end = spec.ends().stream().filter(one -> one.when().holds(message)).findFirst();
    if (end.isPresent()) {
      leave();
      context.reconnect(end.get().setback(message));
    } else if (!isAnswered(message) && !isAdmission(message)) {
      if (spec.messages().passesOver(message)) {
        context.copy();
      } else {
        boolean keepRaw = context.settings().keepRaw();
        context.emit(spec.messages().read(message, room, context.wallMs(), keepRaw));
      }
    }
  }

  private boolean isAnswered(JsonNode message) {
    if (!(spec.source() instanceof Source.Socket socket)) {
      return false;
    }
    Optional<Source.Reply> reply =
        socket.replies().stream()
            .filter(one -> one.hear() == null && one.when().holds(message))
            .findFirst();
    reply.ifPresent(one -> context.send(one.say().kind(), one.say().fill(values.with(message))));
    return reply.isPresent();
  }

  private boolean isAdmission(JsonNode message) {
    Condition accepted = spec.source() instanceof Source.Socket socket ? socket.accepted() : null;
    boolean admission = accepted != null && accepted.holds(message);
    if (admission) {
      letIn();
    }
    return admission;
  }

  @Override
  public void onPolled(HttpCall asked, HttpReply reply) {
    if (!(spec.source() instanceof Source.Poll poll) || !spec.isPoll(asked.uri())) {
      return;
    }
    if (reply.status() != OK) {
      leave();
      context.reconnect(FeedLookup.refused(spec.id(), poll.request(), reply));
      return;
    }
    letIn();
    ByteBuffer body = ByteBuffer.wrap(reply.body().toBytes());
    read(body);
    if (polls) {
      Polled.take(poll, body.array(), values);
      context.poll(poll.request().fill(values), poll.everyMs());
    }
  }

  @Override
  public void onWake() {
    alarm.rang();
    if (context.ticks() >= nextHeartbeat) {
      heartbeat();
    }
    setTimer();
  }

  private void setTimer() {
    alarm.set(nextHeartbeat, context);
  }

  private void leave() {
    live = false;
    nextHeartbeat = Alarm.NEVER;
  }

  /** What a lookup gave may be good for one socket only. */
  @Override
  public Setback onClosed(Closed why) {
    leave();
    return Setback.of(spec.lookup().isEmpty() ? Verdict.RETRY : Verdict.RESOLVE, why);
  }
}
