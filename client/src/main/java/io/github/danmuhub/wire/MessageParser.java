package io.github.danmuhub.wire;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.JsonReadContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Jackson's parser, reused for every message, because creating one costs about 1 KB. Unread values
 * are skipped as bytes; if they look unusual, Jackson parses them. It holds no buffer between
 * messages. After an exception it must not be used again. Not thread-safe.
 */
final class MessageParser extends UTF8StreamJsonParser {
  /** Field names, shared by all rooms; a name read once is known to all later parsers (ADR 6). */
  private static final ByteQuadsCanonicalizer NAMES = ByteQuadsCanonicalizer.createRoot();

  private static final int NAME_FLAGS = JsonFactory.Feature.CANONICALIZE_FIELD_NAMES.getMask();

  private static final int NUMBER_LENGTH = 100;

  static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Bounds.JSON_DEPTH)
          .maxStringLength(Bounds.STRING)
          .maxNumberLength(NUMBER_LENGTH)
          .build();

  private static final byte[] NOTHING = new byte[0];

  private boolean learnt;

  private MessageParser(IOContext context) {
    super(
        context,
        JsonParser.Feature.collectDefaults(),
        null,
        null,
        NAMES.makeChild(NAME_FLAGS),
        NOTHING,
        0,
        0,
        0,
        false);
  }

  static MessageParser create() {
    return new MessageParser(
        new IOContext(
            CONSTRAINTS,
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            JsonRecyclerPools.threadLocalPool().acquireAndLinkPooled(),
            ContentReference.redacted(),
            false));
  }

  /** Starts with another message, backed by an array. */
  MessageParser read(ByteBuffer utf8) {
    _inputBuffer = utf8.array();
    _inputPtr = utf8.arrayOffset() + utf8.position();
    _inputEnd = _inputPtr + utf8.remaining();
    _currInputProcessed = 0;
    _currInputRow = 1;
    _currInputRowStart = _inputPtr;
    _currToken = null;
    _nextToken = null;
    _tokenIncomplete = false;
    _closed = false;
    JsonReadContext root = _parsingContext;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    root.reset(JsonReadContext.TYPE_ROOT, 1, 0);
    _parsingContext = root;
    return this;
  }

  /**
   * Whether it read field names that were new. Such a parser has its own copy of the name table by
   * now: create a new one, which shares the table again.
   */
  boolean learnt() {
    return learnt;
  }

  /** What is wanted of the string here, read where it lies if that can be. */
  <T> T string(StringReading<T> reading) throws IOException {
    StringReading.Raw<T> raw = reading.raw(_inputBuffer, _inputPtr, _inputEnd);
    if (_tokenIncomplete && raw.scan()) {
      _inputPtr = raw.after();
      _tokenIncomplete = false;
      return raw.found();
    }
    return reading.decoded(getTextCharacters(), getTextOffset(), getTextLength());
  }

  /** Jackson accepts control characters in base64, which JSON does not allow. */
  @Override
  public byte[] getBinaryValue(Base64Variant variant) throws IOException {
    boolean unusual =
        _tokenIncomplete
            && UnreadJson.string(_inputBuffer, _inputPtr, _inputEnd) == UnreadJson.UNUSUAL;
    if (unusual) {
      getTextLength(); // reads it as the string that it must be
    }
    return super.getBinaryValue(variant);
  }

  /** Skips the current object or array without making tokens of its content. */
  @Override
  public JsonParser skipChildren() throws IOException {
    boolean object = _currToken == JsonToken.START_OBJECT;
    if (!object && _currToken != JsonToken.START_ARRAY) {
      return this;
    }
    int after =
        object
            ? UnreadJson.object(_inputBuffer, _inputPtr, _inputEnd, room())
            : UnreadJson.array(_inputBuffer, _inputPtr, _inputEnd, room());
    if (after == UnreadJson.UNUSUAL) {
      return super.skipChildren();
    }
    _inputPtr = after;
    _parsingContext = _parsingContext.clearAndGetParent();
    _currToken = object ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    return this;
  }

  private int room() {
    return Bounds.JSON_DEPTH - _parsingContext.getNestingDepth();
  }

  /**
   * Goes to the object's next field that has one of these names and passes those before it as
   * bytes; null where the object ends, and where something looks unusual, which is Jackson's then.
   */
  @Nullable String goTo(FieldNames wanted) throws IOException {
    while (true) {
      int name = next() + 1;
      int quote = PlainRun.end(_inputBuffer, name, _inputEnd);
      if (!isAt(name - 1, '"') || !isAt(quote, '"') || !isAt(quote + 1, ':')) {
        return null;
      }
      String found = wanted.find(_inputBuffer, name, quote);
      if (found != null) {
        return begin(quote + 2) ? found : null;
      }
      if (!pass(quote + 2, '}')) {
        return null;
      }
    }
  }

  /** Makes the field's value the next token, if it is of a usual kind. */
  private boolean begin(int value) throws IOException {
    int first = UnreadJson.at(_inputBuffer, value, _inputEnd);
    boolean digit = first >= '0' && first <= '9';
    if (!digit && first != '"' && first != '{' && first != '[') {
      return false;
    }
    _parsingContext.expectComma(); // counts it
    _inputPtr = value + 1;
    _currToken = JsonToken.FIELD_NAME;
    _nextToken = digit ? _parseUnsignedNumber(first) : token(first);
    _tokenIncomplete = first == '"';
    _binaryValue = null;
    return true;
  }

  private static JsonToken token(int first) {
    return switch (first) {
      case '{' -> JsonToken.START_OBJECT;
      case '[' -> JsonToken.START_ARRAY;
      default -> JsonToken.VALUE_STRING;
    };
  }

  private boolean isAt(int at, char expected) {
    return UnreadJson.at(_inputBuffer, at, _inputEnd) == expected;
  }

  /** Passes the array's next element; false where it ends, or where something looks unusual. */
  boolean passElement() throws IOException {
    return pass(next(), ']');
  }

  /** Where the next member begins, if there is one and a comma stands where one must. */
  private int next() throws IOException {
    if (_tokenIncomplete) {
      _skipString();
    }
    boolean comma = UnreadJson.at(_inputBuffer, _inputPtr, _inputEnd) == ',';
    return comma == _parsingContext.hasCurrentIndex() ? _inputPtr + (comma ? 1 : 0) : _inputEnd;
  }

  private boolean pass(int value, char end) {
    int after = UnreadJson.value(_inputBuffer, value, _inputEnd, room());
    int follows = UnreadJson.at(_inputBuffer, after, _inputEnd);
    if (follows != ',' && follows != end) {
      return false;
    }
    _parsingContext.expectComma(); // counts it
    _inputPtr = after;
    return true;
  }

  /** Skips the rest of an unread string. */
  @Override
  protected void _skipString() throws IOException {
    int after = UnreadJson.string(_inputBuffer, _inputPtr, _inputEnd);
    if (after == UnreadJson.UNUSUAL) {
      super._skipString();
      return;
    }
    _inputPtr = after;
    _tokenIncomplete = false;
  }

  @Override
  public void close() throws IOException {
    learnt |= _symbols.maybeDirty();
    super.close();
    _inputBuffer = NOTHING;
    _byteArrayBuilder = null;
  }
}
