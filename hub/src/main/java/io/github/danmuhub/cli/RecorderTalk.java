package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.record.RecorderListener;
import io.github.danmuhub.record.segment.RecordingException;

/** Tells the person at the terminal how a recorder is doing: a line when it fails, one when not. */
record RecorderTalk(Console console) implements RecorderListener {
  @Override
  public void failing(RecordingException why) {
    console.say(String.valueOf(why.getMessage()));
  }

  @Override
  public void recovered(long lost) {
    console.say(
        lost == 0
            ? "the recording goes on; nothing is lost"
            : "the recording goes on; lost: " + Counted.of(lost, "event"));
  }
}
