package io.github.danmuhub.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.rule.Kinds;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.read.RulesReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a chat takes through the rules, in time of one core, so that what else runs here counts
 * little; figures go to stdout.
 */
@Tag("load")
class RuleSpeedTest {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int WARM = 50_000;
  private static final SplittableRandom RANDOM = new SplittableRandom(1);
  private static final String LETTERS = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会abcdef 123";

  private static final Conclusions NOTHING =
      new Conclusions() {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void act(Action action) {}

        @Override
        public void tallied(Tally tally) {}
      };

  private static String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static List<Chat> chats(int count, int longest) {
    List<Chat> chats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = longest == 500 ? 500 : 1 + RANDOM.nextInt(longest);
      chats.add(SampleEvents.chat(0, i % 1_000, text(length)));
    }
    return chats;
  }

  private static String rules(int words, int patterns) {
    StringBuilder rules = new StringBuilder("version: 1\nrules:\n");
    for (int i = 0; i < words; i++) {
      String where = i % 3 == 0 ? "any_of" : i % 3 == 1 ? "starts" : "contains";
      rules.append(
          "- {id: w%d, on: chat, when: {text: {%s: ['%sx%d', '%s']}}, limit: {cooldown: 1s}, do: {say: x}}\n"
              .formatted(i, where, text(2).strip() + "q", i, "词%03d".formatted(i)));
    }
    for (int i = 0; i < patterns; i++) {
      rules.append(
          "- {id: p%d, on: chat, when: {text: {regex: '(?i)(点歌|song)\\s*(\\w+%d|第[0-9]{1,3}首)$'}}, limit: {cooldown: 1s}, do: {say: x}}\n"
              .formatted(i, i));
    }
    return rules.toString();
  }

  private static RuleEngine engine(String yaml) {
    Checked checked = RulesReader.read(yaml, Kinds.ALL);
    assertThat(checked.faults()).isEmpty();
    RuleEngine engine = new RuleEngine(new SplittableRandom(1), NOTHING);
    engine.use(checked.rules(), new Now(SampleEvents.START, 0));
    return engine;
  }

  private static double microsEach(RuleEngine engine, List<Chat> chats, int rounds) {
    long from = CPU.getCurrentThreadCpuTime();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < chats.size(); i++) {
        engine.onEvent(chats.get(i), i, new Now(SampleEvents.START, round));
      }
    }
    return (CPU.getCurrentThreadCpuTime() - from) / 1_000.0 / rounds / chats.size();
  }

  @Test
  void tenPatternsAtFiveHundredCharacters() {
    RuleEngine engine = engine(rules(0, 10));
    List<Chat> chats = chats(1_000, 500);
    microsEach(engine, chats, 5);
    double micros = microsEach(engine, chats, 10);
    System.out.printf("10 patterns, 500 characters: %.1f us of a core a chat%n", micros);
    assertThat(micros).isLessThan(1_000);
  }

  @Test
  void ninetyWordRulesAndTenPatterns() {
    RuleEngine engine = engine(rules(90, 10));
    List<Chat> chats = chats(10_000, 50);
    microsEach(engine, chats, WARM / chats.size());
    double micros = microsEach(engine, chats, 10);
    System.out.printf(
        "90 word rules and 10 patterns, up to 50 characters: %.1f us of a core a chat, %.0f"
            + " chats/s%n",
        micros, 1_000_000 / micros);
    assertThat(micros).isPositive();
  }
}
