package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;
import java.util.Set;

/** The word in the field {@code type} of each kind of event. */
public final class EventTypes {
  private static final Names NAMES = new Names();

  private EventTypes() {}

  /** Such as {@code super_chat}. */
  public static String name(LiveEvent event) {
    return event.accept(NAMES);
  }

  /** Every type of JSON v1, sorted. */
  public static Set<String> names() {
    return BodyReader.TYPES;
  }

  private static final class Names implements LiveEvent.Visitor<String> {
    @Override
    public String chat(Chat event) {
      return "chat";
    }

    @Override
    public String gift(Gift event) {
      return "gift";
    }

    @Override
    public String superChat(SuperChat event) {
      return "super_chat";
    }

    @Override
    public String retract(Retract event) {
      return "retract";
    }

    @Override
    public String membership(Membership event) {
      return "membership";
    }

    @Override
    public String enter(Enter event) {
      return "enter";
    }

    @Override
    public String follow(Follow event) {
      return "follow";
    }

    @Override
    public String share(Share event) {
      return "share";
    }

    @Override
    public String like(Like event) {
      return "like";
    }

    @Override
    public String stats(Stats event) {
      return "stats";
    }

    @Override
    public String rank(Rank event) {
      return "rank";
    }

    @Override
    public String broadcast(Broadcast event) {
      return "broadcast";
    }

    @Override
    public String room(Room event) {
      return "room";
    }

    @Override
    public String moderation(Moderation event) {
      return "moderation";
    }

    @Override
    public String lottery(Lottery event) {
      return "lottery";
    }

    @Override
    public String notice(Notice event) {
      return "notice";
    }

    @Override
    public String unknown(Unknown event) {
      return "unknown";
    }

    @Override
    public String malformed(Malformed event) {
      return "malformed";
    }

    @Override
    public String connection(Connection event) {
      return "connection";
    }

    @Override
    public String gap(Gap event) {
      return "gap";
    }
  }
}
