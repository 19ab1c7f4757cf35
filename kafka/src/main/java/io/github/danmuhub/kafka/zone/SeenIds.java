package io.github.danmuhub.kafka.zone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.util.collection.LongObjectHashMap;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which ids were told, for {@link #MEMORY_MS} and a little more, as hashes of 64 bits: of a hundred
 * million ids two are mistaken for one with a probability of 1 in 3,700. They are forgotten a
 * generation at a time; one that has {@value #MOST} ids makes room for the next early, so that
 * {@value #GENERATIONS} of them take 20 MB at most. Not thread-safe.
 */
final class SeenIds {
  /** Ten minutes: so much of {@code danmu.events} is read again to know them after a crash. */
  static final long MEMORY_MS = 600_000;

  private static final int GENERATIONS = 6;
  private static final long GENERATION_MS = MEMORY_MS / (GENERATIONS - 1);
  private static final int MOST = 100_000;

  private final MessageDigest digest = sha256();
  private final Deque<Generation> generations = new ArrayDeque<>();
  private Generation current = new Generation(Long.MIN_VALUE);
  private long forgotten = Long.MIN_VALUE;

  private static final class Generation {
    private final long began;
    private final LongObjectHashMap<Boolean> ids = new LongObjectHashMap<>();
    private long latest = Long.MIN_VALUE;

    Generation(long began) {
      this.began = began;
    }
  }

  SeenIds() {
    generations.add(current);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  /**
   * Whether it is new.
   *
   * @param received when a worker heard it
   * @param now when it came here
   */
  boolean add(String id, long received, long now) {
    turn(now);
    long hash = hash(id);
    if (generations.stream().anyMatch(generation -> generation.ids.containsKey(hash))) {
      return false;
    }
    current.ids.put(hash, Boolean.TRUE);
    current.latest = Math.max(current.latest, received);
    return true;
  }

  private long hash(String id) {
    return ByteBuffer.wrap(digest.digest(id.getBytes(UTF_8))).getLong();
  }

  /** What was heard at {@code received} may have been told and forgotten. */
  boolean isForgotten(long received) {
    return received <= forgotten;
  }

  private void turn(long now) {
    if (current.began == Long.MIN_VALUE || now - current.began >= GENERATION_MS || isFull()) {
      current = new Generation(now);
      generations.add(current);
    }
    while (generations.size() > GENERATIONS) {
      Generation eldest = generations.remove();
      forgotten = Math.max(forgotten, Math.min(eldest.latest, now));
    }
  }

  private boolean isFull() {
    return current.ids.size() >= MOST;
  }
}
