package io.github.danmuhub.device.run;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * {@code run: {name: confetti, arguments: ["{user.name}"]}}: a program of the configuration, with
 * the rule's arguments behind its own, each as it is: no shell ever reads them, and none may look
 * like an option, since viewers write in them. At most {@value #AT_ONCE} run at once; a further one
 * is refused.
 */
public final class ProgramSink implements ActionSink {
  private static final int AT_ONCE = 4;

  /**
   * One program.
   *
   * @param seconds it is ended after so long
   */
  public record Program(List<String> command, int seconds) {
    public Program {
      command = List.copyOf(command);
    }
  }

  private final Map<String, Program> programs;
  private final ActionKind kind;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** These, by their names. */
  public ProgramSink(Map<String, Program> programs) {
    this.programs = Map.copyOf(programs);
    this.kind =
        ActionKind.of(
                "run",
                Parameter.oneOf("name", true, programs.keySet().stream().sorted().toList()),
                Parameter.optional("arguments", Parameter.Type.TEXTS))
            .withSingle("name");
  }

  @Override
  public ActionKind kind() {
    return kind;
  }

  @Override
  public void perform(Action action, Outcome outcome) {
    Program program = programs.get(action.parameters().text("name", ""));
    List<String> arguments = action.parameters().texts("arguments");
    Optional<Result> refusal = refusal(action, program == null, arguments);
    if (refusal.isPresent() || program == null) {
      outcome.report(refusal.orElseThrow());
    } else if (places.tryAcquire()) {
      List<String> command = new ArrayList<>(program.command());
      command.addAll(arguments);
      start(() -> run(command, program.seconds(), outcome));
    } else {
      outcome.report(Result.refused(Phrase.of("act.programs", AT_ONCE)));
    }
  }

  private static Optional<Result> refusal(Action action, boolean unknown, List<String> arguments) {
    if (unknown) {
      return Optional.of(Result.refused(Phrase.of("act.no-program")));
    }
    if (arguments.stream().anyMatch(argument -> argument.startsWith("-"))) {
      return Optional.of(Result.refused(Phrase.of("act.option")));
    }
    return action.dryRun()
        ? Optional.of(
            Result.dryRun(
                Phrase.of("act.run", action.parameters().text("name", ""), arguments.toString())))
        : Optional.empty();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "danmu-run");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(List<String> command, int seconds, Outcome outcome) {
    try {
      outcome.report(result(command, seconds));
    } catch (IOException e) {
      outcome.report(Result.refused(Phrase.of("act.no-start")));
    } catch (InterruptedException e) {
      outcome.report(Result.refused(Phrase.of("listen.interrupted")));
    } finally {
      places.release();
    }
  }

  private static Result result(List<String> command, int seconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .redirectInput(Redirect.PIPE)
            .start();
    process.getOutputStream().close();
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      int exit = process.exitValue();
      return exit == 0
          ? Result.done(Phrase.of("act.ran"))
          : Result.refused(Phrase.of("act.exit", exit));
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return Result.refused(Phrase.of("act.ended", seconds));
  }
}
