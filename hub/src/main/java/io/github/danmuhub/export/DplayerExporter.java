package io.github.danmuhub.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.event.Chat;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What DPlayer's API v3 answers: {@code {"code":0,"data":[[seconds, type, color, author, text]]}},
 * type 0 right to left, 1 top, 2 bottom. Chat only.
 */
final class DplayerExporter implements Exporter {
  @Override
  public String id() {
    return "json-dplayer";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException {
    return new JsonSink(out, head, "{\"code\":0,\"data\":[", DplayerExporter::write, "]}");
  }

  private static void write(Chat chat, double seconds, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeNumber(seconds);
    json.writeNumber(JsonSink.mode(chat));
    json.writeNumber(JsonSink.color(chat));
    json.writeString(CleanText.of(chat.user().displayName()));
    json.writeString(CleanText.of(chat.text()));
    json.writeEndArray();
  }
}
