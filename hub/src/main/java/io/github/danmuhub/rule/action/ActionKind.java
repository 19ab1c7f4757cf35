package io.github.danmuhub.rule.action;

import java.util.List;
import java.util.Optional;

/**
 * A kind of action as rules name it, such as {@code device}: what {@code danmu rules check} holds
 * them against. Immutable.
 *
 * @param single the parameter that is meant where a rule gives one text instead of a map, such as
 *     {@code say: thank you}; empty: a map is needed
 */
public record ActionKind(String name, List<Parameter> parameters, Optional<String> single) {
  public ActionKind {
    parameters = List.copyOf(parameters);
  }

  /** One that needs a map. */
  public static ActionKind of(String name, Parameter... parameters) {
    return new ActionKind(name, List.of(parameters), Optional.empty());
  }

  /** The same, where a text alone is its parameter of this name. */
  public ActionKind withSingle(String parameter) {
    return new ActionKind(name, parameters, Optional.of(parameter));
  }

  /** The parameter of this name. */
  public Optional<Parameter> parameter(String called) {
    return parameters.stream().filter(each -> each.name().equals(called)).findFirst();
  }
}
