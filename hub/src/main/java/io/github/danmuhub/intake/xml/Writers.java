package io.github.danmuhub.intake.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of writers, in the order in which a head is held against them. */
public final class Writers {
  static final List<Writer> ALL =
      List.of(
          new OwnXml(),
          new BililiveRecorderXml(),
          new BlrecXml(),
          new BiliLiveToolsXml(),
          new BiliupXml(),
          new VideoCommentsXml());

  private Writers() {}

  static Optional<Writer> of(XmlHead head) {
    return ALL.stream().filter(writer -> writer.wrote(head)).findFirst();
  }

  static Optional<Writer> named(String name) {
    return ALL.stream().filter(writer -> writer.name().equals(name)).findFirst();
  }

  /** Their names, as {@code --writer} takes them. */
  public static String names() {
    return ALL.stream().map(Writer::name).collect(Collectors.joining(", "));
  }
}
