package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopTest {

  @Test
  void aDesktopOpensPagesByItsOwnProgram() {
    assertThat(new Desktop("Linux", Map.of("DISPLAY", ":0")).opener())
        .hasValue(List.of("xdg-open"));
    assertThat(new Desktop("Mac OS X", Map.of()).opener()).hasValue(List.of("open"));
    assertThat(new Desktop("Windows 11", Map.of()).opener())
        .hasValueSatisfying(command -> assertThat(command).contains("rundll32"));
  }

  @Test
  void whereNobodySitsNothingIsOpened() {
    assertThat(new Desktop("Linux", Map.of()).opener()).isEmpty();
    assertThat(new Desktop("Mac OS X", Map.of("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")).opener())
        .isEmpty();
  }
}
