package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;

/**
 * The comments of one of Bilibili's videos: chat alone, in no order, sent at a second; who sent it
 * is a hash, by which one writer is told from another. Times count from the start of the video,
 * which is put at 1970: nobody knows when it was shown.
 */
final class VideoCommentsXml implements Writer {
  private static final int PLACED = 7;
  private static final int TEXT = 4;

  @Override
  public String name() {
    return "bilibili-video";
  }

  @Override
  public boolean wrote(XmlHead head) {
    XmlItem first = head.message();
    boolean named = first != null && first.attribute("user") != null;
    return head.has("chatid") && !named;
  }

  @Override
  public Facts facts(XmlHead head) {
    return new Facts(new RoomRef("bilibili", head.text("chatid")), "", "", "", 0, 0);
  }

  @Override
  public Dialect dialect(Facts facts) {
    return item -> item.name().equals("d") ? List.of(chat(item, facts)) : List.of();
  }

  private static LiveEvent chat(XmlItem item, Facts facts) throws MalformedException {
    Parameters p = Parameters.of(item);
    Origin at = facts.origin(p.at(), p.sent() * 1_000);
    String id = p.id().equals("0") || p.id().isEmpty() ? null : p.id();
    Origin origin = new Origin(at.platform(), at.room(), id, at.time(), at.received(), false, null);
    User user = User.of(null, p.user().equals("0") ? null : p.user());
    return Elements.chat(origin, user, p, text(p, item.text()));
  }

  /** A comment that is placed by hand is a list, of which the text is the fifth. */
  private static String text(Parameters p, String text) {
    if (p.mode() != PLACED) {
      return text;
    }
    return Elements.listed(text, TEXT, text);
  }
}
