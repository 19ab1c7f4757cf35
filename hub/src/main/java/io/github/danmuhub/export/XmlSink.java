package io.github.danmuhub.export;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.Rfc3339;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The elements {@code d}, {@code gift}, {@code sc} and {@code guard}.
 *
 * <p>Quirks of readers that it heeds: danmaku2ass wants {@code <i} right behind the declaration.
 * DanmakuFactory looks for {@code <BililiveRecorder} in the first 1,024 bytes and then takes the
 * price of a super chat as yuan; it ends a tag at the first {@code >}, breaks on a long {@code raw}
 * that is not the last attribute, puts a price of its own at {@code level}, and passes over the one
 * attribute behind a name with a space, which is why {@code timestamp} stands there. DanmakuConvert
 * needs a whole {@code price} everywhere and a {@code count} of each {@code guard}.
 */
final class XmlSink implements ExportSink {
  private static final int STANDARD_SIZE = 25;
  private static final int WHITE = 0xffffff;
  private static final int MAX_DIGITS = 20;

  private final XmlElements out;
  private final Head head;
  private final ExportOptions options;
  private boolean takenBack;

  XmlSink(OutputStream out, Head head, ExportOptions options) throws IOException {
    this.out = new XmlElements(out);
    this.head = head;
    this.options = options;
    writeHead();
  }

  private void writeHead() throws IOException {
    out.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?><i>\n");
    out.add("<chatserver>chat.bilibili.com</chatserver><chatid>0</chatid><mission>0</mission>");
    out.add("<maxlimit>1000</maxlimit><state>0</state><real_name>0</real_name>");
    out.add("<source>0</source>\n<BililiveRecorder version=\"danmu-hub\" />\n");
    out.open("BililiveRecorderRecordInfo").attribute("roomid", head.room().room());
    out.attribute("shortid", "0").attribute("name", head.anchor());
    out.attribute("title", head.title());
    out.attribute("areanameparent", "").attribute("areanamechild", head.area());
    out.attribute("start_time", Rfc3339.text(head.since()));
    out.attribute("record_start_time", Rfc3339.text(head.start()));
    out.attribute("platform", head.room().platform()).end();
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    LiveEvent event = numbered.event();
    if (event instanceof Chat chat) {
      chat(chat);
    } else if (event instanceof Gift gift && gift.count() > 0) {
      gift(gift);
    } else if (event instanceof SuperChat superChat) {
      superChat(superChat);
    } else if (event instanceof Membership membership) {
      guard(membership);
    }
  }

  @Override
  public void takenBack(Numbered numbered) throws IOException {
    if (options.retracted()) {
      takenBack = true;
      accept(numbered);
      takenBack = false;
    }
  }

  private void chat(Chat chat) throws IOException {
    int color = chat.color() == Chat.NO_COLOR ? WHITE : chat.color();
    out.open("d").add(" p=\"").addSeconds(head.at(chat.origin()));
    out.add("," + mode(chat.mode()) + "," + STANDARD_SIZE + "," + color + ",");
    out.add(sent(chat) + ",0," + digits(chat.user().id()) + ",0\"");
    out.attribute("user", chat.user().displayName());
    addMarkAndRaw(chat, "info");
    out.end(chat.text(), "d");
  }

  private static int mode(Chat.Mode mode) {
    return switch (mode) {
      case SCROLL -> 1;
      case BOTTOM -> 4;
      case TOP -> 5;
    };
  }

  /** The field is one of many between commas, and a number to its readers. */
  private static String digits(@Nullable String id) {
    return id != null && isNumber(id) ? id : "0";
  }

  private static boolean isNumber(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= MAX_DIGITS;
  }

  private static long sent(LiveEvent event) {
    long time = event.origin().time();
    return time == 0 ? event.origin().received() : time;
  }

  private void gift(Gift gift) throws IOException {
    start("gift", gift, gift.user());
    out.attribute("giftname", name(gift.item().name())).attribute("timestamp", sent(gift));
    out.attribute("giftcount", gift.count()).attribute("price", YuanPrice.of(gift));
    exactly(gift.value());
    addMarkAndRaw(gift, "data");
    out.end();
  }

  private void superChat(SuperChat superChat) throws IOException {
    start("sc", superChat, superChat.user());
    out.attribute("timestamp", sent(superChat));
    out.attribute("price", YuanPrice.of(superChat)).attribute("time", superChat.seconds());
    exactly(superChat.value());
    addMarkAndRaw(superChat, "data");
    out.end(superChat.text(), "sc");
  }

  private void guard(Membership membership) throws IOException {
    start("guard", membership, membership.user());
    out.attribute("giftname", name(membership.name())).attribute("timestamp", sent(membership));
    out.attribute("level", digits(membership.tier()));
    out.attribute("count", Math.max(1, membership.months()));
    out.attribute("price", YuanPrice.of(membership));
    exactly(membership.value());
    addMarkAndRaw(membership, "data");
    out.end();
  }

  private String name(String name) {
    return options.noBreakSpaces() ? name.replace(' ', '\u00a0') : name;
  }

  private void start(String element, LiveEvent event, User user) throws IOException {
    out.open(element).add(" ts=\"").addSeconds(head.at(event.origin())).add("\"");
    out.attribute("user", user.displayName());
    out.attribute("uid", user.id() == null ? "0" : user.id());
  }

  /** What was paid, to the last thousandth and in its own currency. */
  private void exactly(@Nullable Money money) throws IOException {
    if (money != null) {
      out.attribute("value_milli", money.milli()).attribute("currency", money.currency());
    }
  }

  /** The last attributes. */
  private void addMarkAndRaw(LiveEvent event, String field) throws IOException {
    if (takenBack) {
      out.attribute("retracted", "true");
    }
    Raw raw = event.origin().raw();
    String data = options.raw() && raw != null ? RawData.of(raw, field) : null;
    if (data != null) {
      out.attribute("raw", data);
    }
  }

  @Override
  public void finish() throws IOException {
    out.add("</i>\n").flush();
  }
}
