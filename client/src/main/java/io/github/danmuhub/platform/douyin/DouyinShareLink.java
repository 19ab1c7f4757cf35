package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.douyin.packet.DouyinBrowser;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the app shares: {@code https://v.douyin.com/abc/} leads to {@code
 * https://webcast.amemv.com/douyin/webcast/reflow/ID}, which names a broadcast; {@code reflow/info}
 * says whose it is.
 */
final class DouyinShareLink {
  private static final Pattern SHORT =
      Pattern.compile("https?://v\\.douyin\\.com/[A-Za-z0-9_-]{1,64}/?");
  private static final Pattern REFLOW =
      Pattern.compile("webcast\\.amemv\\.com/(?:douyin/)?webcast/reflow/([0-9]{1,20})");
  private static final Pattern WEB_RID =
      Pattern.compile("\"(?:web_rid|webRid)\"\\s*:\\s*\"([A-Za-z0-9_-]{1,128})\"");

  private DouyinShareLink() {}

  static Optional<URI> in(String text) {
    Matcher broadcast = REFLOW.matcher(text);
    if (broadcast.find()) {
      return Optional.of(DouyinFetchUrl.reflow(broadcast.group(1)));
    }
    Matcher link = SHORT.matcher(text);
    return link.find() ? Optional.of(URI.create(link.group())) : Optional.empty();
  }

  /** The room's own page, where {@code reflow/info} names it. */
  static Optional<String> room(HttpReply reply) {
    Matcher room = WEB_RID.matcher(reply.text());
    return room.find() ? Optional.of(DouyinBrowser.ORIGIN + "/" + room.group(1)) : Optional.empty();
  }
}
