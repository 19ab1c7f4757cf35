package io.github.danmuhub.record.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.record.copy.Copies;
import io.github.danmuhub.record.copy.CopyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * BililiveRecorder's webhook v2, for those who listen to that: {@code
 * {"EventType","EventTimestamp","EventId","EventData"}}. A room that has no number there is 0.
 */
final class BililiveRecorderForm implements NoticeForm {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
  private static final double MILLIS = 1_000;

  private final Path dir;
  private final ZoneId zone;

  /**
   * @param dir the log's folder: paths in it are told
   */
  BililiveRecorderForm(Path dir, ZoneId zone) {
    this.dir = dir;
    this.zone = zone;
  }

  @Override
  public List<Message> messages(Notice notice, long bytes) {
    return switch (notice.kind()) {
      case BROADCAST_STARTED ->
          List.of(message("StreamStarted", notice, 0), message("SessionStarted", notice, 0));
      case BROADCAST_ENDED ->
          List.of(message("SessionEnded", notice, 0), message("StreamEnded", notice, 0));
      case FILE_OPENED -> List.of(message("FileOpening", notice, 0));
      case FILE_CLOSED -> List.of(message("FileClosed", notice, bytes));
    };
  }

  private Message message(String type, Notice notice, long bytes) {
    UUID id = notice.id(type);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("EventType", type);
    json.put("EventTimestamp", time(notice.at()));
    json.put("EventId", id.toString());
    ObjectNode data = json.putObject("EventData");
    if (!type.startsWith("Stream")) {
      data.put("SessionId", notice.session().toString());
    }
    CopyFile file = notice.file();
    if (file != null) {
      file(data, file);
    }
    if (file != null && notice.kind() == Notice.Kind.FILE_CLOSED) {
      data.put("FileCloseTime", time(notice.at()));
      data.put("FileSize", bytes);
      data.put("Duration", (notice.at() - file.opened()) / MILLIS);
    }
    room(data, notice);
    return new Message("msg_" + id, json.toString());
  }

  private void file(ObjectNode data, CopyFile file) {
    String relative = Copies.FOLDER + "/" + file.name();
    data.put("FullPath", dir.toAbsolutePath().normalize().resolve(relative).toString());
    data.put("RelativePath", relative);
    data.put("FileOpenTime", time(file.opened()));
  }

  private static void room(ObjectNode data, Notice notice) {
    String room = notice.room().room().room();
    boolean live = notice.kind() != Notice.Kind.BROADCAST_ENDED;
    data.put("RoomId", NUMBER.matcher(room).matches() ? Integer.parseInt(room) : 0);
    data.put("ShortId", 0);
    data.put("Name", notice.room().anchor());
    data.put("Title", notice.room().title());
    data.put("AreaNameParent", "");
    data.put("AreaNameChild", notice.room().area());
    data.put("Recording", live);
    data.put("Streaming", live);
    data.put("DanmakuConnected", true);
  }

  private String time(long ms) {
    return TIME.format(Instant.ofEpochMilli(ms).atZone(zone));
  }
}
