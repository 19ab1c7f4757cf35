package io.github.danmuhub.kafka.broker;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.io.IOException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** What a cluster, or the way to it, does not do now; one line that says what to do. */
public final class BrokerException extends IOException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  /** {@code told} is one line for a person that says what to do. */
  public BrokerException(Phrase told) {
    this(told, null);
  }

  private BrokerException(Phrase told, @Nullable Throwable cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }

  /** What Kafka's client says, in words; of what it may repeat of the settings nothing is told. */
  public static BrokerException of(Throwable cause) {
    return new BrokerException(words(cause), cause);
  }

  private static Phrase words(Throwable cause) {
    if (cause instanceof AuthenticationException) {
      return Phrase.of("kafka.login");
    }
    if (cause instanceof AuthorizationException) {
      return Phrase.of("kafka.rights", String.valueOf(cause.getMessage()));
    }
    return cause instanceof RetriableException
        ? Phrase.of("kafka.away")
        : Phrase.of("kafka.refused", cause.getClass().getSimpleName());
  }
}
