package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.model.Field;
import io.github.danmuhub.rule.model.Fields;
import io.github.danmuhub.rule.model.Template;
import io.github.danmuhub.rule.model.Template.Counter;
import io.github.danmuhub.rule.model.Template.Literal;
import io.github.danmuhub.rule.model.Template.Piece;
import io.github.danmuhub.rule.model.Template.Variable;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Place;
import io.github.danmuhub.yaml.Section;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code {user.name}} and the like: each variable must be known, and be there whatever triggers the
 * rule. A brace that is meant is written twice.
 */
final class TemplateReader {
  private static final String COUNTER = "counter.";

  private final Scope scope;
  private final Set<String> types;

  /**
   * @param types what triggers the rule
   */
  TemplateReader(Scope scope, Set<String> types) {
    this.scope = scope;
    this.types = types;
  }

  Template read(Text text) {
    String written = text.value();
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < written.length()) {
      char c = written.charAt(at);
      boolean twice = at + 1 < written.length() && written.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && twice) {
        literal.append(c);
        at += 2;
      } else if (c == '{') {
        pieces.add(new Literal(literal.toString()));
        literal.setLength(0);
        at = variable(text, at, pieces);
      } else {
        literal.append(c);
        at++;
      }
    }
    pieces.add(new Literal(literal.toString()));
    return new Template(pieces);
  }

  private int variable(Text text, int from, List<Piece> pieces) {
    int end = text.value().indexOf('}', from);
    if (end < 0) {
      scope.faults().add(text.at(from), Phrase.of("rule.brace"));
      return text.value().length();
    }
    String name = text.value().substring(from + 1, end);
    add(name, text.at(from), pieces);
    return end + 1;
  }

  private void add(String name, Place place, List<Piece> pieces) {
    if (name.startsWith(COUNTER)) {
      String counter = name.substring(COUNTER.length());
      if (!scope.counters().contains(counter)) {
        scope.faults().add(place, Section.absent(counter, scope.counters(), "counter"));
      }
      pieces.add(new Counter(counter));
      return;
    }
    Optional<Field> field = Fields.find(name);
    if (field.isEmpty()) {
      scope.faults().add(place, Phrase.of("rule.variable", name, known()));
      return;
    }
    Set<String> without = new TreeSet<>(types);
    without.removeAll(field.get().types());
    if (!without.isEmpty()) {
      scope
          .faults()
          .add(
              place,
              Phrase.of("rule.variable-absent", name, TriggerReader.named(without), known()));
    }
    pieces.add(new Variable(field.get()));
  }

  private Phrase known() {
    List<String> names = new ArrayList<>();
    for (String name : Fields.names()) {
      if (Fields.find(name).orElseThrow().types().containsAll(types)) {
        names.add(name);
      }
    }
    scope.counters().forEach(counter -> names.add(COUNTER + counter));
    return names.isEmpty() ? Phrase.of("rule.none") : Phrase.foreign(String.join(", ", names));
  }
}
