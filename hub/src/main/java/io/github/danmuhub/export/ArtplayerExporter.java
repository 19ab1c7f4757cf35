package io.github.danmuhub.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.event.Chat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;

/**
 * What ArtPlayer's danmuku plugin loads: {@code [{"text","time","mode","color"}]}, mode 0 scroll, 1
 * top, 2 bottom. Chat only. The plugin shows text as text ({@code innerText}), so that it is not
 * escaped.
 */
final class ArtplayerExporter implements Exporter {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @Override
  public String id() {
    return "json-artplayer";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException {
    return new JsonSink(out, head, "[", ArtplayerExporter::write, "]");
  }

  private static void write(Chat chat, double seconds, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", CleanText.of(chat.text()));
    json.writeNumberField("time", seconds);
    json.writeNumberField("mode", JsonSink.mode(chat));
    json.writeStringField("color", "#" + HEX.toHexDigits(JsonSink.color(chat), 6));
    json.writeEndObject();
  }
}
