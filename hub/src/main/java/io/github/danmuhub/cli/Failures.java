package io.github.danmuhub.cli;

import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.export.ExportException;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.server.net.ListenException;
import io.github.danmuhub.text.Phrase;
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
    console.say(phrase(failure));
    if (danmu.debug) {
      failure.printStackTrace(console.err());
    }
    return isWrongUsage(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  private static boolean isWrongUsage(Throwable failure) {
    return failure instanceof IllegalArgumentException || failure instanceof RoomRefusedException;
  }

  private static Phrase phrase(Throwable failure) {
    if (failure instanceof Told ours) {
      return ours.told();
    }
    String message = failure.getMessage();
    if (message != null && isSentence(failure)) {
      return Phrase.of("usage.other", Phrase.library(message));
    }
    if (failure instanceof IOException world) {
      return inTheWorld(world);
    }
    return message == null ? Phrase.of("failure.ours") : Phrase.of("failure.ours-words", message);
  }

  /** What the disk or the network does is no fault of ours: its words do without the class. */
  private static Phrase inTheWorld(IOException world) {
    String file = world instanceof FileSystemException disk ? disk.getFile() : null;
    Phrase why = FileTrouble.words(world);
    return file == null ? why : Phrase.of("file.at", file, why);
  }

  /** The library's refusals say in their message what is wrong and what to do. */
  private static boolean isSentence(Throwable failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof RecordingException
        || failure instanceof ExportException
        || failure instanceof ConfigException
        || failure instanceof RoomRefusedException
        || failure instanceof ListenException;
  }
}
