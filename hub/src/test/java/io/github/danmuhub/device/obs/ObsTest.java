package io.github.danmuhub.device.obs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.danmuhub.device.obs.ObsTalk.Answer;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A conversation with OBS, without OBS. */
class ObsTest {
  private final List<String> said = new ArrayList<>();
  private final List<Answer> told = new ArrayList<>();
  private final ObsTalk talk = new ObsTalk(new ObsPassword("supersecretpassword"), said::add);

  private void ask() {
    talk.ask(
        "SetCurrentProgramScene",
        JsonNodeFactory.instance.objectNode().put("sceneName", "party"),
        told::add);
  }

  @Test
  void theProtocolsOwnExampleIsAnswered() {
    assertThat(
            new ObsPassword("supersecretpassword")
                .answer(
                    "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=",
                    "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY="))
        .isEqualTo("1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4=");
    assertThat(new ObsPassword("secret").toString()).doesNotContain("secret\"");
  }

  @Test
  void nothingIsAskedBeforeItHasIdentifiedUs() {
    ask();
    talk.heard(
        "{\"op\":0,\"d\":{\"rpcVersion\":1,\"authentication\":{\"salt\":\"a\",\"challenge\":\"b\"}}}");
    ask();
    assertThat(told).hasSize(2).noneMatch(Answer::ok);
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).startsWith("{\"op\":1").contains("\"authentication\":\"");
    assertThat(said.get(0)).doesNotContain("supersecret");
  }

  @Test
  void anAnswerFindsItsQuestion() {
    talk.heard("{\"op\":0,\"d\":{\"rpcVersion\":1}}");
    talk.heard("{\"op\":2,\"d\":{\"negotiatedRpcVersion\":1}}");
    ask();
    ask();
    talk.heard(
        "{\"op\":7,\"d\":{\"requestId\":\"2\",\"requestStatus\":{\"result\":false,\"code\":207}}}");
    talk.heard("{\"op\":7,\"d\":{\"requestId\":\"9\",\"requestStatus\":{\"result\":true}}}");
    talk.heard(
        "{\"op\":7,\"d\":{\"requestId\":\"1\",\"requestStatus\":{\"result\":true,\"code\":100}}}");
    assertThat(told).extracting(Answer::ok).containsExactly(false, true);
    assertThat(told.get(0).words().toString()).contains("207");
    assertThat(said.get(1)).contains("\"sceneName\":\"party\"");
  }

  @Test
  void whoeverWaitsIsToldWhenItGoesAway() {
    talk.heard("{\"op\":2,\"d\":{}}");
    ask();
    talk.ended();
    assertThat(told).extracting(Answer::words).containsExactly(Phrase.of("obs.away"));
  }

  @Test
  void nonsenseIsNothing() {
    for (String text : new String[] {"", "[]", "{", "{\"op\":\"x\"}", "{\"op\":7}", "null"}) {
      talk.heard(text);
    }
    assertThat(said).isEmpty();
    assertThat(talk.isReady()).isFalse();
  }
}
