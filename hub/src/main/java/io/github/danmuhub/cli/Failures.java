package io.github.danmuhub.cli;

import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.export.ExportException;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.server.net.ListenException;
import io.github.danmuhub.text.Told;
import java.io.IOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A failure at run time is one clear line and exit 1; wrong usage found late is exit 2. */
final class Failures implements IExecutionExceptionHandler {
  private final Danmu danmu;
  private final Console console;

  Failures(Danmu danmu, Console console) {
    this.danmu = danmu;
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof Told ours) {
      console.say(ours.told());
    } else {
      console.say(words(failure));
    }
    if (danmu.debug) {
      failure.printStackTrace(console.err());
    }
    return isWrongUsage(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  private static boolean isWrongUsage(Throwable failure) {
    return failure instanceof IllegalArgumentException || failure instanceof RoomRefusedException;
  }

  private static String words(Throwable failure) {
    String message = failure.getMessage();
    if (message != null && isSentence(failure)) {
      return message;
    }
    if (failure instanceof IOException world) {
      return place(world) + FileTrouble.words(world);
    }
    return "a fault of ours"
        + (message == null ? "" : ": " + message)
        + " (run again with --debug for the details)";
  }

  /** What the disk or the network does is no fault of ours: its words do without the class. */
  private static String place(IOException world) {
    String file = world instanceof FileSystemException disk ? disk.getFile() : null;
    return file == null ? "" : file + ": ";
  }

  /** Our own failures say in their message what happened and what to do. */
  private static boolean isSentence(Throwable failure) {
    return failure instanceof CommandFailure
        || failure instanceof IllegalArgumentException
        || failure instanceof RecordingException
        || failure instanceof ExportException
        || failure instanceof ConfigException
        || failure instanceof RoomRefusedException
        || failure instanceof ListenException;
  }
}
