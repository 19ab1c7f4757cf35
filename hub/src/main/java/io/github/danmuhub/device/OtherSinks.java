package io.github.danmuhub.device;

import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.config.ObsConfig;
import io.github.danmuhub.config.ProgramConfig;
import io.github.danmuhub.config.WebhookConfig;
import io.github.danmuhub.device.http.WebhookSink;
import io.github.danmuhub.device.http.WebhookSink.Hook;
import io.github.danmuhub.device.obs.Obs;
import io.github.danmuhub.device.obs.ObsSink;
import io.github.danmuhub.device.run.ProgramSink;
import io.github.danmuhub.device.run.ProgramSink.Program;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.secret.SecretFile;
import io.github.danmuhub.secret.WebhookSignature;
import io.github.danmuhub.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules may act on that does not move: webhooks, OBS, programs. */
final class OtherSinks implements AutoCloseable {
  private final Map<String, Hook> hooks = new TreeMap<>();
  private final Map<String, Program> programs = new TreeMap<>();
  private final Map<String, Obs> studios = new TreeMap<>();
  private @Nullable Transport transport;

  OtherSinks(Map<String, DeviceConfig> configs) {
    configs.forEach(this::add);
  }

  private void add(String name, DeviceConfig config) {
    WebhookConfig http = config.http();
    ProgramConfig run = config.run();
    ObsConfig obs = config.obs();
    if (http != null) {
      hooks.put(name, new Hook(URI.create(http.url()), signature(http.secretFile())));
    } else if (run != null) {
      programs.put(name, new Program(run.command(), run.seconds()));
    } else if (obs != null) {
      String secret = SecretFile.text(obs.passwordFile());
      studios.put(name, new Obs(obs.host(), obs.port(), secret));
    }
  }

  private static @Nullable WebhookSignature signature(@Nullable String file) {
    return file == null ? null : WebhookSignature.by(SecretFile.text(file));
  }

  List<ActionSink> all() {
    return List.of(new WebhookSink(hooks), new ObsSink(studios), new ProgramSink(programs));
  }

  void start() {
    if (!studios.isEmpty()) {
      Transport sockets = Transport.create(1);
      transport = sockets;
      studios.values().forEach(obs -> obs.start(sockets));
    }
  }

  @Override
  public void close() {
    Transport sockets = transport;
    if (sockets != null) {
      sockets.close();
    }
  }
}
