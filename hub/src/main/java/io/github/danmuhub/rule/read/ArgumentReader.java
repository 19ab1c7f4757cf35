package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.rule.model.Argument;
import io.github.danmuhub.rule.model.Template;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode;
import io.github.danmuhub.yaml.YamlNode.Pair;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value of one parameter of an action, by its type. */
final class ArgumentReader {
  private static final long LONGEST_MS = 24 * 3_600_000L;
  private static final long LARGEST = 999_999_999_999_999L;

  private final Faults faults;
  private final TemplateReader templates;

  ArgumentReader(Faults faults, TemplateReader templates) {
    this.faults = faults;
    this.templates = templates;
  }

  Argument read(Parameter parameter, YamlNode node) {
    return switch (parameter.type()) {
      case TEXT -> text(parameter, node);
      case URL -> new Argument.Url(template(node));
      case WHOLE -> whole(node);
      case FLAG -> new Argument.Fixed(Scalars.flag(node, faults));
      case DURATION ->
          new Argument.Fixed(Duration.ofMillis(Scalars.duration(node, 0, LONGEST_MS, faults)));
      case TEXTS ->
          new Argument.Texts(Scalars.texts(node, faults).stream().map(templates::read).toList());
      case FIELDS -> named(node);
    };
  }

  private Argument text(Parameter parameter, YamlNode node) {
    Template template = template(node);
    String written = node instanceof Text text ? text.value() : "";
    if (template.isFixed()
        && !parameter.words().isEmpty()
        && !parameter.words().contains(written)) {
      faults.add(
          node.place(), Phrase.of("yaml.unknown", written, String.join(", ", parameter.words())));
    }
    return new Argument.Text(template, parameter.words());
  }

  private Argument whole(YamlNode node) {
    Template template = template(node);
    return template.isFixed()
        ? new Argument.Fixed(Scalars.whole(node, -LARGEST, LARGEST, faults))
        : new Argument.Whole(template);
  }

  private Argument named(YamlNode node) {
    Map<String, Template> named = new LinkedHashMap<>();
    for (Pair pair : Section.open(node, faults).pairs()) {
      named.put(pair.name(), template(pair.value()));
    }
    return new Argument.Named(named);
  }

  private Template template(YamlNode node) {
    Text text =
        node instanceof Text written
            ? written
            : new Text(node.place(), Scalars.text(node, faults), true);
    return templates.read(text);
  }
}
