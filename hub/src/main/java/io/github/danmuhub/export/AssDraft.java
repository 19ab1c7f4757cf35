package io.github.danmuhub.export;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.Map;
import java.util.Set;

/** A style while it is put together. One thread. */
final class AssDraft {
  int width = 1920;
  int height = 1080;
  String font = "Microsoft YaHei";
  int size = 38;
  double opacity = 0.8;
  double area = 1;
  int lanes;
  double scroll = 12;
  double fixed = 5;
  AssStyle.Layout boxes = AssStyle.Layout.BOXES;
  int pinnedMax;
  long giftMin;
  boolean names;
  boolean emotes = true;
  double merge;
  Set<String> blockedWords = Set.of();
  Set<String> blockedUsers = Set.of();

  AssDraft with(Map<String, String> settings) {
    settings.forEach(
        (name, value) -> {
          AssKey key =
              AssKey.ALL.stream()
                  .filter(each -> each.name().equals(name))
                  .findFirst()
                  .orElseThrow(() -> new UsageException(Phrase.of("ass.key", name)));
          key.set(this, value);
        });
    return this;
  }

  AssStyle style() {
    return new AssStyle(
        new AssStyle.Picture(width, height),
        new AssStyle.Lettering(font, size, opacity),
        new AssStyle.Lanes(area, lanes, scroll, fixed),
        new AssStyle.Boxes(boxes, pinnedMax, giftMin),
        new AssStyle.Shown(names, emotes, merge, blockedWords, blockedUsers));
  }
}
