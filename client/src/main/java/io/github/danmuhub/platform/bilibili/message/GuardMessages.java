package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Membership.Kind;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The four messages of a guard's purchase: the list price, the paid price twice, and the marquee.
 * The other direction of {@link GuardCommand}.
 */
final class GuardMessages {
  private static final long GIFT_ID = 10_000;
  private static final int MARQUEE = 3;

  private final Membership bought;
  private final User user;
  private final Origin origin;
  private final int level;
  private final int count;
  private final long seconds;

  private GuardMessages(Membership bought, int level) {
    this.bought = bought;
    this.level = level;
    user = bought.user();
    origin = bought.origin();
    count = Math.max(bought.months(), bought.days());
    seconds = origin.time() / Encoding.SECOND;
  }

  /** None, where the platform has no such guard. */
  static List<Raw> encode(Membership bought) {
    int level = bought.tier().matches("\\d") ? Integer.parseInt(bought.tier()) : 0;
    return GuardCommand.nameOf(level) == null
        ? List.of()
        : new GuardMessages(bought, level).messages();
  }

  private List<Raw> messages() {
    List<Raw> messages = new ArrayList<>();
    messages.add(message("GUARD_BUY", buy()));
    messages.add(message("USER_TOAST_MSG", toast()));
    messages.add(message("USER_TOAST_MSG_V2", toastV2()));
    if (user.name() != null) {
      messages.add(marquee("<%%%s%%> 在本房间开通了%s".formatted(user.name(), bought.name())));
    }
    return messages;
  }

  private static Raw message(String cmd, JsonText data) {
    return Encoding.raw(JsonText.object().put("cmd", cmd).put("data", data));
  }

  private JsonText buy() {
    return buyer(JsonText.object())
        .put("price", Coins.each(bought.value(), Math.max(1, count)))
        .put("num", count)
        .put("gift_id", GIFT_ID + level)
        .put("gift_name", bought.name())
        .put("start_time", seconds)
        .put("end_time", seconds);
  }

  private JsonText toast() {
    return paid(term(buyer(JsonText.object())))
        .put("role_name", bought.name())
        .put("op_type", operation())
        .put("toast_msg", words());
  }

  private JsonText toastV2() {
    JsonText guard = term(JsonText.object()).put("role_name", bought.name());
    guard.put("guard_level", level).put("op_type", operation());
    return JsonText.object()
        .put("sender_uinfo", UserParts.info(user))
        .put("guard_info", guard)
        .put("pay_info", paid(JsonText.object()))
        .put("gift_info", JsonText.object().put("gift_id", GIFT_ID + level))
        .put("option", JsonText.object().put("source", bought.kind() == Kind.GIFT ? 2 : 0))
        .put("toast_msg", words());
  }

  private Raw marquee(String words) {
    JsonText notice = JsonText.object().put("cmd", "NOTICE_MSG").put("msg_type", MARQUEE);
    notice.put("msg_common", words).put("msg_self", words).put("link_url", "");
    return Encoding.raw(notice);
  }

  private JsonText buyer(JsonText data) {
    return data.id("uid", UserParts.uid(user))
        .put("username", UserParts.name(user))
        .put("guard_level", level);
  }

  private JsonText term(JsonText data) {
    return data.put("start_time", seconds).put("end_time", seconds);
  }

  private JsonText paid(JsonText data) {
    return data.put("payflow_id", origin.id())
        .put("num", count)
        .put("unit", unit())
        .put("price", Coins.coins(bought.value()));
  }

  private String unit() {
    if (bought.months() > 0) {
      return "月";
    }
    return bought.days() > 0 ? "天" : "";
  }

  private int operation() {
    return bought.kind() == Kind.RENEW ? 2 : bought.kind() == Kind.NEW ? 1 : 0;
  }

  /** By these words viewers learn whether it is new. */
  private @Nullable String words() {
    Kind kind = bought.kind();
    if (kind == null) {
      return null;
    }
    String done =
        switch (kind) {
          case NEW -> "开通";
          case RENEW -> "续费";
          case GIFT -> "获赠送";
        };
    return "<%%%s%%> 在本直播间%s了%s".formatted(UserParts.name(user), done, bought.name());
  }
}
