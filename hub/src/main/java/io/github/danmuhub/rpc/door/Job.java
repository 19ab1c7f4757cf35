package io.github.danmuhub.rpc.door;

import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.Call;
import org.jspecify.annotations.Nullable;

/** A call whose caller asks later. On the loop only. */
final class Job {
  private final String id;
  private @Nullable Call call;
  private @Nullable Ended ended;

  /** What it came to, and how large that is. */
  record Ended(String client, Answer answer, long size) {
    static Ended of(String client, Answer answer) {
      return new Ended(client, answer, size(answer));
    }

    private static long size(Answer answer) {
      return answer instanceof Answer.Value value
          ? value.json().toString().length()
          : answer instanceof Answer.Bytes bytes ? bytes.bytes().length() : 0;
    }
  }

  Job(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  void began(Call made) {
    call = made;
  }

  void end(Ended how) {
    ended = how;
  }

  /** Null while it waits. */
  @Nullable Ended ended() {
    return ended;
  }

  void cancel() {
    if (call != null) {
      call.cancel();
    }
  }
}
