package io.github.danmuhub.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.dissect.Layer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The report as one JSON object on one line. */
final class InspectionJson implements Findings, AutoCloseable {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;
  private final FrameFilter filter;

  private InspectionJson(JsonGenerator json, FrameFilter filter) {
    this.json = json;
    this.filter = filter;
  }

  static InspectionJson begin(String input, FrameFilter filter, OutputStream out)
      throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    json.writeStartObject();
    json.writeStringField("input", input);
    json.writeArrayFieldStart("frames");
    return new InspectionJson(json, filter);
  }

  @Override
  public void frame(InspectedFrame frame) {
    try {
      if (filter.shows(frame)) {
        write(frame, json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void end(Statistics statistics, List<String> problems) throws IOException {
    json.writeEndArray();
    texts("problems", problems, json);
    json.writeObjectFieldStart("statistics");
    json.writeNumberField("received", statistics.received());
    json.writeNumberField("sent", statistics.sent());
    json.writeNumberField("bytes", statistics.bytes());
    json.writeNumberField("unrecognized", statistics.unrecognized());
    counts("events", statistics.events());
    counts("unknown", statistics.unknown());
    json.writeNumberField("ratio", Math.round(statistics.ratio() * 10) / 10.0);
    texts("gaps", statistics.gaps(), json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void counts(String name, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> one : counts.entrySet()) {
      json.writeNumberField(one.getKey(), one.getValue());
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private static void write(InspectedFrame frame, JsonGenerator json) throws IOException {
    Traffic traffic = frame.frame();
    json.writeStartObject();
    json.writeNumberField("number", frame.number());
    json.writeNumberField("connection", traffic.connection());
    if (traffic.time() != 0) {
      json.writeNumberField("time_ms", traffic.time());
    }
    json.writeStringField("direction", EnumWords.word(traffic.direction()));
    json.writeStringField("kind", Frames.kind(traffic));
    json.writeNumberField("size", traffic.bytes().size());
    if (frame.platform() != null) {
      json.writeStringField("platform", frame.platform());
      json.writeNumberField("certainty", frame.certainty());
    }
    layers("layers", frame.layers(), json);
    json.writeArrayFieldStart("events");
    for (LiveEvent event : frame.events()) {
      EventWriter.write(new Numbered(0, event), json);
    }
    json.writeEndArray();
    texts("notes", frame.notes(), json);
    json.writeEndObject();
  }

  private static void layers(String name, List<Layer> layers, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Layer layer : layers) {
      json.writeStartObject();
      json.writeStringField("title", layer.title());
      json.writeNumberField("offset", layer.offset());
      json.writeNumberField("size", layer.size());
      fields(layer.fields(), json);
      layers("inner", layer.inner(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void fields(List<Layer.Field> fields, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("fields");
    for (Layer.Field field : fields) {
      json.writeStartObject();
      json.writeStringField("name", field.name());
      json.writeStringField("value", field.value());
      if (!field.meaning().isEmpty()) {
        json.writeStringField("meaning", field.meaning());
      }
      if (field.place() != null) {
        place(field.place(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void place(Layer.Place place, JsonGenerator json) throws IOException {
    json.writeNumberField("offset", place.offset());
    json.writeNumberField("size", place.size());
    json.writeStringField("bytes", place.head());
  }

  private static void texts(String name, List<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
