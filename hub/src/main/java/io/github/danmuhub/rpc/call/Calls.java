package io.github.danmuhub.rpc.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.rpc.call.Tallies.Of;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The calls of one page that wait for an answer, each known here before it is written, and answered
 * exactly once: by the page, by the clock, by its caller, or by the page's end. At most so many at
 * once; none is dropped. What comes for a call that is not here any more is dropped and counted. On
 * the loop only.
 *
 * <pre>
 * pending ──▶ written ──▶ answered | failed | timed out | gone | cancelled
 * </pre>
 */
public final class Calls {
  /** Of calls that nobody waits for: whether an answer is late, or the second one. */
  private static final int REMEMBERED = 1_024;

  private final String client;
  private final int most;
  private final Wire wire;
  private final Timers timers;
  private final Tallies tallies;
  private final Map<Integer, Call> waiting = new LinkedHashMap<>();
  private final Deque<Call> unwritten = new ArrayDeque<>();
  private final Set<Integer> given =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  private int last;
  private boolean closed;

  /**
   * None yet.
   *
   * @param client whose they are
   * @param most at once
   */
  public Calls(String client, int most, Wire wire, Timers timers, Tallies tallies) {
    this.client = client;
    this.most = most;
    this.wire = wire;
    this.timers = timers;
    this.tallies = tallies;
  }

  /** How many wait. */
  public int size() {
    return waiting.size();
  }

  /** Whether one more may wait. */
  public boolean hasRoom() {
    return !closed && waiting.size() < most;
  }

  /** Makes one; ask {@link #hasRoom} before. */
  public Call make(Order order) {
    Call call = new Call(this, next(), order);
    waiting.put(call.number(), call);
    unwritten.add(call);
    call.await(timers);
    pump();
    return call;
  }

  /** Above zero, also after two thousand million calls, as sekiro's pages need it. */
  private int next() {
    do {
      last = last == Integer.MAX_VALUE ? 1 : last + 1;
    } while (waiting.containsKey(last));
    return last;
  }

  /** Writes what waits for it, while the wire takes it. */
  public void pump() {
    while (!unwritten.isEmpty() && !wire.isFull()) {
      Call call = unwritten.remove();
      wire.call(call.number(), call.order());
    }
  }

  /** The page's answer. */
  public void answer(int number, Answer answer) {
    Call call = waiting.get(number);
    if (call == null) {
      tallies.count(number < 1 || number > last ? Of.UNKNOWN : spare(number));
    } else {
      end(call, answer);
    }
  }

  private Of spare(int number) {
    return given.contains(number) ? Of.LATE : Of.DUPLICATE;
  }

  /** A part of the page's answer; the time for the next begins anew. */
  public void part(int number, JsonNode part) {
    Call call = waiting.get(number);
    if (call == null) {
      tallies.count(number < 1 || number > last ? Of.UNKNOWN : spare(number));
    } else if (call.order().caller().takes(part)) {
      if (waiting.get(number) == call) {
        call.await(timers);
      }
    } else {
      tallies.count(Of.UNHEARD);
    }
  }

  void timedOut(Call call) {
    giveUp(call, new Answer.TimedOut(call.order().timeoutMs()));
  }

  void cancel(Call call) {
    giveUp(call, new Answer.Cancelled());
  }

  private void giveUp(Call call, Answer answer) {
    if (waiting.get(call.number()) == call) {
      given.add(call.number());
      if (!unwritten.remove(call)) {
        wire.cancel(call.number());
      }
      end(call, answer);
    }
  }

  private void end(Call call, Answer answer) {
    waiting.remove(call.number());
    unwritten.remove(call);
    call.stopWaiting();
    tallies.count(answer);
    call.order().caller().answered(client, answer);
  }

  /** The page has gone: all that wait are answered now. Harmless the second time. */
  public void close(String why) {
    closed = true;
    new ArrayList<>(waiting.values()).forEach(call -> endIfWaiting(call, why));
  }

  private void endIfWaiting(Call call, String why) {
    if (waiting.get(call.number()) == call) {
      end(call, new Answer.Gone(why));
    }
  }
}
