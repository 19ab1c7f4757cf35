package io.github.danmuhub.rule.overlay;

import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.Parameter;
import java.util.List;

/** What can be shown and said. */
public final class OverlayKinds {
  /** A text, a picture, a sound or an effect, for a while. */
  public static final ActionKind SHOW =
      ActionKind.of(
              "overlay",
              Parameter.optional("text", Parameter.Type.TEXT),
              Parameter.optional("image", Parameter.Type.URL),
              Parameter.optional("sound", Parameter.Type.URL),
              Parameter.oneOf(
                  "effect", false, List.of("confetti", "hearts", "snow", "flash", "shake")),
              Parameter.optional("for", Parameter.Type.DURATION))
          .withSingle("text");

  /** A text that the browser speaks. */
  public static final ActionKind SAY =
      ActionKind.of(
              "say",
              Parameter.required("text", Parameter.Type.TEXT),
              Parameter.oneOf("priority", false, List.of("normal", "high")),
              Parameter.optional("lang", Parameter.Type.TEXT))
          .withSingle("text");

  private OverlayKinds() {}
}
