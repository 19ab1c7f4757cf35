package io.github.danmuhub.platform.douyin.packet;

import io.github.danmuhub.platform.http.Query;
import java.net.URI;

/** The URLs of the two HTTP interfaces: {@code im/fetch} and {@code web/enter}. */
public final class DouyinFetchUrl {
  public static final String PATH = "/webcast/im/fetch/";
  public static final String ENTER_PATH = "/webcast/room/web/enter/";

  public static final String REFLOW_PATH = "/webcast/room/reflow/info/";

  private DouyinFetchUrl() {}

  /** Messages after the cursor; the first cursor, history and push server where it is empty. */
  public static URI fetch(String roomId, DouyinCursor cursor, String userUniqueId) {
    Query query =
        DouyinSocketUrl.browser(
            Query.EMPTY
                .with("resp_content_type", "protobuf")
                .with("did_rule", "3")
                .with("device_id", "")
                .with("app_name", "douyin_web")
                .with("endpoint", "live_pc")
                .with("support_wrds", "1")
                .with("user_unique_id", userUniqueId)
                .with("identity", "audience")
                .with("need_persist_msg_count", "15")
                .with("insert_task_id", "")
                .with("live_reason", "")
                .with("room_id", roomId)
                .with("version_code", "180800")
                .with("last_rtt", "0")
                .with("live_id", "1")
                .with("aid", "6383")
                .with("fetch_rule", "1")
                .with("cursor", cursor.cursor())
                .with("internal_ext", cursor.internalExt())
                .with("device_platform", "web"));
    return URI.create(DouyinBrowser.ORIGIN + PATH + "?" + query);
  }

  /** Whose the broadcast is, asked as the app's page does. */
  public static URI reflow(String roomId) {
    Query query =
        Query.EMPTY
            .with("type_id", "0")
            .with("live_id", "1")
            .with("room_id", roomId)
            .with("sec_user_id", "")
            .with("version_code", "99.99.99")
            .with("app_id", "6383");
    return URI.create("https://webcast.amemv.com" + REFLOW_PATH + "?" + query);
  }

  /** Whether the room is live, asked of the API instead of the page. */
  public static URI enter(String webRid) {
    Query query =
        DouyinSocketUrl.browser(
            Query.EMPTY
                .with("aid", "6383")
                .with("app_name", "douyin_web")
                .with("live_id", "1")
                .with("device_platform", "web")
                .with("language", "zh-CN")
                .with("enter_from", "web_live")
                .with("web_rid", webRid)
                .with("room_id_str", "")
                .with("enter_source", "")
                .with("is_need_double_stream", "false"));
    return URI.create(DouyinBrowser.ORIGIN + ENTER_PATH + "?" + query);
  }
}
