package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.model.TextTest;
import io.github.danmuhub.rule.text.BadPatternException;
import io.github.danmuhub.rule.text.BoundedPattern;
import io.github.danmuhub.rule.text.NormalText;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text must be like: words alone, or keys that say where they stand. */
final class TextTestReader {
  private final Faults faults;

  TextTestReader(Faults faults) {
    this.faults = faults;
  }

  TextTest read(YamlNode node) {
    if (!(node instanceof Keys)) {
      return new TextTest(words(Scalars.texts(node, faults)), List.of(), List.of(), null);
    }
    Section section = Section.of(node, faults, "any_of", "exact", "starts", "contains", "regex");
    List<Text> whole = new ArrayList<>(section.texts("any_of"));
    whole.addAll(section.texts("exact"));
    if (section.pairs().isEmpty()) {
      faults.add(node.place(), Phrase.of("rule.text"));
    }
    return new TextTest(
        words(whole),
        List.copyOf(words(section.texts("starts"))),
        List.copyOf(words(section.texts("contains"))),
        pattern(section));
  }

  private Set<String> words(List<Text> written) {
    Set<String> words = new LinkedHashSet<>();
    for (Text text : written) {
      String word = NormalText.of(text.value());
      if (word.isEmpty()) {
        faults.add(text.place(), Phrase.of("rule.unseen-text"));
      } else if (text.value().codePointCount(0, text.value().length()) > NormalText.CODE_POINTS) {
        faults.add(text.place(), Phrase.of("rule.long-text", NormalText.CODE_POINTS));
      } else if (!words.add(word)) {
        faults.add(text.place(), Phrase.of("rule.twice", word));
      }
    }
    return words;
  }

  private @Nullable BoundedPattern pattern(Section section) {
    if (!(section.get("regex") instanceof Text text)) {
      if (section.has("regex")) {
        faults.add(section.at("regex"), Phrase.of("rule.pattern"));
      }
      return null;
    }
    try {
      return BoundedPattern.of(text.value());
    } catch (BadPatternException e) {
      faults.add(text.at(e.at()), e.told());
      return null;
    }
  }
}
