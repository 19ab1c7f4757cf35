package io.github.danmuhub.rpc.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import io.github.danmuhub.rpc.call.Tallies.Of;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Every call is answered exactly once, whatever page, clock and caller do. */
class CallsTest {
  private final FakeWire page = new FakeWire();
  private final ManualTimers time = new ManualTimers();
  private final Tallies tallies = new Tallies();
  private final Calls calls = new Calls("tab", 3, page, time, tallies);
  private final Heard caller = new Heard(false);

  @Test
  void aCallIsKnownBeforeItIsWrittenSoThatAPageMayAnswerWithinTheWrite() {
    List<Calls> itself = new ArrayList<>();
    Wire hasty =
        new Wire() {
          @Override
          public String name() {
            return "hasty";
          }

          @Override
          public boolean isFull() {
            return false;
          }

          @Override
          public void call(int number, Order order) {
            itself.get(0).answer(number, Heard.value(number));
          }

          @Override
          public void cancel(int number) {}

          @Override
          public void close(Parting why) {}
        };
    itself.add(new Calls("tab", 1, hasty, time, tallies));
    itself.get(0).make(caller.order("a"));
    assertThat(caller.answers).containsExactly(Heard.value(1));
    assertThat(time.waiting()).isZero();
  }

  @Test
  void theSecondAnswerIsDroppedAndCounted() {
    calls.make(caller.order("a"));
    calls.answer(1, Heard.value(7));
    calls.answer(1, Heard.value(8));
    assertThat(caller.answers).containsExactly(Heard.value(7));
    assertThat(tallies.get(Of.DUPLICATE)).isEqualTo(1);
    assertThat(tallies.get(Of.ANSWERED)).isEqualTo(1);
  }

  @Test
  void anAnswerAfterTheTimeIsLateAndOneToNothingIsUnknown() {
    calls.make(caller.order("a"));
    time.pass(999);
    assertThat(caller.answers).isEmpty();
    time.pass(1);
    assertThat(caller.answers).containsExactly(new Answer.TimedOut(1_000));
    calls.answer(1, Heard.value(7));
    calls.answer(99, Heard.value(7));
    calls.answer(-1, Heard.value(7));
    assertThat(caller.answers).hasSize(1);
    assertThat(tallies.get(Of.LATE)).isEqualTo(1);
    assertThat(tallies.get(Of.UNKNOWN)).isEqualTo(2);
    assertThat(page.said).containsExactly("call 1 a", "cancel 1");
  }

  @Test
  void aPageThatGoesAnswersAllAtOnceAndTakesNoMore() {
    calls.make(caller.order("a"));
    calls.make(caller.order("b"));
    calls.close("the page has gone");
    assertThat(caller.answers)
        .containsExactly(
            new Answer.Gone("the page has gone"), new Answer.Gone("the page has gone"));
    assertThat(calls.hasRoom()).isFalse();
    calls.close("again");
    assertThat(caller.answers).hasSize(2);
    assertThat(time.waiting()).isZero();
  }

  @Test
  void noMoreThanItsBoundWaitAndAnAnswerMakesRoom() {
    for (int i = 0; i < 3; i++) {
      calls.make(caller.order("a"));
    }
    assertThat(calls.hasRoom()).isFalse();
    calls.answer(2, Heard.value(0));
    assertThat(calls.hasRoom()).isTrue();
  }

  @Test
  void whatAFullWireDoesNotTakeWaitsInOrderAndWhatIsCancelledThereIsNeverSent() {
    page.full = true;
    calls.make(caller.order("a"));
    Call second = calls.make(caller.order("b"));
    calls.make(caller.order("c"));
    second.cancel();
    page.full = false;
    calls.pump();
    assertThat(page.said).containsExactly("call 1 a", "call 3 c");
    assertThat(caller.answers).containsExactly(new Answer.Cancelled());
  }

  @Test
  void partsReachWhoTakesThemAndTheTimeForTheNextBeginsAnew() {
    Heard stream = new Heard(true);
    calls.make(stream.order("a"));
    time.pass(900);
    calls.part(1, IntNode.valueOf(1));
    time.pass(900);
    calls.part(1, IntNode.valueOf(2));
    time.pass(900);
    calls.answer(1, Heard.value(3));
    assertThat(stream.parts).containsExactly(IntNode.valueOf(1), IntNode.valueOf(2));
    assertThat(stream.answers).containsExactly(Heard.value(3));
  }

  @Test
  void partsThatNobodyTakesAreCountedAndProlongNothing() {
    calls.make(caller.order("a"));
    time.pass(900);
    calls.part(1, IntNode.valueOf(1));
    time.pass(100);
    assertThat(caller.answers).containsExactly(new Answer.TimedOut(1_000));
    assertThat(tallies.get(Of.UNHEARD)).isEqualTo(1);
  }

  /** The page answers its own numbers, in any order and twice, and dies: nobody hears another's. */
  @Property(tries = 200)
  void whateverHappensEachCallerHearsOneAnswerAndItsOwn(@ForAll Random random) {
    FakeWire wire = new FakeWire();
    ManualTimers clock = new ManualTimers();
    Calls many = new Calls("tab", 16, wire, clock, new Tallies());
    Map<Integer, Heard> callers = new HashMap<>();
    Map<Integer, Call> made = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          if (many.hasRoom()) {
            Heard one = new Heard(false);
            made.put(callers.size() + 1, many.make(one.order("a")));
            callers.put(callers.size() + 1, one);
          }
        }
        case 2, 3 -> {
          int number = 1 + random.nextInt(callers.size() + 1);
          many.answer(number, Heard.value(number));
        }
        case 4 -> clock.pass(random.nextInt(200));
        default -> {
          Call one = made.get(1 + random.nextInt(made.size() + 1));
          if (one != null) {
            one.cancel();
          }
        }
      }
    }
    many.close("the page has gone");
    callers.forEach(
        (number, each) -> {
          assertThat(each.answers).hasSize(1);
          if (each.answers.get(0) instanceof Answer.Value) {
            assertThat(each.answers).containsExactly(Heard.value(number));
          }
        });
    assertThat(clock.waiting()).isZero();
  }
}
