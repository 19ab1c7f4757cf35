package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.model.Lane;
import io.github.danmuhub.rule.model.Limit;
import io.github.danmuhub.rule.model.Repeats;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often a rule may fire, how often something must happen, and who waits for whom. */
final class LimitReader {
  static final String[] QUEUE_KEYS = {"size", "when_full", "ttl", "coalesce"};
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final int STANDARD_SIZE = 20;
  private static final long STANDARD_TTL_MS = 15_000;

  private final Scope scope;

  LimitReader(Scope scope) {
    this.scope = scope;
  }

  Limit limit(@Nullable YamlNode node, ConditionReader conditions) {
    if (node == null) {
      return Limit.NONE;
    }
    Section section =
        Section.of(
            node,
            scope.faults(),
            "cooldown",
            "user_cooldown",
            "group",
            "cools",
            "per_stream",
            "exempt");
    return new Limit(
        section.duration("cooldown", 0, 0, DAY_MS),
        section.duration("user_cooldown", 0, 0, DAY_MS),
        section.named("group", scope.groups(), "group"),
        cools(section),
        section.whole("per_stream", -1, 1, 1_000_000),
        conditions.roles(section.texts("exempt")));
  }

  private Set<String> cools(Section section) {
    Set<String> cools = new LinkedHashSet<>();
    for (Text text : section.texts("cools")) {
      if (!scope.groups().containsKey(text.value())) {
        scope
            .faults()
            .add(text.place(), Section.absent(text.value(), scope.groups().keySet(), "group"));
      }
      cools.add(text.value());
    }
    return cools;
  }

  @Nullable Repeats repeats(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    Section section = Section.of(node, scope.faults(), "times", "within", "per");
    section.need("times");
    section.need("within");
    return new Repeats(
        (int) section.whole("times", 1, 1, 1_000),
        section.duration("within", 1_000, 1, DAY_MS),
        section.word("per", Repeats.Per.RULE));
  }

  Lane lane(String rule, Section section) {
    Lane.Mode mode = section.word("mode", Lane.Mode.DROP);
    YamlNode node = section.get("queue");
    Section queue = Section.of(null, scope.faults());
    String name = "rule:" + rule;
    if (node instanceof Text text) {
      queue = scope.queues().getOrDefault(text.value(), queue);
      name = text.value();
      section.named("queue", scope.queues(), "queue");
    } else if (node instanceof Keys) {
      queue = Section.of(node, scope.faults(), QUEUE_KEYS);
    }
    if (node != null && !section.has("mode")) {
      mode = Lane.Mode.QUEUE;
    }
    return new Lane(
        name,
        mode,
        (int) queue.whole("size", STANDARD_SIZE, 0, 10_000),
        queue.word("when_full", Lane.WhenFull.DROP_NEWEST),
        queue.duration("ttl", STANDARD_TTL_MS, 1, DAY_MS),
        queue.flag("coalesce"));
  }
}
