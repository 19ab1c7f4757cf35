package io.github.danmuhub.rpc.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.FakeWire;
import io.github.danmuhub.rpc.call.Heard;
import io.github.danmuhub.rpc.call.ManualTimers;
import io.github.danmuhub.rpc.call.Tallies;
import org.junit.jupiter.api.Test;

/** Who comes again takes the place at once, and the old one's end touches nobody. */
class ClientsTest {
  private static final ClientName NAME = new ClientName("douyin", "tab");

  private final Clients clients = new Clients();
  private final FakeWire oldWire = new FakeWire();
  private final RpcClient old = client(NAME, oldWire);
  private final RpcClient fresh = client(NAME, new FakeWire());
  private final Heard caller = new Heard(false);

  private static RpcClient client(ClientName name, FakeWire wire) {
    return new RpcClient(name, "", 4, wire, new ManualTimers(), new Tallies());
  }

  @Test
  void theSameIdReconnectingWinsAtOnceAndOldCallsAreAnswered() {
    clients.add(old);
    old.call(caller.order("a"));
    clients.add(fresh);
    assertThat(clients.find(NAME)).containsSame(fresh);
    assertThat(caller.answers)
        .containsExactly(new Answer.Gone("another page with this id took its place"));
    assertThat(oldWire.said).containsExactly("call 1 a", "close REPLACED");
    clients.gone(old, "the page has gone");
    assertThat(clients.find(NAME)).containsSame(fresh);
    assertThat(clients.size()).isEqualTo(1);
  }

  @Test
  void whatTheOldOneAnswersAfterwardsReachesNobody() {
    clients.add(old);
    old.call(caller.order("a"));
    clients.add(fresh);
    Heard other = new Heard(false);
    fresh.call(other.order("a"));
    old.calls().answer(1, Heard.value(1));
    assertThat(other.answers).isEmpty();
    assertThat(caller.answers).hasSize(1);
  }

  @Test
  void aGroupWithoutPagesIsNotKept() {
    clients.add(old);
    assertThat(clients.groups()).containsExactly("douyin");
    clients.kick(old);
    assertThat(clients.groups()).isEmpty();
    assertThat(oldWire.said).containsExactly("close KICKED");
    assertThat(clients.size()).isZero();
  }

  @Test
  void theyAreBoundedButWhoHasAPlaceMayReturn() {
    for (int i = 0; i < Clients.MOST; i++) {
      clients.add(client(new ClientName("g", "tab" + i), new FakeWire()));
    }
    assertThat(clients.hasRoomFor(NAME)).isFalse();
    assertThat(clients.hasRoomFor(new ClientName("g", "tab7"))).isTrue();
  }
}
