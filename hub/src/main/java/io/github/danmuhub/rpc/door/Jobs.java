package io.github.danmuhub.rpc.door;

import io.github.danmuhub.rpc.call.Timers;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls whose callers ask later: at most {@value #MOST}, and {@value #BYTES} bytes of answers.
 * Those that have ended are dropped after {@value #KEPT_MS} ms, and the oldest of them earlier
 * where there is no room; one that waits never is. On the loop only.
 */
final class Jobs {
  static final int MOST = 1_000;
  static final long KEPT_MS = 600_000;
  static final long BYTES = 64L << 20;
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private long bytes;

  /** A new one; empty where all wait. */
  Optional<Job> open() {
    if (jobs.size() >= MOST && !dropOldest()) {
      return Optional.empty();
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Job job = new Job(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    jobs.put(job.id(), job);
    return Optional.of(job);
  }

  Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** It has its answer; unless it was dropped before, that can be asked for from now on. */
  void end(Job job, Job.Ended how, Timers timers) {
    if (jobs.get(job.id()) != job) {
      return;
    }
    job.end(how);
    bytes += how.size();
    var unused = timers.after(KEPT_MS, () -> drop(job)); // nobody takes it back: it is harmless
    while (bytes > BYTES && dropOldest()) {
      // until there is room
    }
  }

  /** It is forgotten. */
  void drop(Job job) {
    if (jobs.remove(job.id(), job)) {
      Job.Ended ended = job.ended();
      bytes -= ended == null ? 0 : ended.size();
    }
  }

  private boolean dropOldest() {
    for (Iterator<Job> each = jobs.values().iterator(); each.hasNext(); ) {
      Job.Ended ended = each.next().ended();
      if (ended != null) {
        bytes -= ended.size();
        each.remove();
        return true;
      }
    }
    return false;
  }
}
