package io.github.danmuhub.server.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.User;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Events in the words of DouyinBarrageGrab (BarrageMessages.cs of its repository): {@code
 * {"Type":N,"ProcessName":"danmu","Data":"…"}}, where {@code Data} is JSON in a string.
 *
 * <pre>
 * 1 chat · 2 like · 3 enter · 4 follow · 5 gift · 6 figures · 7 fan club · 8 share · 9 end
 * </pre>
 *
 * Its ids are numbers; an id of ours that is none becomes 0.
 */
public final class BarrageGrabMessages {
  private static final long MILLI = 1_000;
  private static final String DIAMOND = "douyin:diamond";

  private record Form(int type, Function<LiveEvent, ObjectNode> data) {}

  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          Chat.class, form(Chat.class, 1, BarrageGrabMessages::chat),
          Like.class, form(Like.class, 2, BarrageGrabMessages::like),
          Enter.class, form(Enter.class, 3, e -> said(e, "来了").put("CurrentCount", 0)),
          Follow.class, form(Follow.class, 4, e -> said(e, "关注了主播")),
          Gift.class, form(Gift.class, 5, BarrageGrabMessages::gift),
          Stats.class, form(Stats.class, 6, BarrageGrabMessages::stats),
          Membership.class, form(Membership.class, 7, BarrageGrabMessages::membership),
          Share.class, form(Share.class, 8, e -> said(e, "分享了直播间").put("ShareType", 0)),
          Broadcast.class, form(Broadcast.class, 9, e -> said(e, "下播")));

  private BarrageGrabMessages() {}

  private static <E extends LiveEvent> Form form(
      Class<E> kind, int type, Function<E, ObjectNode> data) {
    return new Form(type, event -> data.apply(kind.cast(event)));
  }

  /** Empty where it has no word for the event. */
  public static Optional<String> of(LiveEvent event) {
    Form form = FORMS.get(event.getClass());
    return form == null || isSilent(event)
        ? Optional.empty()
        : Optional.of(pack(form.type(), form.data().apply(event)));
  }

  private static boolean isSilent(LiveEvent event) {
    return event.origin().history()
        || (event instanceof Gift gift && gift.count() == 0)
        || (event instanceof Broadcast told && told.state() != Broadcast.State.OFFLINE);
  }

  private static String pack(int type, ObjectNode data) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Type", type)
        .put("ProcessName", "danmu")
        .put("Data", data.toString())
        .toString();
  }

  private static ObjectNode chat(Chat chat) {
    return said(chat, chat.text());
  }

  private static ObjectNode like(Like like) {
    return said(like, "点赞了").put("Count", like.count()).put("Total", like.total());
  }

  private static ObjectNode gift(Gift gift) {
    Gift.Combo combo = gift.combo();
    return said(gift, "送出 " + gift.item().name() + " x" + gift.count())
        .put("GiftId", Dialect.number(gift.item().id()))
        .put("GiftName", gift.item().name())
        .put("GroupId", combo == null ? 0 : Dialect.number(combo.id()))
        .put("GiftCount", gift.count())
        .put("RepeatCount", combo == null ? gift.count() : combo.total())
        .put("DiamondCount", diamonds(gift));
  }

  /** The price of one. */
  private static long diamonds(Gift gift) {
    Money value = gift.value();
    return value != null && value.currency().equals(DIAMOND)
        ? value.milli() / MILLI / gift.count()
        : 0;
  }

  private static ObjectNode stats(Stats stats) {
    long online = stats.figure(Figure.ONLINE).orElse(0);
    long total = stats.figure(Figure.WATCHED).orElse(0);
    return said(stats, "")
        .put("OnlineUserCount", online)
        .put("TotalUserCount", total)
        .put("OnlineUserCountStr", Long.toString(online))
        .put("TotalUserCountStr", Long.toString(total));
  }

  private static ObjectNode membership(Membership joined) {
    int type = joined.kind() == Membership.Kind.RENEW ? 1 : 2;
    return said(joined, joined.name())
        .put("Type", type)
        .put("Level", Dialect.number(joined.tier()));
  }

  private static ObjectNode said(LiveEvent event, String content) {
    Origin origin = event.origin();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("MsgId", Dialect.number(origin.id()));
    User user = event.user();
    if (user != null) {
      json.set("User", user(user));
    }
    return json.put("Content", content)
        .put("RoomId", Dialect.number(origin.room()))
        .put("WebRoomId", Dialect.number(origin.room()));
  }

  private static ObjectNode user(User user) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("Id", Dialect.number(user.id())).put("ShortId", 0);
    json.put("DisplayId", user.id() == null ? "" : user.id()).put("Nickname", user.displayName());
    json.put("Level", user.level()).put("PayLevel", user.level()).put("Gender", 0);
    json.put("HeadImgUrl", user.avatar() == null ? "" : user.avatar()).put("SecUid", "");
    User.Badge badge = user.badge();
    json.putObject("FansClub")
        .put("ClubName", badge == null ? "" : badge.name())
        .put("Level", badge == null ? 0 : badge.level());
    return json.put("FollowerCount", 0).put("FollowStatus", 0).put("FollowingCount", 0);
  }
}
