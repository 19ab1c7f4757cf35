package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.rpc.call.Argument;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu rpc call}. */
@Command(
    name = "call",
    description = "Calls a function of a page, and prints what it returns.",
    footer = {"", "Example: danmu rpc call live sign '{\"url\":\"/a\"}'"})
final class RpcCallCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HubAddress hub = new HubAddress();

  @Parameters(index = "0", paramLabel = "GROUP", description = "A group of pages.")
  String group = "";

  @Parameters(index = "1", paramLabel = "ACTION", description = "What a page of it offers.")
  String action = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "ARGS",
      description = "What the function takes: JSON, else a string.")
  String args = "";

  @Option(names = "--client", paramLabel = "ID", description = "Only the page of this id.")
  @Nullable String client;

  @Option(
      names = "--key",
      paramLabel = "WORD",
      description = "Calls of one key go to one page, as long as it is there.")
  @Nullable String key;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Such as 5s or 500ms (default: 30s).")
  @Nullable String timeout;

  @Option(names = "--stream", description = "Prints parts as they come, one JSON value a line.")
  boolean stream;

  RpcCallCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> headers = stream ? Map.of("Accept", "text/event-stream") : Map.of();
    String body = args.isEmpty() ? "" : Argument.written(args).json().toString();
    HttpResponse<InputStream> answer =
        hub.send("POST", path(), headers, BodyPublishers.ofString(body));
    HubAddress.check(answer);
    int exit = stream ? printParts(answer.body()) : print(answer);
    console.out().flush();
    return exit;
  }

  private String path() {
    Map<String, @Nullable String> query = new LinkedHashMap<>();
    query.put("client", client);
    query.put("key", key);
    query.put("timeout", timeout);
    String asked =
        query.entrySet().stream()
            .filter(each -> each.getValue() != null)
            .map(each -> each.getKey() + "=" + HubAddress.escaped(String.valueOf(each.getValue())))
            .collect(Collectors.joining("&", "?", ""));
    return "/rpc/" + HubAddress.escaped(group) + "/" + HubAddress.escaped(action) + asked;
  }

  /** Bytes as they are, so that they can be sent into a file. */
  private int print(HttpResponse<InputStream> answer) throws IOException {
    byte[] body;
    try (InputStream in = answer.body()) {
      body = in.readAllBytes();
    }
    boolean json = answer.headers().firstValue("content-type").orElse("").contains("json");
    if (json) {
      console.out().println(new String(body, UTF_8));
    } else {
      console.out().write(body, 0, body.length);
    }
    return 0;
  }

  private int printParts(InputStream body) throws IOException {
    boolean failed = false;
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          failed = line.equals("event: error");
        } else if (line.startsWith("data: ") && failed) {
          console.say(Phrase.foreign(Printable.line(line.substring(6))));
        } else if (line.startsWith("data: ")) {
          console.out().println(line.substring(6));
          console.out().flush();
        }
      }
    }
    return failed ? 1 : 0;
  }
}
