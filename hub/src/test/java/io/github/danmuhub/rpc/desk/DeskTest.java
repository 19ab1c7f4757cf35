package io.github.danmuhub.rpc.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.rpc.call.FakeWire;
import io.github.danmuhub.rpc.call.Heard;
import io.github.danmuhub.rpc.call.ManualTimers;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.rpc.desk.Choice.Balance;
import io.github.danmuhub.rpc.desk.RefusedException.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which page is called, and why none is. */
class DeskTest {
  private final Clients clients = new Clients();
  private final Desk desk = new Desk(clients, false);
  private final Map<String, FakeWire> wires = new HashMap<>();

  private RpcClient page(String id, String... actions) {
    FakeWire wire = new FakeWire();
    wires.put(id, wire);
    RpcClient page =
        new RpcClient(new ClientName("g", id), "", 8, wire, new ManualTimers(), new Tallies());
    if (actions.length > 0) {
      page.offer(Set.of(actions));
    }
    clients.add(page);
    return page;
  }

  private void call(Choice choice, String action) throws RefusedException {
    desk.call("g", choice, new Heard(false).order(action));
  }

  private int calls(String id) {
    return wires.getOrDefault(id, new FakeWire()).said.size();
  }

  private void refused(String group, Choice choice, String action, Why why) {
    assertThatThrownBy(() -> desk.call(group, choice, new Heard(false).order(action)))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void whatIsNotThereIsToldApart() {
    page("a", "sign");
    refused("h", Choice.ANY, "sign", Why.NO_GROUP);
    refused("g", new Choice("b", false, null, Balance.TURNS), "sign", Why.NO_CLIENT);
    refused("g", Choice.ANY, "token", Why.NO_ACTION);
  }

  @Test
  void theActionThatRunsAnyCodeIsRefusedWhereEvalIsOffOfWhateverPage() {
    page("a", "sign", Desk.EVAL);
    page("b");
    refused("g", Choice.ANY, Desk.EVAL, Why.EVAL_OFF);
    refused("nobody", Choice.ANY, Desk.EVAL, Why.EVAL_OFF);
  }

  @Test
  void pagesTakeTurns() throws RefusedException {
    page("a");
    page("b");
    page("c");
    for (int i = 0; i < 6; i++) {
      call(Choice.ANY, "sign");
    }
    assertThat(List.of(calls("a"), calls("b"), calls("c"))).containsExactly(2, 2, 2);
  }

  @Test
  void theLeastBusyIsTheOneWithTheFewestCallsThatWait() throws RefusedException {
    RpcClient slow = page("a");
    page("b");
    for (int i = 0; i < 3; i++) {
      slow.call(new Heard(false).order("sign"));
    }
    for (int i = 0; i < 3; i++) {
      call(new Choice(null, false, null, Balance.BUSY), "sign");
    }
    assertThat(calls("b")).isEqualTo(3);
    assertThat(calls("a")).isEqualTo(3);
  }

  @Test
  void aPageIsPinnedByItsIdOrByAPartOfIt() throws RefusedException {
    page("tab-1");
    page("tab-2");
    call(new Choice("tab-2", false, null, Balance.TURNS), "sign");
    call(new Choice("b-2", true, null, Balance.TURNS), "sign");
    assertThat(calls("tab-2")).isEqualTo(2);
    refused("g", new Choice("b-2", false, null, Balance.TURNS), "sign", Why.NO_CLIENT);
  }

  @Test
  void aKeyStaysWithItsPageAndOnlyTheKeysOfAPageThatGoesMove() throws RefusedException {
    List<RpcClient> pages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pages.add(page("tab-" + i));
    }
    Map<String, String> before = where();
    assertThat(Set.copyOf(before.values())).hasSizeGreaterThan(2);
    clients.gone(pages.get(2), "the page has gone");
    Map<String, String> after = where();
    before.forEach(
        (key, id) -> {
          if (!id.equals("tab-2")) {
            assertThat(after).containsEntry(key, id);
          }
        });
  }

  private Map<String, String> where() throws RefusedException {
    Map<String, String> where = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      String key = "user" + i;
      RpcClient page =
          Chooser.choose(clients.of("g"), new Choice(null, false, key, Balance.TURNS), i);
      where.put(key, page.name().id());
    }
    return where;
  }

  @Test
  void fullPagesAreRefusedOnlyWhereNoOtherHasRoom() throws RefusedException {
    RpcClient full = page("a");
    page("b");
    for (int i = 0; i < 8; i++) {
      full.call(new Heard(false).order("sign"));
    }
    call(Choice.ANY, "sign");
    assertThat(calls("b")).isEqualTo(1);
    refused("g", new Choice("a", false, null, Balance.TURNS), "sign", Why.FULL);
  }
}
