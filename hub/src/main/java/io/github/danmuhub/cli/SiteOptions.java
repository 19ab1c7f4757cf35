package io.github.danmuhub.cli;

import io.github.danmuhub.feed.FeedPlatform;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which sites are simulated, and how those that files describe behave. */
final class SiteOptions {
  private static final String DEFLATE = ".deflate";

  @Mixin FeedOptions feeds = new FeedOptions();

  @Option(
      names = "-o",
      paramLabel = "FEED.deflate=on",
      description = "The site of a feed takes permessage-deflate where it is offered.")
  Map<String, String> settings = new LinkedHashMap<>();

  /**
   * All that can be simulated.
   *
   * @throws IllegalArgumentException in words, if a setting belongs to no feed
   */
  List<Platform> platforms() {
    checkSettings();
    List<Platform> all = new ArrayList<>(Platforms.all());
    feeds.feeds().forEach(feed -> all.add(deflates(feed) ? feed.deflating() : feed));
    return all;
  }

  private boolean deflates(FeedPlatform feed) {
    return "on".equals(settings.get(feed.id() + DEFLATE));
  }

  private void checkSettings() {
    settings.forEach(
        (key, value) -> {
          boolean known =
              feeds.feeds().stream().anyMatch(feed -> key.equals(feed.id() + DEFLATE))
                  && List.of("on", "off").contains(value);
          if (!known) {
            throw new UsageException(Phrase.of("simulate.feed-option", key));
          }
        });
  }
}
