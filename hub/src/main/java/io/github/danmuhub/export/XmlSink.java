package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The elements {@code d}, {@code gift}, {@code sc} and {@code guard}.
 *
 * <p>Quirks of readers that it heeds: danmaku2ass wants {@code <i} right behind the declaration;
 * DanmakuFactory looks for {@code <BililiveRecorder} in the first 1,024 bytes and then takes the
 * price of a super chat as yuan, ends a tag at the first {@code >}, and breaks on a long {@code
 * raw} that is not the last attribute.
 */
final class XmlSink implements ExportSink {
  private static final int STANDARD_SIZE = 25;
  private static final int WHITE = 0xffffff;
  private static final int MAX_DIGITS = 20;

  private final BufferedWriter out;
  private final Head head;
  private final ExportOptions options;

  XmlSink(OutputStream out, Head head, ExportOptions options) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 14);
    this.head = head;
    this.options = options;
    writeHead();
  }

  private void writeHead() throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><i>\n");
    out.write("<chatserver>chat.bilibili.com</chatserver><chatid>0</chatid><mission>0</mission>");
    out.write("<maxlimit>1000</maxlimit><state>0</state><real_name>0</real_name>");
    out.write("<source>0</source>\n<BililiveRecorder version=\"danmu-hub\"/>\n");
    open("BililiveRecorderRecordInfo");
    attribute("roomid", head.room().room());
    attribute("shortid", "0");
    attribute("name", "");
    attribute("title", head.title());
    attribute("areanameparent", "");
    attribute("areanamechild", head.area());
    attribute("start_time", Rfc3339.text(head.start()));
    attribute("platform", head.room().platform());
    out.write("/>\n");
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

  private void chat(Chat chat) throws IOException {
    int color = chat.color() == Chat.NO_COLOR ? WHITE : chat.color();
    out.write("<d p=\"");
    writeSeconds(chat);
    out.write("," + mode(chat.mode()) + "," + STANDARD_SIZE + "," + color + ",");
    out.write(sent(chat) + ",0," + digits(chat.user().id()) + ",0\"");
    attribute("user", chat.user().displayName());
    end(chat, chat.text(), "d");
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
    String name = gift.item().name();
    start("gift", gift, gift.user());
    attribute("giftname", options.noBreakSpaces() ? name.replace(' ', '\u00a0') : name);
    attribute("giftcount", Long.toString(gift.count()));
    if (gift.value() != null) {
      attribute("value_milli", Long.toString(gift.value().milli()));
      attribute("currency", gift.value().currency());
    }
    end(gift);
  }

  private void superChat(SuperChat superChat) throws IOException {
    start("sc", superChat, superChat.user());
    attribute("price", units(superChat.value()));
    attribute("time", Integer.toString(superChat.seconds()));
    attribute("currency", superChat.value().currency());
    end(superChat, superChat.text(), "sc");
  }

  private static String units(Money money) {
    return BigDecimal.valueOf(money.milli(), 3).stripTrailingZeros().toPlainString();
  }

  private void guard(Membership membership) throws IOException {
    start("guard", membership, membership.user());
    attribute("level", digits(membership.tier()));
    attribute("count", Integer.toString(Math.max(1, membership.months())));
    attribute("giftname", membership.name());
    end(membership);
  }

  private void start(String element, LiveEvent event, User user) throws IOException {
    open(element);
    out.write(" ts=\"");
    writeSeconds(event);
    out.write('"');
    attribute("user", user.displayName());
    attribute("uid", user.id() == null ? "0" : user.id());
    attribute("timestamp", Long.toString(sent(event)));
  }

  private void open(String element) throws IOException {
    out.write('<');
    out.write(element);
  }

  private void attribute(String name, String value) throws IOException {
    out.write(' ');
    out.write(name);
    out.write("=\"");
    XmlText.write(value, true, out);
    out.write('"');
  }

  private void raw(LiveEvent event) throws IOException {
    Raw raw = event.origin().raw();
    if (options.raw() && raw != null && raw.isJson()) {
      attribute("raw", raw.text());
    }
  }

  private void end(LiveEvent event) throws IOException {
    raw(event);
    out.write("/>\n");
  }

  private void end(LiveEvent event, String text, String element) throws IOException {
    raw(event);
    out.write('>');
    XmlText.write(text, false, out);
    out.write("</" + element + ">\n");
  }

  private void writeSeconds(LiveEvent event) throws IOException {
    long ms = head.at(event.origin());
    String thousandths = Long.toString(1_000 + ms % 1_000).substring(1);
    out.write(ms / 1_000 + "." + thousandths);
  }

  @Override
  public void finish() throws IOException {
    out.write("</i>\n");
    out.flush();
  }
}
