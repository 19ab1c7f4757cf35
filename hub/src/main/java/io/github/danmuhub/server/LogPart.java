package io.github.danmuhub.server;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.EventLog;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The log of a hub that records nothing: in memory, and in a folder if it has one. */
public final class LogPart implements Part {
  private final ServerConfig config;
  private @Nullable EventLog log;

  /** Opens it at its start. */
  public LogPart(ServerConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "log";
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void start(PartStatus status) throws IOException {
    log = ServerLog.open(config, DiskListener.saying(status::failing, status::working, "event"));
  }

  /** What the doors number and keep; once it has started. */
  public EventLog log() {
    return requireNonNull(log);
  }

  @Override
  public void close() {
    log().close();
  }
}
