package io.github.danmuhub.device.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.Acts;
import io.github.danmuhub.rule.action.Outcome.How;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.Transport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Actions on an OBS behind a socket. */
class ObsServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static ObsSink studio(FakeObs obs, String password, Transport sockets) {
    Obs studio = new Obs("127.0.0.1", obs.port(), password);
    studio.start(sockets);
    return new ObsSink(Map.of("studio", studio));
  }

  private static Result perform(ObsSink sink, Map<String, Object> parameters) throws Exception {
    return Acts.perform(sink, parameters);
  }

  private static void awaitDone(ObsSink sink, Map<String, Object> parameters) {
    await().atMost(PATIENCE).until(() -> perform(sink, parameters).how() == How.DONE);
  }

  @Test
  void scenesSourcesAndTextsAreSetOnceItKnowsUs() throws Exception {
    try (FakeObs obs = FakeObs.start("supersecret");
        Transport sockets = Transport.create(1)) {
      ObsSink sink = studio(obs, "supersecret", sockets);
      awaitDone(sink, Map.of("name", "studio", "scene", "party"));
      assertThat(
              perform(
                  sink,
                  Map.of("name", "studio", "scene", "calm", "source", "lights", "show", false)))
          .isEqualTo(Result.done(Phrase.of("act.done")));
      assertThat(perform(sink, Map.of("name", "studio", "input", "title", "text", "hi")))
          .isEqualTo(Result.done(Phrase.of("act.done")));
      assertThat(obs.done)
          .endsWith(
              "SetCurrentProgramScene {\"sceneName\":\"party\"}",
              "SetSceneItemEnabled"
                  + " {\"sceneName\":\"calm\",\"sceneItemId\":3,\"sceneItemEnabled\":false}",
              "SetInputSettings"
                  + " {\"inputName\":\"title\",\"overlay\":true,\"inputSettings\":{\"text\":\"hi\"}}");
      assertThat(perform(sink, Map.of("name", "studio", "scene", "nowhere")))
          .isEqualTo(
              Result.refused(
                  Phrase.of("obs.says", "No source was found by the name of the scene.")));
      assertThat(perform(sink, Map.of("name", "studio", "scene", "calm", "source", "x")).how())
          .isEqualTo(How.REFUSED);
      assertThat(obs.connections).hasValue(1);
    }
  }

  @Test
  void aWrongPasswordIsToldInWordsAndDoesNothing() throws Exception {
    try (FakeObs obs = FakeObs.start("supersecret");
        Transport sockets = Transport.create(1)) {
      ObsSink sink = studio(obs, "another", sockets);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          perform(sink, Map.of("name", "studio", "scene", "party"))
                              .words()
                              .toString())
                      .contains("OBS refuses the password"));
      assertThat(obs.done).isEmpty();
      assertThat(obs.connections).hasValue(1);
    }
  }
}
