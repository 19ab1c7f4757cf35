package io.github.danmuhub.record.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.record.copy.Copies;
import io.github.danmuhub.record.copy.CopyFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Ours: {@code {"type","timestamp","data"}}, as Standard Webhooks recommends it. */
final class DanmuForm implements NoticeForm {
  @Override
  public List<Message> messages(Notice notice, long bytes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '.'));
    json.put("timestamp", time(notice.at()));
    ObjectNode data = json.putObject("data");
    data.put("platform", notice.room().room().platform());
    data.put("room", notice.room().room().room());
    put(data, "title", notice.room().title());
    put(data, "area", notice.room().area());
    put(data, "anchor", notice.room().anchor());
    if (notice.broadcast() > 0) {
      data.put("session", notice.session().toString());
    }
    if (notice.file() != null) {
      file(data, notice, notice.file(), bytes);
    }
    return List.of(new Message("msg_" + notice.id("danmu"), json.toString()));
  }

  private static void file(ObjectNode data, Notice notice, CopyFile file, long bytes) {
    data.put("file", Copies.FOLDER + "/" + file.name());
    data.put("opened", time(file.opened()));
    if (notice.kind() == Notice.Kind.FILE_CLOSED) {
      data.put("bytes", bytes);
    }
  }

  private static void put(ObjectNode data, String name, String value) {
    if (!value.isEmpty()) {
      data.put(name, value);
    }
  }

  private static String time(long ms) {
    return Instant.ofEpochMilli(ms).toString();
  }
}
