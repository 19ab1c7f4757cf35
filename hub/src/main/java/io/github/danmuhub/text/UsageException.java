package io.github.danmuhub.text;

/** What a person asked for cannot be: wrong usage. One line, what is wrong and what to do. */
public final class UsageException extends IllegalArgumentException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  public UsageException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  public UsageException(Phrase told, Throwable cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }
}
