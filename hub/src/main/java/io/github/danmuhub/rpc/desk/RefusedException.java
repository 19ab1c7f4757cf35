package io.github.danmuhub.rpc.desk;

/** A call that is not made, in words. Not an error of ours, so without a stack trace. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  RefusedException(Why why, String words) {
    super(words, null, false, false);
    this.why = why;
  }

  /** Why it is not made. */
  public Why why() {
    return why;
  }

  /** For a person. */
  public String words() {
    return String.valueOf(getMessage());
  }

  /** Why a call is not made, as an HTTP status and a word for programs. */
  public enum Why {
    EVAL_OFF(403, "eval-off"),
    NO_GROUP(404, "no-such-group"),
    NO_CLIENT(404, "no-such-client"),
    NO_ACTION(404, "no-such-action"),
    FULL(429, "too-many-calls");

    private final int status;
    private final String code;

    Why(int status, String code) {
      this.status = status;
      this.code = code;
    }

    /** Of HTTP. */
    public int status() {
      return status;
    }

    /** For programs. */
    public String code() {
      return code;
    }
  }
}
