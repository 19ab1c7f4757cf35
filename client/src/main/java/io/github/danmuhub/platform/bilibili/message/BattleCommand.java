package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Battle.Side;
import io.github.danmuhub.event.Battle.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PK: PK_BATTLE_* since 2019, most of them since 2021 a second time as …_NEW; PK_* before; PK_INFO,
 * the whole standing, since 2025. The sides are {@code init_info} and {@code match_info}; before
 * the start a message names only the opponent, at the settlement only our own side.
 */
final class BattleCommand {
  private final State state;
  private final BattleSides sides = new BattleSides();
  private @Nullable String pk;
  private long ends;
  private long time;

  private BattleCommand(State state) {
    this.state = state;
  }

  /**
   * Reads messages of that step: START, that the opponent is found, and again that the counting
   * begins; PROGRESS, the score; END, that it is decided, and the settlement and the forfeit, which
   * follow.
   */
  static Command of(State state) {
    return message -> new BattleCommand(state).read(message);
  }

  private void read(Message message) throws IOException, MalformedException {
    message.fields(this::field);
    Origin origin = message.end(null, time);
    List<Side> told = sides.of(message.room().ref().room(), state == State.START);
    Battle battle = new Battle(origin, state, told, Message.millis(ends));
    if (pk == null) {
      message.emit(battle);
    } else {
      message.emit(battle, key(battle));
    }
  }

  /** What comes twice says the same, and there is one end. */
  private String key(Battle battle) {
    String same = state == State.END ? "" : battle.sides() + ":" + battle.ends();
    return "battle:" + pk + ":" + state + ":" + same;
  }

  private void field(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "pk_id" -> pk = in.id();
      case "timestamp" -> time = in.number();
      case "data" -> in.fields(this::data);
      default -> {}
    }
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "pk_frozen_time", "pk_end_time", "end_time" -> ends = Math.max(ends, in.number());
      case "pk_basic" -> in.fields(this::basics);
      case "pk_id", "timestamp" -> field(field, in);
      default -> sides.field(field, in);
    }
  }

  /** PK_INFO: what does not belong to a side. */
  private void basics(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "biz_session_id" -> pk = in.id();
      case "end_time" -> ends = in.number();
      default -> {}
    }
  }

  /** Two sides are who invited and who was invited; more stand in a list. */
  static List<Raw> encode(Battle battle) {
    JsonText data = JsonText.object().put("pk_end_time", battle.ends() / Encoding.SECOND);
    List<Side> sides = battle.sides();
    if (sides.size() <= 2) {
      List<String> names = List.of("init_info", "match_info");
      for (int i = 0; i < sides.size(); i++) {
        data.put(names.get(i), side(sides.get(i)));
      }
    } else {
      JsonText members = JsonText.array();
      sides.forEach(side -> members.add(side(side)));
      data.put("members", members);
    }
    String cmd =
        switch (battle.state()) {
          case START -> "PK_BATTLE_START_NEW";
          case PROGRESS -> "PK_BATTLE_PROCESS_NEW";
          case END -> "PK_BATTLE_SETTLE_NEW";
        };
    return Encoding.message(cmd, data, battle.origin());
  }

  private static JsonText side(Side side) {
    return JsonText.object()
        .id("room_id", side.room())
        .put("uname", side.name())
        .put("votes", side.score());
  }
}
