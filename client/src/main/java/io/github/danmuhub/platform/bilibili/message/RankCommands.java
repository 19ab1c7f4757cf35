package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 高能榜: who gave most. ONLINE_RANK_V2 until 2025, then _V3 in protobuf. */
final class RankCommands {
  /** The platform shows at most a hundred. */
  private static final int PLACES = 1_000;

  private final RoomMemory room;
  private final List<Rank.Entry> places = new ArrayList<>();

  private RankCommands(RoomMemory room) {
    this.room = room;
  }

  static void v2(Message message) throws IOException, MalformedException {
    RankCommands rank = new RankCommands(message.room());
    message.data(rank::data);
    message.emit(new Rank(message.end(), rank.places));
  }

  private void data(String field, JsonCursor in) throws IOException {
    if (field.equals("list") || field.equals("online_list")) {
      in.elements((i, place) -> place(place));
    }
  }

  private void place(JsonCursor in) throws IOException {
    if (!in.object()) {
      return;
    }
    Person person = new Person();
    long score = 0;
    int place = 0;
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "score" -> score = in.number();
        case "rank" -> place = in.integer();
        default -> person.field(f, in);
      }
    }
    add(person, score, place);
  }

  /** 3 repeated{1 uid, 2 face, 3 score as text, 4 uname, 5 rank, 6 guard_level, 8 UserInfo}. */
  static void v3(Message message) throws IOException, MalformedException {
    RankCommands rank = new RankCommands(message.room());
    ProtoReader in = ProtobufData.read(message);
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 3) {
        rank.place(in);
      } else {
        in.skip();
      }
    }
    message.emit(new Rank(message.end(), rank.places));
  }

  private void place(ProtoReader in) throws MalformedException {
    Person person = new Person();
    String score = null;
    int place = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> person.id(Long.toString(in.int64()));
        case 2 -> person.avatar = Person.words(in);
        case 3 -> score = in.string();
        case 4 -> person.name = Person.words(in);
        case 5 -> place = in.int32();
        case 6 -> person.guard(in.int64());
        case 8 -> in.message(person::info);
        default -> in.skip();
      }
    }
    in.leave(outer);
    person.maskedWithoutId();
    add(person, number(score), place);
  }

  private static long number(@Nullable String digits) throws MalformedException {
    try {
      return digits == null ? 0 : Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new MalformedException("ONLINE_RANK_V3 has a score that is no number");
    }
  }

  private void add(Person person, long score, int place) {
    if (places.size() < PLACES) {
      places.add(new Rank.Entry(room.user(person), score, place > 0 ? place : places.size() + 1));
    }
  }

  /** As until 2025. */
  static List<Raw> encode(Rank rank) {
    JsonText list = JsonText.array();
    rank.list().forEach(entry -> list.add(place(entry)));
    JsonText data = JsonText.object().put("list", list).put("rank_type", "gold-rank");
    return Encoding.message("ONLINE_RANK_V2", data, rank.origin());
  }

  private static JsonText place(Rank.Entry entry) {
    User user = entry.user();
    return JsonText.object()
        .id("uid", UserParts.uid(user))
        .put("uname", UserParts.name(user))
        .put("face", UserParts.face(user))
        .put("guard_level", UserParts.guard(user))
        .put("score", Long.toString(entry.score()))
        .put("rank", entry.rank());
  }
}
