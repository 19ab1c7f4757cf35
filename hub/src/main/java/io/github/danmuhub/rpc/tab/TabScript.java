package io.github.danmuhub.rpc.tab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.danmuhub.browser.CdpException;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What is run in each document of a tab: what the hub needs there, and then the user's file, which
 * hands in functions.
 */
record TabScript(String file, String ours, String users) {
  private static final String HUBS = hubs();

  /**
   * Reads it; blocks.
   *
   * @param most bytes of what a page may say at once
   */
  static TabScript read(String file, int most) throws CdpException {
    try {
      return new TabScript(file, HUBS + "(" + most + ");\n", Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new CdpException(Phrase.of("file.unreadable", file, why(e)));
    }
  }

  private static Phrase why(IOException e) {
    return e instanceof NoSuchFileException
        ? Phrase.of("file.missing")
        : Phrase.said(e.getMessage());
  }

  private static String hubs() {
    try (InputStream in = requireNonNull(TabScript.class.getResourceAsStream("tab.js"))) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frames of the page have none of it. */
  String text() {
    return ours + "if (window === window.top) {\n" + users + "\n}";
  }

  /** Fails, in the browser's words, where the user's file is no script. */
  CompletionStage<Void> check(Page page) {
    return page.compile(users)
        .thenCompose(
            fault ->
                fault.isEmpty()
                    ? CompletableFuture.allOf()
                    : CompletableFuture.failedStage(
                        new CdpException(Phrase.of("rpc.tab.script", file, fault))));
  }
}
