package io.github.danmuhub.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.engine.Now;
import io.github.danmuhub.rule.overlay.OverlayDoor;
import io.github.danmuhub.rule.overlay.OverlayKinds;
import io.github.danmuhub.rule.overlay.OverlaySink;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.text.Secrets;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import io.github.danmuhub.yaml.Fault;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a running hub. One thread, {@code danmu-rules}, hears the log, moves the clock ten
 * times a second and looks at the file once a second: a good change is swapped in whole, a bad one
 * is told and changes nothing.
 */
public final class RulesPart implements Part {
  private static final Duration TICK = Duration.ofMillis(100);
  private static final long LOOK_EVERY_MS = 1_000;

  private final RuleFile file;
  private final Supplier<EventLog> log;
  private final Consumer<Phrase> say;
  private final Recents recents = new Recents();
  private final OverlayDoor overlay = new OverlayDoor(this::firstWords);
  private final List<OverlaySink> shown =
      List.of(
          new OverlaySink(OverlayKinds.SHOW, overlay), new OverlaySink(OverlayKinds.SAY, overlay));
  private final Desk desk;
  private final CounterFile counters;
  private final Thread thread = new Thread(this::work, "danmu-rules");
  private volatile List<Fault> faults = List.of();
  private volatile List<ObjectNode> standing = List.of();
  private volatile boolean closed;
  private volatile @Nullable AuditLog audit;
  private @Nullable PartStatus status;
  private @Nullable Hearing hearing;
  private long tickedAt;
  private long lookedAt;
  private boolean failing;

  /**
   * By the rules in {@code path}; beside it stand the audit log and what outlives the program.
   *
   * @param log asked for at the start
   * @param sinks who performs which kind of action; what is shown and said is added to them
   * @param say takes one line for a person
   */
  public RulesPart(
      Path path, Supplier<EventLog> log, Map<String, ActionSink> sinks, Consumer<Phrase> say) {
    this.file = new RuleFile(path);
    this.log = log;
    this.say = say;
    this.counters = new CounterFile(file.beside(".state.json"));
    Map<String, ActionSink> all = new TreeMap<>(sinks);
    shown.forEach(sink -> all.put(sink.kind().name(), sink));
    this.desk = new Desk(all, new SplittableRandom(), RulesPart::now, this::audit, overlay::tell);
  }

  private static Now now() {
    return new Now(System.currentTimeMillis(), ticks());
  }

  private static long ticks() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public String name() {
    return "rules";
  }

  /** What can be asked of the rules. */
  public List<Door> doors() {
    return new RulesDoors(desk, file, recents, () -> faults, overlay).all();
  }

  /** Rules that are wrong do not keep the hub from starting: nothing fires until they are right. */
  @Override
  public void start(PartStatus newStatus) throws IOException {
    status = newStatus;
    file.read();
    desk.restore(counters.read());
    AuditLog lines = new AuditLog(file.beside(".audit.jsonl"), newStatus);
    lines.start();
    audit = lines;
    hearing = new Hearing(log.get());
    look();
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      while (!closed) {
        turn(requireNonNull(hearing).next(TICK));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(List<Entry> entries) {
    for (Entry entry : entries) {
      Hearing.read(entry).ifPresent(event -> desk.hear(event.event(), event.seq()));
      tickIfDue();
    }
    tickIfDue();
    if (ticks() - lookedAt >= LOOK_EVERY_MS) {
      lookedAt = ticks();
      look();
      save();
    }
  }

  private void tickIfDue() {
    if (ticks() - tickedAt >= TICK.toMillis()) {
      tickedAt = ticks();
      desk.tick();
      standing = desk.votes().stream().map(tally -> vote(tally.toJson())).toList();
    }
  }

  /** A file that has changed is checked, and used where it is good. */
  private void look() {
    try {
      Optional<String> text = file.changed();
      if (text.isPresent()) {
        use(text.get());
      }
    } catch (IOException e) {
      fail(e instanceof Told ours ? ours.told() : Phrase.said(e.getMessage()));
    }
  }

  private void use(String yaml) {
    Checked checked = desk.use(yaml);
    faults = checked.faults();
    if (checked.isGood()) {
      shown.forEach(sink -> sink.mute(checked.rules().general().muted()));
      say.accept(Phrase.of("rules.used", checked.rules().rules().size(), file.path()));
      recover();
    } else {
      fail(Phrase.of("rules.bad", file.path(), faults.get(0).told(), faults.size()));
    }
    overlay.tell(Json.message("rules").put("faults", faults.size()));
  }

  private void fail(Phrase why) {
    failing = true;
    requireNonNull(status).failing(why);
  }

  private void recover() {
    if (failing) {
      failing = false;
      requireNonNull(status).working(Phrase.of("rules.again"));
    }
  }

  private void save() {
    try {
      counters.write(desk.counters(), desk.persistent());
    } catch (IOException e) {
      fail(Phrase.of("rules.counters", String.valueOf(e.getMessage())));
    }
  }

  private void audit(ObjectNode told) {
    ObjectNode line = Secrets.masked(told);
    recents.add(line);
    AuditLog lines = audit;
    if (lines != null) {
      ObjectNode inEnglish = line.deepCopy();
      inEnglish.remove("told");
      lines.add(inEnglish);
    }
    overlay.tell(line.deepCopy().put("v", 1).put("type", "decision"));
  }

  private List<ObjectNode> firstWords() {
    return standing;
  }

  private static ObjectNode vote(ObjectNode tally) {
    return tally.put("v", 1).put("type", "vote");
  }

  @Override
  public void measure(MeterRegistry metrics) {
    FunctionCounter.builder("danmu.rules.missed", requireNonNull(hearing), Hearing::missed)
        .description("events that were gone from the memory before the rules' turn came")
        .register(metrics);
  }

  /** Runs end safely, and what waits for the audit log is written. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    desk.end();
    save();
    requireNonNull(audit).close();
  }
}
