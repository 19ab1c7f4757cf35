package io.github.danmuhub.feed.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Said;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SiteContext;
import java.nio.ByteBuffer;
import java.util.List;

/** Who sits at the other end: told what is said first, they hear the room; a heartbeat keeps it. */
final class FeedPeer implements SimulatedPeer<JsonNode> {
  private static final long FIRST_WITHIN_MS = 10_000;
  private static final long FOR_EVER_MS = Long.MAX_VALUE / 4;
  private static final int MISSED_BEATS = 3;

  private final FeedSpec spec;
  private final Source.Socket socket;
  private final String room;
  private final SiteContext site;
  private final PeerContext peer;
  private int heard;

  FeedPeer(FeedSpec spec, Source.Socket socket, String room, SiteContext site, PeerContext peer) {
    this.spec = spec;
    this.socket = socket;
    this.room = room;
    this.site = site;
    this.peer = peer;
    site.count("sockets");
    if (socket.first().isEmpty()) {
      letIn();
    } else {
      peer.expects(FIRST_WITHIN_MS, "never said what comes first");
    }
  }

  private void letIn() {
    if (socket.accepted() != null) {
      if (site.strikes(Fault.AUTH_SILENT)) {
        return;
      }
      JsonNode words = socket.accepted().write(JsonNodeFactory.instance.objectNode());
      say(spec.chain().encode(List.of(words)));
    }
    expectHeartbeat();
    peer.hears(room, PeerContext.NOW);
  }

  private void expectHeartbeat() {
    Source.Heartbeat beat = socket.heartbeat();
    peer.expects(beat == null ? FOR_EVER_MS : MISSED_BEATS * beat.everyMs(), "no heartbeat");
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (heard < socket.first().size()) {
      hearFirst(kind, bytes);
    } else if (isHeartbeat(kind, bytes)) {
      expectHeartbeat();
      answerHeartbeat();
    } else if (kind != FrameKind.PONG) {
      site.count("words unheard of");
    }
  }

  private void hearFirst(FrameKind kind, ByteBuffer bytes) {
    if (!socket.first().get(heard).isHeardIn(kind, bytes)) {
      site.count("other words than the first");
      return;
    }
    heard++;
    if (heard == socket.first().size()) {
      letIn();
    }
  }

  private boolean isHeartbeat(FrameKind kind, ByteBuffer bytes) {
    return socket.heartbeat() != null && socket.heartbeat().said().isHeardIn(kind, bytes);
  }

  private void answerHeartbeat() {
    Said answer = socket.heartbeat() == null ? null : socket.heartbeat().answer();
    if (answer != null) {
      peer.send(answer.kind(), answer.fill(name -> ""));
    }
  }

  @Override
  public void onMessages(List<JsonNode> messages) {
    if (site.strikes(Fault.BAD_JSON)) {
      say(spec.chain().encodeBroken());
    }
    if (site.strikes(Fault.UNKNOWN_OP)) {
      JsonNode surprise = spec.messages().name().put(null, TextNode.valueOf("surprise"));
      say(spec.chain().encode(List.of(surprise)));
    }
    messages.forEach(message -> say(spec.chain().encode(List.of(message))));
  }

  private void say(byte[] frame) {
    FrameKind kind = spec.chain().isBinary() ? FrameKind.BINARY : FrameKind.TEXT;
    peer.send(kind, ByteBuffer.wrap(frame));
  }
}
