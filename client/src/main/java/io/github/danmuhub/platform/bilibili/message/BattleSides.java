package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Battle.Side;
import io.github.danmuhub.wire.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sides of a PK while its message is read: each version of it tells them in its own way. */
final class BattleSides {
  /** The platform lets at most nine rooms compete. */
  private static final int SIDES = 100;

  private final Draft inviting = new Draft();
  private final Draft invited = new Draft();
  private final Draft opponent = new Draft();
  private final Draft ours = new Draft();
  private final List<Draft> members = new ArrayList<>(0);

  /** A field of the message's data, with the cursor at its value. */
  void field(String name, JsonCursor in) throws IOException {
    switch (name) {
      case "init_info" -> in.fields(inviting::field);
      case "match_info" -> in.fields(invited::field);
      case "my_info" -> in.fields(ours::field);
      case "result_info" -> in.fields(ours::field);
      case "members" -> in.elements((i, member) -> member(member));
      case "init_id" -> inviting.room = in.id();
      case "match_id" -> invited.room = in.id();
      case "init_votes" -> inviting.score(in);
      case "match_votes" -> invited.score(in);
      case "room_id" -> opponent.room = in.id();
      case "uname" -> opponent.name = in.words();
      default -> {}
    }
  }

  private void member(JsonCursor in) throws IOException {
    if (members.size() < SIDES) {
      Draft member = new Draft();
      in.fields(member::field);
      members.add(member);
    }
  }

  /**
   * All that were named, our room first.
   *
   * @param room ours
   * @param scoreless whether also those without a score
   */
  List<Side> of(String room, boolean scoreless) {
    ours.room = ours.scored && ours.room == null ? room : ours.room;
    return Stream.concat(Stream.of(inviting, invited, opponent, ours), members.stream())
        .filter(draft -> draft.scored || (scoreless && draft.room != null))
        .map(draft -> new Side(draft.room, draft.name, draft.score))
        .sorted(Comparator.comparing(side -> !room.equals(side.room())))
        .toList();
  }

  private static final class Draft {
    private @Nullable String room;
    private @Nullable String name;
    private long score;
    private boolean scored;

    void field(String field, JsonCursor in) throws IOException {
      switch (field) {
        case "room_id", "init_id", "match_id" -> room = in.id();
        case "uname" -> name = in.words();
        case "votes", "pk_votes" -> score(in);
        default -> {}
      }
    }

    void score(JsonCursor in) throws IOException {
      score = in.number();
      scored = true;
    }
  }
}
