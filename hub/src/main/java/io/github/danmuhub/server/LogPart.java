package io.github.danmuhub.server;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.log.EventLog;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The log of a hub that records nothing: in memory, and in the archive's folder if it has one. */
public final class LogPart implements Part {
  private final ServerConfig config;
  private final Telemetry telemetry;
  private @Nullable EventLog log;

  /** Opens it at its start; {@code telemetry} says where the archive's disk takes nothing. */
  public LogPart(ServerConfig config, Telemetry telemetry) {
    this.config = config;
    this.telemetry = telemetry;
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
    log = ServerLog.open(config, telemetry);
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
