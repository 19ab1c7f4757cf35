package io.github.danmuhub.platform;

/** A lookup that did not lead to a dial. The message is a sentence for people, without secrets. */
public final class LookupException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Verdict verdict;
  private final int code;

  private LookupException(Verdict verdict, int code, String why) {
    super(why, null, false, false);
    this.verdict = verdict;
    this.code = code;
  }

  /** Try again later. */
  public static LookupException again(int code, String why) {
    return new LookupException(Verdict.RESOLVE, code, why);
  }

  /** Trying again is in vain: the room does not exist. */
  public static LookupException failed(int code, String why) {
    return new LookupException(Verdict.FAILED, code, why);
  }

  /** {@link Verdict#RESOLVE} or {@link Verdict#FAILED}. */
  public Verdict verdict() {
    return verdict;
  }

  /** The platform's code or the HTTP status; 0 where there is none. */
  public int code() {
    return code;
  }
}
