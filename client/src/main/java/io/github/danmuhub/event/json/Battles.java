package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Origin;

/** What rooms do to each other: battle. */
final class Battles {
  private Battles() {}

  static void write(FieldWriter out, Battle battle) {
    out.word("state", EnumWords.BATTLE, battle.state())
        .objects("sides", battle.sides(), Battles::write)
        .timeIfAny("ends", battle.ends());
  }

  static Battle readBattle(Origin origin, FieldReader in) throws BadEventException {
    return new Battle(
        origin,
        in.word("state", EnumWords.BATTLE),
        in.objects("sides", Battles::readSide),
        in.timeIfAny("ends"));
  }

  private static void write(FieldWriter out, Battle.Side side) {
    out.text("room", side.room()).text("name", side.name()).number("score", side.score());
  }

  private static Battle.Side readSide(FieldReader in) throws BadEventException {
    return new Battle.Side(in.textOrNull("room"), in.textOrNull("name"), in.int64("score"));
  }
}
