package io.github.danmuhub.server.problem;

/** Ends a request with a {@link Problem}. Not an error of ours, so without a stack trace. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Answers with {@code problem}. */
  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The same, made from its parts. */
  public ProblemException(int status, String name, String detail) {
    this(new Problem(status, name, detail));
  }

  /** A request that is wrong: 400. */
  public static ProblemException bad(String name, String detail) {
    return new ProblemException(400, name, detail);
  }

  /** What the client is told. */
  public Problem problem() {
    return problem;
  }
}
