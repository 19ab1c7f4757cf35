package io.github.danmuhub.platform;

/** A lookup that did not lead to a dial. The message is a sentence for people, without secrets. */
public final class LookupException extends Exception {
  private static final long serialVersionUID = 2L;

  private final transient Setback setback;

  public LookupException(Setback setback) {
    super(setback.why(), null, false, false);
    this.setback = setback;
  }

  /** Try again later. */
  public static LookupException again(int code, String why) {
    return new LookupException(Setback.again(code, why));
  }

  /** Trying again is in vain: the room does not exist. */
  public static LookupException failed(int code, String why) {
    return new LookupException(Setback.failed(code, why));
  }

  /** What next. */
  public Setback setback() {
    return setback;
  }

  /** As in {@link #setback}. */
  public Verdict verdict() {
    return setback.how();
  }

  /** The platform's code or the HTTP status; 0 where there is none. */
  public int code() {
    return setback.code();
  }
}
