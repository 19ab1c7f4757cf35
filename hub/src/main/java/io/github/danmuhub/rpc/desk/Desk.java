package io.github.danmuhub.rpc.desk;

import io.github.danmuhub.rpc.call.Call;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.rpc.desk.RefusedException.Why;
import java.util.List;

/** Where every call is made, whatever door it comes by. On the loop only. */
public final class Desk {
  /** What JsRpc's pages run any code by. */
  public static final String EVAL = "_execjs";

  private final Clients clients;
  private final boolean eval;
  private int turn;

  /**
   * @param eval whether pages may be made to run any code
   */
  public Desk(Clients clients, boolean eval) {
    this.clients = clients;
    this.eval = eval;
  }

  /** The pages. */
  public Clients clients() {
    return clients;
  }

  /** Whether pages may be made to run any code. */
  public boolean eval() {
    return eval;
  }

  /**
   * Calls a page of a group.
   *
   * @throws RefusedException where that is not done; the caller hears nothing then
   */
  public Call call(String group, Choice choice, Order order) throws RefusedException {
    return find(group, choice, order.action()).call(order);
  }

  private RpcClient find(String group, Choice choice, String action) throws RefusedException {
    if (action.equals(EVAL) && !eval) {
      throw new RefusedException(
          Why.EVAL_OFF,
          "pages run no code of callers' here; rpc.eval: true in danmu.yaml lets them");
    }
    List<RpcClient> there = clients.of(group);
    if (there.isEmpty()) {
      throw new RefusedException(
          Why.NO_GROUP, "no page of this group is here now; GET /rpc/groups lists those that are");
    }
    List<RpcClient> fit = there.stream().filter(each -> choice.fits(each.name().id())).toList();
    if (fit.isEmpty()) {
      throw new RefusedException(
          Why.NO_CLIENT, "no page of this id is here now; GET /rpc/clients lists those that are");
    }
    List<RpcClient> able = fit.stream().filter(each -> each.offers(action)).toList();
    if (able.isEmpty()) {
      throw new RefusedException(
          Why.NO_ACTION, "no such page offers this action; GET /rpc/clients lists what they do");
    }
    return Chooser.choose(able, choice, turn++);
  }
}
