package io.github.danmuhub.rule.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.Outcome.How;
import io.github.danmuhub.rule.action.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlaySinkTest {
  private final OverlaySink say = new OverlaySink(OverlayKinds.SAY, new OverlayDoor(List::of));

  private How said(String text, boolean dry) {
    List<How> outcomes = new ArrayList<>();
    Parameters parameters = new Parameters(Map.of("text", text));
    say.perform(
        new Action("rule", "say", parameters, 0, 0, false, dry),
        result -> outcomes.add(result.how()));
    return outcomes.get(0);
  }

  @Test
  void aTextWithAMutedWordIsRefusedWhateverItsForm() {
    say.mute(Set.of("bad"));
    assertThat(said("not so ＢＡ\u200bＤ", false)).isEqualTo(How.REFUSED);
    assertThat(said("good", false)).isEqualTo(How.DONE);
    say.mute(Set.of());
    assertThat(said("bad", false)).isEqualTo(How.DONE);
  }

  @Test
  void aDryRunIsOnlyTold() {
    assertThat(said("good", true)).isEqualTo(How.DRY_RUN);
  }

  @Test
  void anEmptyOverlayIsRefused() {
    List<How> outcomes = new ArrayList<>();
    new OverlaySink(OverlayKinds.SHOW, new OverlayDoor(List::of))
        .perform(
            new Action("rule", "overlay", Parameters.NONE, 0, 0, false, false),
            result -> outcomes.add(result.how()));
    assertThat(outcomes).containsExactly(How.REFUSED);
  }
}
