package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Membership.Kind;
import io.github.danmuhub.event.Membership.Term;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.bilibili.message.GuardPurchase.Report;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The three messages of a guard's purchase: GUARD_BUY with the list price of one month,
 * USER_TOAST_MSG and USER_TOAST_MSG_V2 with what was paid for all. V2 has the same fields, but in
 * groups.
 */
final class GuardCommand {
  private static final int GOVERNOR = 1;
  private static final int ADMIRAL = 2;
  private static final int CAPTAIN = 3;

  private static final int OPENED = 1;
  private static final int RENEWED = 2;
  private static final int RENEWED_AUTOMATICALLY = 3;

  /** {@code option.source} of V2: not paid by the one who is shown. */
  private static final int GIFTED = 2;

  private final Person person = new Person();
  private int level;
  private @Nullable String roleName;
  private int count;
  private @Nullable String unit;
  private long price;
  private long operation;
  private long source;
  private @Nullable String toast;
  private @Nullable String payment;
  private long startTime;

  /** Reads messages of that kind. */
  static Command of(Report kind) {
    return message -> read(message, kind);
  }

  private static void read(Message message, Report kind) throws IOException, MalformedException {
    GuardCommand guard = new GuardCommand();
    message.data(guard::field);
    String name = nameOf(guard.level);
    if (name == null) {
      throw message.malformed("has no guard level");
    }
    guard.roleName = guard.roleName == null ? name : guard.roleName;
    Origin origin = message.end(guard.payment, guard.startTime);
    message.room().purchases().add(kind, guard.membership(message, origin, kind));
  }

  private Membership membership(Message message, Origin origin, Report kind) {
    person.guard(level);
    return new Membership(
        origin,
        message.room().user(person),
        Integer.toString(level),
        Objects.requireNonNull(roleName),
        term(kind),
        value(kind),
        kind());
  }

  /** Null where there is no such level. */
  static @Nullable String nameOf(int level) {
    return switch (level) {
      case GOVERNOR -> "总督";
      case ADMIRAL -> "提督";
      case CAPTAIN -> "舰长";
      default -> null;
    };
  }

  /** Only GUARD_BUY counts without a unit: always months. */
  private Term term(Report kind) {
    return kind == Report.BUY ? Term.months(Math.max(0, count)) : GuardTerm.of(count, unit);
  }

  private @Nullable Money value(Report kind) {
    return Coins.gold(price, kind == Report.BUY ? Math.max(1, count) : 1);
  }

  /**
   * The words that viewers read count, since op_type contradicts nearly every other of them; but
   * not the short ones of 2023, which did not name the room yet and said 开通 of automatic renewals.
   */
  private @Nullable Kind kind() {
    String words = toast == null ? "" : MarkedText.unmarked(toast);
    boolean vague = operation == RENEWED_AUTOMATICALLY && !words.contains("直播间");
    Kind said = vague ? null : said(words);
    return said == null ? numbered() : said;
  }

  /** By the last of 开通 and 续费: an anchor's name, which may be anything, stands before it. */
  private static @Nullable Kind said(String words) {
    if (words.contains("赠送")) {
      return Kind.GIFT;
    }
    int opened = words.lastIndexOf("开通");
    int renewed = words.lastIndexOf("续费");
    if (opened == renewed) {
      return null;
    }
    return opened > renewed ? Kind.NEW : Kind.RENEW;
  }

  private @Nullable Kind numbered() {
    if (source == GIFTED) {
      return Kind.GIFT;
    }
    if (operation == OPENED) {
      return Kind.NEW;
    }
    return operation == RENEWED || operation == RENEWED_AUTOMATICALLY ? Kind.RENEW : null;
  }

  /** The fields of all three, wherever they stand. */
  private void field(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "guard_level" -> level = in.integer();
      case "role_name" -> roleName = in.words();
      case "gift_name" -> roleName = roleName == null ? in.words() : roleName;
      case "num" -> count = in.integer();
      case "unit" -> unit = in.text();
      case "price" -> price = in.number();
      case "op_type" -> operation = in.number();
      case "payflow_id" -> payment = in.id();
      case "start_time" -> startTime = in.number();
      case "source" -> source = in.number();
      case "toast_msg" -> toast = in.words();
      case "guard_info", "pay_info", "option" -> in.fields(this::field);
      default -> person.field(field, in);
    }
  }
}
