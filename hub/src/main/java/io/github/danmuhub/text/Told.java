package io.github.danmuhub.text;

/** A failure whose words are ours: whoever shows it says them in the reader's language. */
public interface Told {
  Phrase told();
}
