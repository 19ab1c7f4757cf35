package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of pages, in {@code hub/target/pages}, for a person to look at; what a machine sees (too
 * wide, moved, unreadable, told by the console) it says itself.
 */
final class Shots implements AutoCloseable {
  private static final Path FOLDER =
      Path.of(System.getProperty("danmu.root", ".."), "hub", "target", "pages");
  private static final int[] WIDTHS = {360, 800, 1280, 1920};
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final List<String> THEMES = List.of("light", "dark");
  private static final double MOVED = 0.1;
  private static final URI BLANK = URI.create("about:blank");

  /** What there must be before a picture is taken. */
  interface Ready {
    void await(Browser browser);
  }

  final Browser browser = Browser.start();
  private final List<String> found = new ArrayList<>();

  private String expected = "\n";

  Shots() throws IOException {
    Files.createDirectories(FOLDER);
  }

  /** The console may complain of that. */
  void expecting(String complaint) {
    expected = complaint;
  }

  /** A page in every size, language and light. */
  void take(String name, URI page, Ready ready) throws IOException {
    found.clear();
    for (int width : WIDTHS) {
      for (String language : LANGUAGES) {
        for (String theme : THEMES) {
          String query = "?lang=" + language + "&theme=" + theme;
          browser.size(width, width < 800 ? 780 : width * 10 / 16).light(theme);
          browser.open(BLANK).complaints(); // a page before it may miss its hub
          browser.open(page.resolve(page.getPath() + query));
          ready.await(browser);
          look("%s-%d-%s-%s".formatted(name, width, language, theme), width);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private void look(String shot, int width) throws IOException {
    browser.fitsItsWidth(shot);
    if (browser.measures().shift() > MOVED) {
      found.add(shot + ": moved by " + browser.measures().shift());
    }
    browser.barriers().forEach(barrier -> found.add(shot + ": " + barrier));
    if (width < 800) {
      browser.growsToItsPage(width);
    }
    keep(shot, browser.wholePage());
  }

  /** An overlay as OBS shows it, on a ground like a game's. */
  void takeScene(String shot) throws IOException {
    found.clear();
    browser.settles();
    browser.fitsItsWidth(shot);
    browser.ask(
        "document.documentElement.style.background ="
            + " 'radial-gradient(120% 90% at 80% 0, #7f5a83 0, #32405f 45%, #101624 100%)'");
    keep(shot, browser.screenshot());
    assertThat(found).isEmpty();
  }

  private void keep(String shot, byte[] picture) throws IOException {
    browser.complaints().stream()
        .filter(complaint -> !complaint.contains(expected))
        .forEach(complaint -> found.add(shot + ": " + complaint));
    Files.write(FOLDER.resolve(shot + ".png"), picture);
  }

  @Override
  public void close() {
    browser.close();
  }
}
