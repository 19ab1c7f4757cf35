package io.github.danmuhub.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.event.Chat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * What DPlayer's API v3 answers: {@code {"code":0,"data":[[seconds, type, color, author, text]]}},
 * type 0 right to left, 1 top, 2 bottom. Chat only. The player takes author and text for HTML (its
 * {@code danmaku.js} sets {@code innerHTML}), so they are escaped, as its own server does.
 */
final class DplayerExporter implements Exporter {
  private static final Pattern SPECIAL = Pattern.compile("[&<>\"']");

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
    json.writeString(html(chat.user().displayName()));
    json.writeString(html(chat.text()));
    json.writeEndArray();
  }

  private static String html(String text) {
    String clean = CleanText.of(text);
    if (!SPECIAL.matcher(clean).find()) {
      return clean;
    }
    return clean
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
