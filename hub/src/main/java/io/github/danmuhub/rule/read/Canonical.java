package io.github.danmuhub.rule.read;

import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.stream.Collectors;

/** What a node says, whatever its layout and comments: equal texts mean equal rules. */
final class Canonical {
  private Canonical() {}

  static String of(YamlNode node) {
    if (node instanceof Text text) {
      return quoted(text.value());
    }
    if (node instanceof Items items) {
      return items.items().stream().map(Canonical::of).collect(Collectors.joining(",", "[", "]"));
    }
    return ((Keys) node)
        .pairs().stream()
            .map(pair -> quoted(pair.name()) + ":" + of(pair.value()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
