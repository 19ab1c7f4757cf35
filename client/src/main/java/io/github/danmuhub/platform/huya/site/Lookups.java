package io.github.danmuhub.platform.huya.site;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;

/** What the site answers before the socket: {@code profileRoom}, and the room's page. */
final class Lookups {
  static final String PROFILE = "/cache.php";

  private static final int BUSY = 500;
  private static final int NO_SUCH_ROOM = 422;

  private final SiteContext context;

  Lookups(SiteContext context) {
    this.context = context;
  }

  HttpReply answer(HttpCall call) {
    context.count("lookups");
    if (context.strikes(Fault.LOOKUP_REFUSED)) {
      return status(BUSY, "系统繁忙");
    }
    String path = call.uri().getPath();
    if (path.equals(PROFILE)) {
      String query = call.uri().getRawQuery();
      return profile(Query.parse(query == null ? "" : query).get("roomid"));
    }
    return page(path.substring(Math.min(1, path.length())));
  }

  private HttpReply profile(String room) {
    if (!context.hosts(room)) {
      context.count("lookups of rooms that do not exist");
      return status(NO_SUCH_ROOM, "主播不存在");
    }
    String state = state(room);
    return json(
        """
        {"status":200,"message":"","data":{"liveStatus":"%s","realLiveStatus":"%s",
        "profileInfo":{"uid":%d,"yyid":%d,"nick":"云逗猫主播"},
        "liveData":{"introduction":"云逗猫：弹幕控制逗猫棒","gameFullName":"萌宠","userCount":123456}}}
        """
            .formatted(state, state, Presenters.of(room), yyid(room)));
  }

  private HttpReply page(String room) {
    if (!context.hosts(room)) {
      return HttpReply.of(404, "text/html; charset=utf-8", "<p>找不到这个主播</p>");
    }
    String page =
        """
        <script>
        var TT_ROOM_DATA = {"state":"%s","introduction":"云逗猫：弹幕控制逗猫棒","gameFullName":"萌宠"};
        var TT_PROFILE_INFO = {"yyid":%d,"lp":%d,"nick":"云逗猫主播"};
        </script>
        """
            .formatted(state(room), yyid(room), Presenters.of(room));
    return HttpReply.of(200, "text/html; charset=utf-8", page);
  }

  private String state(String room) {
    return context.isLive(room) ? "ON" : "OFF";
  }

  /** Another number of the presenter's: who takes it for the uid hears nothing. */
  private static long yyid(String room) {
    return Presenters.of(room) / 7;
  }

  private static HttpReply status(int status, String message) {
    return json("{\"status\":%d,\"message\":\"%s\",\"data\":[]}".formatted(status, message));
  }

  private static HttpReply json(String body) {
    return HttpReply.of(200, "application/json; charset=utf-8", body);
  }
}
