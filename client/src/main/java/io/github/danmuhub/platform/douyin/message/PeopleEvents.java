package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Moderation.Action;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What viewers do: like, enter, follow, share, join the fan club; and who keeps order. */
final class PeopleEvents {
  private static final int SOCIAL_FOLLOW = 1;
  private static final int SOCIAL_SHARE = 3;
  private static final int FANSCLUB_JOIN = 2;

  private static final int MEMBER_ENTER = 1;
  private static final int MEMBER_SHARE = 8;
  private static final int MEMBER_FOLLOW = 20;

  /** {@code MemberMessage.action}; 8 to 11 and 20 are in one public client only. */
  private static final Map<Integer, Action> MEMBER_ACTIONS =
      Map.of(
          3, Action.MUTE,
          4, Action.UNMUTE,
          5, Action.ADMIN_ADD,
          6, Action.ADMIN_REMOVE,
          7, Action.KICK,
          9, Action.MUTE,
          10, Action.UNMUTE,
          11, Action.BLOCK);

  private static final Map<Action, Integer> ORDERS =
      new EnumMap<>(
          Map.of(
              Action.MUTE, 3,
              Action.UNMUTE, 4,
              Action.ADMIN_ADD, 5,
              Action.ADMIN_REMOVE, 6,
              Action.KICK, 7,
              Action.BLOCK, 11));

  private static final String MEMBER = "WebcastMemberMessage";

  private PeopleEvents() {}

  static void like(Delivery delivery, ProtoFields in) throws MalformedException {
    long count = in.int64(2);
    long total = in.int64(3);
    if (count < 0 || total < 0) {
      throw new MalformedException("likes are counted below zero");
    }
    delivery.emit(new Like(delivery.origin(in), delivery.user(in, 5), count, total));
  }

  static void member(Delivery delivery, ProtoFields in, OnlineCount online)
      throws MalformedException {
    Origin origin = delivery.origin(in);
    long present = in.int64(3);
    int action = in.has(10) ? in.int32(10) : MEMBER_ENTER;
    User user = delivery.user(in, 2);
    switch (action) {
      case 0, MEMBER_ENTER -> delivery.emit(new Enter(origin, user, orNull(readEffect(in))));
      case MEMBER_SHARE -> delivery.emit(new Share(origin, user));
      case MEMBER_FOLLOW -> delivery.emit(new Follow(origin, user));
      default -> ordered(delivery, in, origin, MEMBER_ACTIONS.get(action));
    }
    online.tell(present, origin, delivery);
  }

  private static void ordered(
      Delivery delivery, ProtoFields in, Origin origin, @Nullable Action order)
      throws MalformedException {
    if (order == null) {
      NoticeEvents.other(delivery, in);
      return;
    }
    Viewer operator = Viewer.read(in, 4);
    User by = operator.isNobody() ? null : delivery.shown(operator);
    delivery.emit(new Moderation(origin, by, order, delivery.user(in, 2), null));
  }

  /** {@code EffectConfig.text}. */
  private static String readEffect(ProtoFields in) throws MalformedException {
    int field = in.has(15) ? 15 : 13;
    return in.message(field, DisplayText.NONE, effect -> DisplayText.read(effect, 4)).text();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static void social(Delivery delivery, ProtoFields in) throws MalformedException {
    Origin origin = delivery.origin(in);
    User user = delivery.user(in, 2);
    switch (in.int32(4)) {
      case SOCIAL_FOLLOW -> delivery.emit(new Follow(origin, user));
      case SOCIAL_SHARE -> delivery.emit(new Share(origin, user));
      default -> NoticeEvents.other(delivery, in);
    }
  }

  /** Joining is a membership; rising in the club costs nothing and is a notice. */
  static void fansclub(Delivery delivery, ProtoFields in) throws MalformedException {
    Common common = Common.of(in);
    Origin origin = delivery.origin(common.time());
    User user = delivery.user(in, 4);
    String content = in.string(3);
    if (in.int32(2) == FANSCLUB_JOIN) {
      delivery.emit(membership(origin, user));
    } else if (!content.isEmpty()) {
      delivery.emit(new Notice(origin, user, content));
    } else {
      NoticeEvents.notice(delivery, common, "");
    }
  }

  private static Membership membership(Origin origin, User user) {
    User.Badge badge = user.badge();
    return new Membership(
        origin,
        user,
        badge == null ? "fansclub" : Integer.toString(badge.level()),
        badge == null ? "粉丝团" : badge.name(),
        Membership.Term.UNKNOWN,
        null,
        Membership.Kind.NEW);
  }

  /** Of another sort than joining, or without the club's badge, it cannot be carried. */
  static @Nullable DouyinMessage encode(Membership joined, Head head) {
    return joined.kind() != Membership.Kind.NEW || joined.user().badge() == null
        ? null
        : head.message(
            "WebcastFansclubMessage",
            out -> out.varint(2, FANSCLUB_JOIN).message(4, Viewer.write(joined.user())));
  }

  static DouyinMessage encode(Like like, Head head) {
    return head.message(
        "WebcastLikeMessage",
        out -> {
          out.varint(2, like.count()).varint(3, like.total());
          if (like.user() != null) {
            out.message(5, Viewer.write(like.user()));
          }
        });
  }

  static DouyinMessage encode(Enter enter, Head head) {
    return head.message(
        MEMBER,
        out -> {
          out.message(2, Viewer.write(enter.user())).varint(10, MEMBER_ENTER);
          if (enter.effect() != null) {
            ProtoWriter text = DisplayText.write(enter.effect(), List.of());
            out.message(15, new ProtoWriter().message(4, text));
          }
        });
  }

  static DouyinMessage encode(Follow follow, Head head) {
    return social(follow.user(), SOCIAL_FOLLOW, head);
  }

  static DouyinMessage encode(Share share, Head head) {
    return social(share.user(), SOCIAL_SHARE, head);
  }

  private static DouyinMessage social(User user, int action, Head head) {
    return head.message(
        "WebcastSocialMessage", out -> out.message(2, Viewer.write(user)).varint(4, action));
  }

  static @Nullable DouyinMessage encode(Moderation order, Head head) {
    Integer action = ORDERS.get(order.action());
    if (action == null) {
      return null;
    }
    return head.message(
        MEMBER,
        out -> {
          if (order.target() != null) {
            out.message(2, Viewer.write(order.target()));
          }
          if (order.user() != null) {
            out.message(4, Viewer.write(order.user()));
          }
          out.varint(10, action);
        });
  }
}
