package io.github.danmuhub.wire;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
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
public final class JsonCursor implements Closeable {
  /** The digits that certainly fit into a long. */
  private static final int LONG_DIGITS = 18;

  private static final Base64Variant BASE64 = Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed();

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(MessageParser.CONSTRAINTS)
          .build();

  private final JsonParser parser;
  private @Nullable JsonToken token;
  private boolean entered;

  JsonCursor(JsonParser parser) throws IOException {
    this.parser = parser;
    token = parser.nextToken();
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

  /** The current value as text: a string, or a number's digits; null for anything else. */
  public @Nullable String text() throws IOException {
    return token == JsonToken.VALUE_STRING || isNumber() ? parser.getText() : null;
  }

  /** As {@link #text}, without a new string where it is {@code before} again. */
  public @Nullable String text(@Nullable String before) throws IOException {
    return before != null && isText(before) ? before : text();
  }

  private boolean isText(String expected) throws IOException {
    boolean told = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
    if (!told || parser.getTextLength() != expected.length()) {
      return false;
    }
    char[] text = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    for (int i = 0; i < expected.length(); i++) {
      if (text[offset + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #text}, with the empty text as null. */
  public @Nullable String words() throws IOException {
    return words(null);
  }

  /** As {@link #words()}, without a new string where it is {@code before} again. */
  public @Nullable String words(@Nullable String before) throws IOException {
    String text = text(before);
    return text == null || text.isEmpty() ? null : text;
  }

  /** The current value as an id: exact digits or a string; null where it is empty or nothing. */
  public @Nullable String id() throws IOException {
    return id(null);
  }

  /** As {@link #id()}, without a new string where it is {@code before} again. */
  public @Nullable String id(@Nullable String before) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT && isZero()) {
      return "0";
    }
    return token == JsonToken.VALUE_NUMBER_FLOAT ? null : words(before);
  }

  /** The current value as a whole number: a number or a string of digits; else 0. */
  public long number() throws IOException {
    return number(0);
  }

  /** As {@link #number()}, with {@code otherwise} for what is no number or beyond a long. */
  public long number(long otherwise) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return exact(otherwise);
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return (long) parser.getDoubleValue();
    }
    return token == JsonToken.VALUE_STRING ? digits(otherwise) : otherwise;
  }

  /** As {@link #number()}, but never beyond an int. */
  public int integer() throws IOException {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number()));
  }

  /** True for {@code true} and for any number but 0. */
  public boolean flag() throws IOException {
    return token == JsonToken.VALUE_TRUE || number() != 0;
  }

  /** What a reader of long strings wants of the current one; null where there is no string. */
  public <T> @Nullable T string(StringReading<T> reading) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      return null;
    }
    return parser instanceof MessageParser message
        ? message.string(reading)
        : reading.decoded(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** The current value as the bytes that it is base64 of. */
  public byte[] base64() throws IOException, MalformedException {
    if (token != JsonToken.VALUE_STRING) {
      throw new MalformedException("base64 text is missing");
    }
    return parser.getBinaryValue(BASE64);
  }

  /** Nothing may follow the value that was read. */
  public void end() throws IOException, MalformedException {
    if (parser.nextToken() != null) {
      throw new MalformedException("something follows the JSON object");
    }
  }

  /** "0", which means no user, is common: no new string is made for it. */
  private boolean isZero() throws IOException {
    return parser.getTextLength() == 1 && parser.getTextCharacters()[parser.getTextOffset()] == '0';
  }

  private boolean isNumber() {
    return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
  }

  private long exact(long otherwise) throws IOException {
    try {
      return parser.getLongValue();
    } catch (InputCoercionException beyondLong) {
      return otherwise;
    }
  }

  private long digits(long otherwise) throws IOException {
    char[] text = parser.getTextCharacters();
    int at = parser.getTextOffset();
    int end = at + parser.getTextLength();
    boolean negative = at < end && text[at] == '-';
    at += negative ? 1 : 0;
    if (at == end || end - at > LONG_DIGITS) {
      return otherwise;
    }
    long value = 0;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
