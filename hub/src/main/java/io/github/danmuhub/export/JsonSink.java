package io.github.danmuhub.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Numbered;
import java.io.IOException;
import java.io.OutputStream;

/** A list of chat messages in JSON, one a line, between a fixed beginning and end. */
final class JsonSink implements ExportSink {
  private static final int WHITE = 0xffffff;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  /** Writes one message. */
  interface Item {
    void write(Chat chat, double seconds, JsonGenerator json) throws IOException;
  }

  private final JsonGenerator json;
  private final Head head;
  private final Item item;
  private final String after;
  private boolean any;

  JsonSink(OutputStream out, Head head, String before, Item item, String after) throws IOException {
    this.json = JSON.createGenerator(out);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    this.head = head;
    this.item = item;
    this.after = after;
    json.writeRaw(before);
  }

  static int color(Chat chat) {
    return chat.color() == Chat.NO_COLOR ? WHITE : chat.color();
  }

  /** The same number in both players. */
  static int mode(Chat chat) {
    return switch (chat.mode()) {
      case SCROLL -> 0;
      case TOP -> 1;
      case BOTTOM -> 2;
    };
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    if (numbered.event() instanceof Chat chat) {
      json.writeRaw(any ? ",\n" : "\n");
      any = true;
      item.write(chat, head.at(chat.origin()) / 1000.0, json);
    }
  }

  @Override
  public void finish() throws IOException {
    json.writeRaw("\n" + after + "\n");
    json.flush();
  }
}
