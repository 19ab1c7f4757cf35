package io.github.danmuhub.record.copy;

/**
 * A file of a copy.
 *
 * @param name in the folder of the copies, ending included
 * @param broadcast the number of its broadcast's first event; 0 where there is none
 * @param opened when its first event was received, epoch milliseconds
 * @param title of the room, while it is written
 */
public record CopyFile(String name, long broadcast, long opened, String title) {
  static final String ENDING = ".jsonl";
}
