package io.github.danmuhub.event.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.event.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object. What is absent is left out: null, and with {@code …IfAny} zero and
 * empty. Failures of the stream come as {@link UncheckedIOException}; {@link EventWriter} unwraps
 * them.
 */
record FieldWriter(JsonGenerator json) {

  FieldWriter text(String name, @Nullable String value) {
    return value == null
        ? this
        : write(() -> json.writeStringField(name, Surrogates.repaired(value)));
  }

  FieldWriter number(String name, long value) {
    return write(() -> json.writeNumberField(name, value));
  }

  FieldWriter numberIfAny(String name, long value) {
    return value == 0 ? this : number(name, value);
  }

  FieldWriter flag(String name, boolean value) {
    return write(() -> json.writeBooleanField(name, value));
  }

  <E extends Enum<E>> FieldWriter word(String name, EnumWords<E> words, @Nullable E constant) {
    return constant == null ? this : text(name, words.of(constant));
  }

  FieldWriter time(String name, long epochMs) {
    return write(
        () -> {
          char[] text = Rfc3339.format(epochMs);
          json.writeFieldName(name);
          json.writeString(text, 0, text.length);
        });
  }

  FieldWriter timeIfAny(String name, long epochMs) {
    return epochMs == 0 ? this : time(name, epochMs);
  }

  /** {@code raw} or {@code raw_b64}. */
  FieldWriter raw(@Nullable Raw raw) {
    if (raw == null) {
      return this;
    }
    return raw.isJson()
        ? write(
            () -> {
              json.writeFieldName("raw");
              json.writeRawValue(onOneLine(raw.text()));
            })
        : write(() -> json.writeBinaryField("raw_b64", raw.toBytes()));
  }

  /** Line ends stand only between the tokens of JSON, where a space does as well. */
  private static String onOneLine(String value) {
    return value.replace('\n', ' ').replace('\r', ' ');
  }

  <T> FieldWriter object(
      String name, @Nullable T value, BiConsumer<? super FieldWriter, ? super T> fields) {
    if (value == null) {
      return this;
    }
    write(() -> json.writeObjectFieldStart(name));
    fields.accept(this, value);
    return write(json::writeEndObject);
  }

  FieldWriter textsIfAny(String name, Collection<String> values) {
    return values.isEmpty() ? this : write(() -> writeTexts(name, values));
  }

  private void writeTexts(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(Surrogates.repaired(value));
    }
    json.writeEndArray();
  }

  <T> FieldWriter objects(
      String name, Collection<T> values, BiConsumer<? super FieldWriter, ? super T> fields) {
    write(() -> json.writeArrayFieldStart(name));
    for (T value : values) {
      write(json::writeStartObject);
      fields.accept(this, value);
      write(json::writeEndObject);
    }
    return write(json::writeEndArray);
  }

  <T> FieldWriter objectsIfAny(
      String name, Collection<T> values, BiConsumer<? super FieldWriter, ? super T> fields) {
    return values.isEmpty() ? this : objects(name, values, fields);
  }

  private FieldWriter write(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
