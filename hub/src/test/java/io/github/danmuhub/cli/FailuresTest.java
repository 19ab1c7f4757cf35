package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class FailuresTest {

  private static String told(Exception failure) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream talk = new PrintStream(err, true, UTF_8);
    Failures failures = new Failures(new Danmu(), new Console(talk, talk, false));
    CommandLine danmu = new CommandLine(new Danmu());
    ParseResult parsed = danmu.parseArgs();
    assertThat(failures.handleExecutionException(failure, danmu, parsed)).isEqualTo(1);
    return err.toString(UTF_8);
  }

  @Test
  void whatTheDiskDoesIsToldWithoutAClassName() {
    assertThat(told(new NoSuchFileException("a/b"))).isEqualTo("danmu: a/b: no such file\n");
    assertThat(told(new AccessDeniedException("a"))).isEqualTo("danmu: a: permission denied\n");
    assertThat(told(new FileSystemException("a", null, "Not a directory")))
        .isEqualTo("danmu: a: Not a directory\n");
    assertThat(told(new FileAlreadyExistsException("a")))
        .isEqualTo("danmu: a: it is there already\n");
    assertThat(told(new EOFException())).isEqualTo("danmu: it is cut off\n");
    assertThat(told(new IOException("No space left on device")))
        .isEqualTo("danmu: No space left on device\n");
  }

  @Test
  void aFaultOfOursIsToldWithWhereTheDetailsAreAndWithoutAClassName() {
    assertThat(told(new IllegalStateException("x")))
        .isEqualTo("danmu: a fault of ours: x (run again with --debug for the details)\n");
  }

  @Test
  void noFailureCommandsTheTerminal() {
    assertThat(told(new IOException("a\u009b2J\u001bb"))).doesNotContain("\u009b", "\u001b");
  }
}
