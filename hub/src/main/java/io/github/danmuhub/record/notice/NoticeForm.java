package io.github.danmuhub.record.notice;

import java.util.List;

/** How a notice is said. */
interface NoticeForm {
  /**
   * One request.
   *
   * @param id of the message: the same at a repetition
   * @param body JSON
   */
  record Message(String id, String body) {}

  /**
   * What is sent for a notice, in this order.
   *
   * @param bytes of its file, once that is closed; 0 otherwise
   */
  List<Message> messages(Notice notice, long bytes);
}
