package io.github.danmuhub.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A forgiving walk over one JSON text, without a tree. Unread values are skipped, and a value of
 * the wrong type reads as its default: the platform changes types without notice. Text that is not
 * JSON is an {@link IOException}. Not thread-safe.
 *
 * <pre>{@code
 * in.fields(this::data);
 *
 * private void data(String field, JsonCursor in) throws IOException {
 *   switch (field) {
 *     case "uid" -> id = in.id();
 *     case "list" -> in.elements(this::entry);
 *     default -> {}
 *   }
 * }
 * }</pre>
 */
public final class JsonCursor extends JsonValue implements Closeable {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(MessageParser.CONSTRAINTS)
          .build();

  private boolean entered;

  JsonCursor(JsonParser parser) throws IOException {
    super(parser);
  }

  /** At the first value of that text. */
  public static JsonCursor over(String text) throws IOException {
    return over(text.toCharArray(), 0, text.length());
  }

  /** At the first value of these characters. */
  public static JsonCursor over(char[] text, int offset, int length) throws IOException {
    return new JsonCursor(JSON.createParser(text, offset, length));
  }

  /** Steps into the current value if it is an object. */
  public boolean object() {
    entered = token == JsonToken.START_OBJECT;
    return entered;
  }

  /** Steps into the current value if it is an array. */
  public boolean array() {
    entered = token == JsonToken.START_ARRAY;
    return entered;
  }

  /**
   * Steps into the current value and to its first field, as {@link #field}; null if it is no
   * object.
   */
  public @Nullable String firstField() throws IOException {
    return object() ? field() : null;
  }

  /** The name of the object's next field, with the cursor at its value; null at its end. */
  public @Nullable String field() throws IOException {
    passUnread();
    String name = parser.nextFieldName();
    token = name == null ? parser.currentToken() : parser.nextToken();
    return name;
  }

  /** Moves to the array's next element; false at its end. */
  public boolean element() throws IOException {
    passUnread();
    token = parser.nextToken();
    return token != JsonToken.END_ARRAY;
  }

  /** How one field of an object is read, with the cursor at its value. */
  public interface Field {
    void read(String name, JsonCursor in) throws IOException;
  }

  /** How a value is read that the cursor is at. */
  public interface Value<T> {
    @Nullable T read(JsonCursor in) throws IOException;
  }

  /** How the element of that index is read, with the cursor at it. */
  public interface Element {
    void read(int index, JsonCursor in) throws IOException;
  }

  /**
   * The same with the reader as a parameter: a constant will do for what comes in every message.
   */
  public interface FieldOf<T> {
    void read(T reader, String name, JsonCursor in) throws IOException;
  }

  /** As {@link FieldOf}. */
  public interface ElementOf<T> {
    void read(T reader, int index, JsonCursor in) throws IOException;
  }

  /** Reads each field of the current value, if it is an object. */
  public <T> void fields(T reader, FieldOf<T> reading) throws IOException {
    for (String f = firstField(); f != null; f = field()) {
      reading.read(reader, f, this);
    }
  }

  /** Reads each field of the current value, if it is an object. */
  public void fields(Field reading) throws IOException {
    fields(reading, Field::read);
  }

  /** Reads those fields of the current value that the table names; false if it is no object. */
  public <T> boolean fields(T filled, FieldTable<T> table) throws IOException {
    boolean object = object();
    if (object) {
      rest(filled, table);
    }
    return object;
  }

  /** As {@link #fields(Object, FieldTable)}, from where the cursor is inside an object. */
  public <T> void rest(T filled, FieldTable<T> table) throws IOException {
    for (String f = field(table); f != null; f = field(table)) {
      table.read(f, filled, this);
    }
  }

  /** As {@link #field()}, mostly without those that the table does not name. */
  private @Nullable String field(FieldTable<?> table) throws IOException {
    passUnread();
    String name = parser instanceof MessageParser message ? message.goTo(table.names()) : null;
    if (name == null) {
      return field();
    }
    token = parser.nextToken();
    return name;
  }

  /** Reads the one field of the current value that is wanted; null where it is missing. */
  public <T> @Nullable T field(String wanted, Value<T> reading) throws IOException {
    T value = null;
    for (String f = firstField(); f != null; f = field()) {
      if (f.equals(wanted)) {
        value = reading.read(this);
      }
    }
    return value;
  }

  /** Reads each element of the current value, if it is an array. */
  public <T> void elements(T reader, ElementOf<T> reading) throws IOException {
    boolean more = array();
    for (int i = 0; more && element(); i++) {
      reading.read(reader, i, this);
    }
  }

  /** Reads each element of the current value, if it is an array. */
  public void elements(Element reading) throws IOException {
    elements(reading, Element::read);
  }

  /** Reads those elements of the current value that the table names; false if it is no array. */
  public <T> boolean elements(T filled, ElementTable<T> table) throws IOException {
    boolean array = array();
    boolean more = array;
    for (int i = 0; more; i++) {
      FieldTable.Reading<T> reading = table.reading(i);
      more = (reading == null && passesElement()) || element();
      if (more && reading != null) {
        reading.read(filled, this);
      }
    }
    return array;
  }

  private boolean passesElement() throws IOException {
    passUnread();
    return parser instanceof MessageParser message && message.passElement();
  }

  private void passUnread() throws IOException {
    if (entered) {
      entered = false;
    } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      parser.skipChildren();
    }
    token = null;
  }

  /** Nothing may follow the value that was read. */
  public void end() throws IOException, MalformedException {
    if (parser.nextToken() != null) {
      throw new MalformedException("something follows the JSON object");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
