package io.github.danmuhub.rule;

import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.Parameter;
import java.util.List;
import java.util.Map;

/** Kinds of actions for tests: a toy, what is said, a call. */
public final class Kinds {
  public static final ActionKind TOY =
      ActionKind.of(
          "toy",
          Parameter.oneOf("device", true, List.of("ball", "laser", "wand")),
          Parameter.optional("angle", Parameter.Type.WHOLE),
          Parameter.optional("for", Parameter.Type.DURATION),
          Parameter.optional("gently", Parameter.Type.FLAG));

  public static final ActionKind SAY =
      ActionKind.of("say", Parameter.required("text", Parameter.Type.TEXT)).withSingle("text");

  public static final ActionKind CALL =
      ActionKind.of(
          "call",
          Parameter.required("url", Parameter.Type.URL),
          Parameter.optional("body", Parameter.Type.FIELDS),
          Parameter.optional("tags", Parameter.Type.TEXTS));

  public static final Map<String, ActionKind> ALL = Map.of("toy", TOY, "say", SAY, "call", CALL);

  private Kinds() {}
}
