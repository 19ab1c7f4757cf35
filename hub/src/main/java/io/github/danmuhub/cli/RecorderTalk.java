package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.record.RecorderListener;
import io.github.danmuhub.record.segment.RecordingException;
import io.github.danmuhub.text.Counted;

/**
 * Tells the person at the terminal how the recorders of one folder are doing: a line when the disk
 * fails, however many of them meet it, and one for each that goes on. Any thread.
 */
final class RecorderTalk {
  private final Console console;
  private String trouble = "";

  RecorderTalk(Console console) {
    this.console = console;
  }

  /**
   * @param what it writes, such as {@code the recording}
   * @param one what it may lose, such as {@code event}
   */
  RecorderListener of(String what, String one) {
    return new RecorderListener() {
      @Override
      public void failing(RecordingException why) {
        fails(String.valueOf(why.getMessage()));
      }

      @Override
      public void recovered(long lost) {
        String words = lost == 0 ? "nothing is lost" : "lost: " + Counted.of(lost, one);
        goesOn(what + " goes on; " + words);
      }
    };
  }

  private synchronized void fails(String why) {
    if (!trouble.equals(why)) {
      trouble = why;
      console.say(why);
    }
  }

  private synchronized void goesOn(String words) {
    trouble = "";
    console.say(words);
  }
}
