package io.github.danmuhub.record.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.copy.CopyFile;
import io.github.danmuhub.record.copy.RoomFacts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a webhook is told, in our words and in BililiveRecorder's. */
class NoticeFormsTest {
  /** 2026-11-21T08:00:00Z. */
  private static final long START = 1_795_248_000_000L;

  private static final RoomFacts ROOM =
      new RoomFacts(new RoomRef("bilibili", "545068"), "晚安", "唱歌", "某人");
  private static final CopyFile FILE = new CopyFile("a.jsonl", 7, START, "晚安");
  private static final Path DIR = Path.of("recordings");

  private static final NoticeForm OURS = new DanmuForm();
  private static final NoticeForm RECORDER =
      new BililiveRecorderForm(DIR, ZoneId.of("Asia/Shanghai"));

  private static JsonNode json(NoticeForm.Message message) throws Exception {
    return new JsonMapper().readTree(message.body());
  }

  private static Notice closed() {
    return new Notice(Notice.Kind.FILE_CLOSED, START + 61_500, ROOM, 7, FILE);
  }

  private static Notice broadcast(Notice.Kind kind) {
    return new Notice(kind, START, ROOM, 7, null);
  }

  @Test
  void aBroadcastThatBeginsIsOneMessageOfOurs() throws Exception {
    List<NoticeForm.Message> messages = OURS.messages(broadcast(Notice.Kind.BROADCAST_STARTED), 0);
    JsonNode json = json(messages.get(0));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).id()).matches("msg_[0-9a-f-]{36}");
    assertThat(json.path("type").asText()).isEqualTo("broadcast.started");
    assertThat(json.path("timestamp").asText()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(json.path("data").path("platform").asText()).isEqualTo("bilibili");
    assertThat(json.path("data").path("room").asText()).isEqualTo("545068");
    assertThat(json.path("data").path("anchor").asText()).isEqualTo("某人");
    assertThat(json.path("data").has("file")).isFalse();
  }

  @Test
  void aFileThatClosesTellsItsSize() throws Exception {
    JsonNode data = json(OURS.messages(closed(), 1_234).get(0)).path("data");
    assertThat(data.path("file").asText()).isEqualTo("copies/a.jsonl");
    assertThat(data.path("bytes").asLong()).isEqualTo(1_234);
  }

  @Test
  void whatIsTheSameHasTheSameIdInEveryRunAndWhatIsNotHasAnother() {
    String id = OURS.messages(closed(), 1).get(0).id();
    assertThat(OURS.messages(closed(), 1).get(0).id()).isEqualTo(id);
    assertThat(OURS.messages(broadcast(Notice.Kind.BROADCAST_ENDED), 0).get(0).id())
        .isNotEqualTo(id);
  }

  @Test
  void theRecordersFormOpensAndClosesASessionWithItsStream() throws Exception {
    List<NoticeForm.Message> begins =
        RECORDER.messages(broadcast(Notice.Kind.BROADCAST_STARTED), 0);
    List<NoticeForm.Message> ends = RECORDER.messages(broadcast(Notice.Kind.BROADCAST_ENDED), 0);
    assertThat(json(begins.get(0)).path("EventType").asText()).isEqualTo("StreamStarted");
    assertThat(json(begins.get(1)).path("EventType").asText()).isEqualTo("SessionStarted");
    assertThat(json(ends.get(0)).path("EventType").asText()).isEqualTo("SessionEnded");
    assertThat(json(ends.get(1)).path("EventType").asText()).isEqualTo("StreamEnded");
    JsonNode session = json(begins.get(1)).path("EventData");
    assertThat(session.path("SessionId").asText())
        .isEqualTo(json(ends.get(0)).path("EventData").path("SessionId").asText())
        .hasSize(36);
    assertThat(json(begins.get(0)).path("EventData").has("SessionId")).isFalse();
    assertThat(session.path("RoomId").isInt()).isTrue();
    assertThat(session.path("RoomId").asInt()).isEqualTo(545068);
    assertThat(session.path("ShortId").isInt()).isTrue();
    assertThat(session.path("Name").asText()).isEqualTo("某人");
    assertThat(json(begins.get(0)).path("EventTimestamp").asText())
        .isEqualTo("2026-11-21T16:00:00.000+08:00");
  }

  @Test
  void theRecordersFormTellsAFilesPathSizeAndDuration() throws Exception {
    JsonNode data = json(RECORDER.messages(closed(), 1_234).get(0)).path("EventData");
    assertThat(data.path("RelativePath").asText()).isEqualTo("copies/a.jsonl");
    assertThat(Path.of(data.path("FullPath").asText()))
        .isEqualTo(DIR.toAbsolutePath().resolve("copies").resolve("a.jsonl"));
    assertThat(data.path("FileSize").asLong()).isEqualTo(1_234);
    assertThat(data.path("Duration").asDouble()).isEqualTo(61.5);
  }

  @Test
  void aRoomWithoutANumberIsZeroInTheRecordersForm() throws Exception {
    RoomFacts lpl = new RoomFacts(new RoomRef("huya", "lpl"), "", "", "");
    Notice notice = new Notice(Notice.Kind.BROADCAST_STARTED, START, lpl, 7, null);
    JsonNode data = json(RECORDER.messages(notice, 0).get(0)).path("EventData");
    assertThat(data.path("RoomId").asInt(-1)).isZero();
  }
}
