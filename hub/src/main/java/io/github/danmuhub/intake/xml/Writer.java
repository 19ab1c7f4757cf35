package io.github.danmuhub.intake.xml;

/** A program that writes XML of danmaku. Any thread. */
interface Writer {
  /** As {@code --writer} calls it. */
  String name();

  /** Whether {@code head} is one of its files'. */
  boolean wrote(XmlHead head);

  Facts facts(XmlHead head);

  Dialect dialect(Facts facts);
}
