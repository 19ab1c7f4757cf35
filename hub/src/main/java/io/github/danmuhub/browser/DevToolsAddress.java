package io.github.danmuhub.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Where a browser can be talked to: {@code ws://127.0.0.1:PORT/devtools/browser/…}. */
final class DevToolsAddress {
  /** Two lines in a profile's folder: the port, and the path. */
  static final String FILE = "DevToolsActivePort";

  private static final String PORT = "[0-9]{1,5}";
  private static final int ANSWER_SECONDS = 20;

  private DevToolsAddress() {}

  /**
   * What the user wrote: a port of this machine, or a profile's {@code DevToolsActivePort}; blocks.
   *
   * @throws CdpException in words, if nobody answers there
   */
  static URI of(String attach, Transport transport, Loop loop)
      throws CdpException, InterruptedException {
    if (attach.matches(PORT)) {
      return askPort(attach, transport, loop);
    }
    Path named = Path.of(attach);
    Path file = Files.isDirectory(named) ? named.resolve(FILE) : named;
    URI address = Files.isRegularFile(file) ? inFile(file) : null;
    if (address == null) {
      throw new CdpException(Phrase.of("browser.no_address", attach));
    }
    return address;
  }

  /** Null where the file does not say it, or does not say it yet. */
  static @Nullable URI inFile(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, UTF_8);
      boolean whole =
          lines.size() >= 2 && lines.get(0).matches(PORT) && lines.get(1).startsWith("/devtools/");
      return whole ? URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)) : null;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static URI askPort(String port, Transport transport, Loop loop)
      throws CdpException, InterruptedException {
    URI version = URI.create("http://127.0.0.1:" + port + "/json/version");
    CompletableFuture<HttpReply> answer =
        CompletableFuture.supplyAsync(
                () ->
                    transport
                        .dialler(loop, Route.DIRECT)
                        .http()
                        .send(HttpCall.get(version, Headers.NONE)),
                loop::execute)
            .thenCompose(sent -> sent);
    try {
      HttpReply reply = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      return URI.create(
          new JsonMapper().readTree(reply.text()).path("webSocketDebuggerUrl").asText());
    } catch (ExecutionException | TimeoutException | IOException | IllegalArgumentException e) {
      throw new CdpException(Phrase.of("browser.no_answer", port));
    }
  }
}
