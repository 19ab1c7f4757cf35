package io.github.danmuhub.page.saved;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a short address means. */
class SavedOverlaysTest {
  private final SavedOverlays saved = new SavedOverlays();

  @Test
  void theSameAddressHasTheSameShortNameAndAnotherHasAnother() {
    String name = saved.save("/overlay/chat?look=card");
    assertThat(name).matches("[2-9a-z]{7}").isEqualTo(saved.save("/overlay/chat?look=card"));
    assertThat(saved.save("/overlay/chat?look=bubble")).isNotEqualTo(name);
    assertThat(saved.find(name)).hasValue("/overlay/chat?look=card");
    assertThat(saved.find("unknown")).isEmpty();
  }

  @Test
  void onlyThoseAreKeptThatWereAskedForLast() {
    String used = saved.save("/overlay/chat?size=1");
    String unused = saved.save("/overlay/chat?size=2");
    for (int i = 3; i <= SavedOverlays.LIMIT + 1; i++) {
      assertThat(saved.find(used)).isPresent();
      saved.save("/overlay/chat?size=" + i);
    }
    assertThat(saved.find(unused)).isEmpty();
    assertThat(saved.find(used)).isPresent();
  }

  @Test
  void whatIsWrittenIsReadAgainAndWhatSomebodyElseWroteIntoItIsNot() throws Exception {
    String name = saved.save("/overlay/gifts?look=terminal&words=%E5%93%88");
    SavedOverlays again = new SavedOverlays();
    again.add(saved.toJson());
    again.add("{\"abcdefg\":\"https://evil.example/\",\"b\":7}");
    assertThat(again.find(name)).isEqualTo(saved.find(name));
    assertThat(again.toJson()).isEqualTo(saved.toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/overlay/",
        "/overlay/chat/..",
        "//evil.example/overlay/chat",
        "https://evil.example/overlay/chat",
        "/settings/overlay",
        "/overlay/chat?a=\r\nset-cookie: x",
        "/overlay/chat?a=b c",
        "/overlay/chat#token"
      })
  void whatIsNoAddressOfAnOverlayIsNone(String address) {
    assertThat(SavedOverlays.isAddress(address)).isFalse();
  }

  @Test
  void anAddressHasABound() {
    String longest = "/overlay/chat?" + "x".repeat(SavedOverlays.LONGEST - 14);
    assertThat(SavedOverlays.isAddress(longest)).isTrue();
    assertThat(SavedOverlays.isAddress(longest + "x")).isFalse();
  }
}
