package io.github.danmuhub.device.obs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.device.obs.ObsTalk.Answer;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import io.github.danmuhub.transport.Transport;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One OBS, connected again whenever it is lost, but not after it refused the password. Any thread;
 * all is done on its loop. What cannot be done now is refused, never kept for later.
 */
public final class Obs implements SocketListener {
  private static final int AGAIN_MS = 5_000;
  private static final int WRONG_PASSWORD = 4_009;
  private static final int WRONG_VERSION = 4_010;
  private static final Pace PACE = new Pace(0, 0);

  private final URI uri;
  private final ObsPassword password;
  private volatile @Nullable Loop loop;
  private @Nullable Dialler dialler;
  private @Nullable ObsTalk talk;
  private Phrase trouble = Phrase.of("obs.not-yet");

  /**
   * @param secret its password; empty: it asks for none
   */
  public Obs(String host, int port, String secret) {
    this.uri = URI.create("ws://" + host + ":" + port);
    this.password = new ObsPassword(secret);
  }

  /** Connects; {@code transport} carries it, and ends it when it is closed. */
  public void start(Transport transport) {
    Loop own = transport.nextLoop();
    dialler = transport.dialler(own, Route.DIRECT);
    loop = own;
    own.execute(this::dial);
  }

  private void dial() {
    requireNonNull(dialler).dial(new Dial.WebSocket(uri, Headers.NONE, PACE), this);
  }

  @Override
  public void onOpen(Socket socket) {
    talk =
        new ObsTalk(
            password, text -> socket.send(FrameKind.TEXT, ByteBuffer.wrap(text.getBytes(UTF_8))));
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    ObsTalk now = talk;
    if (now != null && kind == FrameKind.TEXT) {
      now.heard(UTF_8.decode(bytes).toString());
    }
  }

  @Override
  public void onClosed(Closed why) {
    ObsTalk ended = talk;
    talk = null;
    if (ended != null) {
      ended.ended();
    }
    trouble =
        switch (why.code()) {
          case WRONG_PASSWORD -> Phrase.of("obs.password");
          case WRONG_VERSION -> Phrase.of("obs.version");
          default -> Phrase.of("obs.absent");
        };
    if (why.code() != WRONG_PASSWORD && why.code() != WRONG_VERSION) {
      requireNonNull(loop).schedule(AGAIN_MS, this::dial);
    }
  }

  private void ask(String type, ObjectNode what, Consumer<Answer> told) {
    ObsTalk now = talk;
    if (now == null) {
      told.accept(Answer.no(trouble));
    } else {
      now.ask(type, what, told);
    }
  }

  void scene(String scene, Consumer<Answer> told) {
    onLoop(told, () -> ask("SetCurrentProgramScene", object().put("sceneName", scene), told));
  }

  void show(String scene, String source, boolean visible, Consumer<Answer> told) {
    ObjectNode where = object().put("sceneName", scene).put("sourceName", source);
    onLoop(told, () -> ask("GetSceneItemId", where, found -> show(found, scene, visible, told)));
  }

  private void show(Answer found, String scene, boolean visible, Consumer<Answer> told) {
    if (found.ok()) {
      ObjectNode item = object().put("sceneName", scene);
      item.put("sceneItemId", found.data().path("sceneItemId").asInt());
      ask("SetSceneItemEnabled", item.put("sceneItemEnabled", visible), told);
    } else {
      told.accept(found);
    }
  }

  void text(String input, String text, Consumer<Answer> told) {
    ObjectNode what = object().put("inputName", input).put("overlay", true);
    what.putObject("inputSettings").put("text", text);
    onLoop(told, () -> ask("SetInputSettings", what, told));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private void onLoop(Consumer<Answer> told, Runnable task) {
    Loop own = loop;
    if (own == null) {
      told.accept(Answer.no(Phrase.of("obs.not-yet")));
    } else {
      own.execute(task);
    }
  }
}
