package io.github.danmuhub.export;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** An export cannot be done as asked; the message is one line that says what to do. */
public final class ExportException extends IOException implements Told {
  private static final long serialVersionUID = 1;

  private final transient Phrase told;

  public ExportException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  private ExportException(Phrase told, IOException cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }

  /** What {@code cause} means to somebody who wanted to write {@code out}. */
  static ExportException writing(Path out, IOException cause) {
    return new ExportException(Phrase.of("export.write", out, words(cause)), cause);
  }

  private static Phrase words(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return Phrase.of("export.full");
    }
    if (cause instanceof AccessDeniedException) {
      return Phrase.of("export.denied");
    }
    if (cause instanceof NoSuchFileException) {
      return Phrase.of("export.no-folder");
    }
    String reason = cause instanceof FileSystemException file ? file.getReason() : null;
    return Phrase.said(reason == null ? message : reason);
  }
}
