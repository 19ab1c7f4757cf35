package io.github.danmuhub.app;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The room that somebody pasted: its name, its URL, or a share link, which is asked. */
public final class PastedRoom {
  private static final long WITHIN_SECONDS = 20;

  private PastedRoom() {}

  /**
   * Waits for the answer, where one is needed; not to be called on a loop.
   *
   * @throws IllegalArgumentException in words, if it names no room
   */
  public static RoomRef find(DanmuClient client, String pasted) {
    try {
      return client.find(pasted).toCompletableFuture().get(WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable why = e.getCause();
      throw why instanceof IllegalArgumentException words ? words : new IllegalStateException(why);
    } catch (TimeoutException e) {
      throw new UsageException(Phrase.of("room.link", WITHIN_SECONDS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a share link was asked", e);
    }
  }
}
