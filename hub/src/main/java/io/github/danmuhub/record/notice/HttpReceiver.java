package io.github.danmuhub.record.notice;

import io.github.danmuhub.secret.WebhookSignature;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A webhook: JSON by POST, signed where there is a secret. Redirects are not followed. */
final class HttpReceiver implements Receiver {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long MILLIS = 1_000;
  private static final int LONGEST_WAIT = 3_600;

  private final URI uri;
  private final @Nullable WebhookSignature signature;
  private final Duration patience;
  private final LongSupplier clock;
  private @Nullable HttpClient client;

  /**
   * @param signature null: requests are not signed
   * @param clock the wall clock in milliseconds
   */
  HttpReceiver(URI uri, @Nullable WebhookSignature signature, LongSupplier clock) {
    this(uri, signature, PATIENCE, clock);
  }

  HttpReceiver(
      URI uri, @Nullable WebhookSignature signature, Duration patience, LongSupplier clock) {
    this.uri = uri;
    this.signature = signature;
    this.patience = patience;
    this.clock = clock;
  }

  /** Made when it is first needed: it has threads. */
  private HttpClient client() {
    HttpClient known = client;
    if (known == null) {
      known =
          HttpClient.newBuilder()
              .connectTimeout(patience)
              .followRedirects(HttpClient.Redirect.NEVER)
              .executor(Executors.newSingleThreadExecutor(HttpReceiver::thread))
              .build();
      client = known;
    }
    return known;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "danmu-webhook");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Answer tell(NoticeForm.Message message) {
    try {
      return answer(client().send(request(message), BodyHandlers.ofInputStream()));
    } catch (HttpTimeoutException e) {
      return nobody(Phrase.of("webhook.silent", patience.toSeconds()));
    } catch (IOException e) {
      return nobody(Phrase.of("webhook.absent"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nobody(Phrase.of("webhook.absent"));
    }
  }

  /** What follows the head is not read: it may never end, and no timeout covers it. */
  private static Answer answer(HttpResponse<InputStream> head) throws IOException {
    head.body().close();
    return new Answer(
        head.statusCode(),
        retryAfter(head),
        Phrase.of("webhook.answers", Integer.toString(head.statusCode())));
  }

  private static Answer nobody(Phrase words) {
    return new Answer(0, Duration.ZERO, words);
  }

  private static Duration retryAfter(HttpResponse<?> answer) {
    String seconds = answer.headers().firstValue("retry-after").orElse("");
    return seconds.matches("[0-9]{1,4}")
        ? Duration.ofSeconds(Math.min(LONGEST_WAIT, Integer.parseInt(seconds)))
        : Duration.ZERO;
  }

  private HttpRequest request(NoticeForm.Message message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(patience)
            .header("content-type", "application/json; charset=utf-8")
            .header("user-agent", "danmu")
            .POST(BodyPublishers.ofString(message.body()));
    WebhookSignature key = signature;
    if (key == null) {
      return request.header(WebhookSignature.ID, message.id()).build();
    }
    long seconds = clock.getAsLong() / MILLIS;
    key.headers(message.id(), seconds, message.body()).forEach(request::header);
    return request.build();
  }
}
