package io.github.danmuhub.benchmarks;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.engine.Conclusions;
import io.github.danmuhub.rule.engine.Decision;
import io.github.danmuhub.rule.engine.Now;
import io.github.danmuhub.rule.engine.RuleEngine;
import io.github.danmuhub.rule.engine.Tally;
import io.github.danmuhub.rule.overlay.OverlayKinds;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.read.RulesReader;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One chat through the rules: normal form, the index of words, the patterns, limits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xms384m", "-Xmx384m", "-XX:+UseG1GC"})
@SuppressWarnings("NullAway.Init") // JMH fills the fields before it measures
public class RulesBenchmark {
  private static final long START = 1_800_000_000_000L;
  private static final int CHATS = 1_024;
  private static final String LETTERS = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会abcdef 123";

  /** Rules by words, rules by patterns, characters at most. */
  @Param({"0-10-500", "90-10-50"})
  public String rules;

  private final SplittableRandom random = new SplittableRandom(1);
  private Chat[] chats;
  private RuleEngine engine;
  private long seq;

  /** Reads the rules, and invents the chats. */
  @Setup
  public void setUp(Blackhole hole) {
    String[] sizes = rules.split("-", -1);
    Checked checked =
        RulesReader.read(
            yaml(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1])),
            Map.of("say", OverlayKinds.SAY));
    if (!checked.isGood()) {
      throw new IllegalStateException(checked.faults().toString());
    }
    engine = new RuleEngine(new SplittableRandom(1), new Sink(hole));
    engine.use(checked.rules(), new Now(START, 0));
    int most = Integer.parseInt(sizes[2]);
    chats = new Chat[CHATS];
    for (int i = 0; i < CHATS; i++) {
      int length = most == 500 ? 500 : 1 + random.nextInt(most);
      chats[i] = Chat.of(Origin.ours("bilibili", "1", START), User.of("u" + i, "n"), text(length));
    }
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private String yaml(int words, int patterns) {
    StringBuilder yaml = new StringBuilder("version: 1\nrules:\n");
    String[] where = {"any_of", "starts", "contains"};
    for (int i = 0; i < words; i++) {
      yaml.append(
          "- {id: w%d, on: chat, when: {text: {%s: ['%sq%d', '词%03d']}}, limit: {cooldown: 1s}, do: {say: x}}%n"
              .formatted(i, where[i % 3], text(2).strip(), i, i));
    }
    for (int i = 0; i < patterns; i++) {
      yaml.append(
          "- {id: p%d, on: chat, when: {text: {regex: '(?i)(点歌|song)\\s*(\\w+%d|第[0-9]{1,3}首)$'}}, limit: {cooldown: 1s}, do: {say: x}}%n"
              .formatted(i, i));
    }
    return yaml.toString();
  }

  /** The next chat. */
  @Benchmark
  public void chat() {
    engine.onEvent(chats[(int) (seq % CHATS)], ++seq, new Now(START, seq / 10));
  }

  /** Takes what is concluded. */
  private record Sink(Blackhole hole) implements Conclusions {
    @Override
    public void decided(Decision decision) {
      hole.consume(decision);
    }

    @Override
    public void act(Action action) {
      hole.consume(action);
    }

    @Override
    public void tallied(Tally tally) {
      hole.consume(tally);
    }
  }
}
