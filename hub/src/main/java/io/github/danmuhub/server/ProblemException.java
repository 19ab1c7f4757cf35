package io.github.danmuhub.server;

/** Ends a request with a {@link Problem}. Not an error of ours, so without a stack trace. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  ProblemException(int status, String name, String detail) {
    this(new Problem(status, name, detail));
  }

  Problem problem() {
    return problem;
  }
}
