package io.github.danmuhub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What pages load is there, is small, and comes from nowhere else. */
class AssetsTest {
  private static final Assets ASSETS = Assets.read();
  private static final Pattern SPECIFIER =
      Pattern.compile("^\\s*(?:import|\\} from|import .* from) \"([^\"]+)\";", Pattern.MULTILINE);
  private static final int KIB = 1_024;

  @Test
  void eachPageHasItsModuleAndAllThatItImports() {
    for (Page page : PageTable.PAGES) {
      assertThat(ASSETS.find(page.module())).as(page.path()).isNotNull();
      Set<String> imported = Imports.of(page.module(), ASSETS);
      imported.forEach(name -> checkImports(name, text(name)));
      checkImports(page.module(), text(page.module()));
    }
  }

  private static void checkImports(String name, String module) {
    for (MatchResult found : SPECIFIER.matcher(module).results().toList()) {
      assertThat(Imports.target(name, found.group(1)))
          .as("what %s imports as %s", name, found.group(1))
          .isNotNull()
          .satisfies(target -> assertThat(ASSETS.find(target)).as(target).isNotNull());
    }
  }

  private static String text(String name) {
    return Objects.requireNonNull(ASSETS.find(name)).bytes().toString();
  }

  @Test
  void allOfThemTogetherAreUnder250KilobytesPacked() {
    int packed = ASSETS.all().values().stream().mapToInt(asset -> asset.gzip().length()).sum();
    assertThat(packed).isLessThan(250 * KIB);
  }

  /** Nothing is fetched from elsewhere, and no text becomes markup. */
  @Test
  void noModuleOfOursNamesAnotherHostOrWritesMarkup() {
    for (Map.Entry<String, Asset> each : ASSETS.all().entrySet()) {
      if (!each.getKey().startsWith("lib/") && each.getKey().endsWith(".js")) {
        assertThat(each.getValue().bytes().toString())
            .as(each.getKey())
            .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
            .doesNotContain("unsafeHTML", "eval(", "new Function")
            .doesNotContainPattern("(?:fetch|import|src=)\\W{0,3}https?:");
      }
    }
  }

  @Test
  void theBuildChangesWithAnyAsset() {
    assertThat(ASSETS.build()).matches("[0-9a-f]{12}").isEqualTo(Assets.read().build());
  }
}
