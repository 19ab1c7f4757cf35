package io.github.danmuhub.rpc;

import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.call.Tallies.Of;
import io.github.danmuhub.rpc.client.Clients;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is counted of pages and calls, under {@code /metrics}. */
record RpcMetrics(Clients clients, Tallies tallies) {
  private static final Set<Of> CALLS = EnumSet.range(Of.ANSWERED, Of.CANCELLED);
  private static final Set<Of> DROPPED = EnumSet.complementOf(EnumSet.copyOf(CALLS));

  void register(MeterRegistry metrics) {
    Gauge.builder("danmu.rpc.pages", clients, Clients::size)
        .description("pages that can be called")
        .register(metrics);
    CALLS.forEach(
        each -> counter(metrics, "danmu.rpc.calls", "calls of pages, as they ended", "end", each));
    DROPPED.forEach(
        each ->
            counter(
                metrics, "danmu.rpc.dropped.messages", "messages of pages, dropped", "why", each));
  }

  private void counter(MeterRegistry metrics, String name, String words, String tag, Of what) {
    FunctionCounter.builder(name, tallies, counted -> counted.get(what))
        .description(words)
        .tag(tag, what.name().toLowerCase(Locale.ROOT))
        .register(metrics);
  }
}
