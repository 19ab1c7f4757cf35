package io.github.danmuhub.intake.xml;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.text.Phrase;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements below the root, and those of {@code metadata}. Where the parser stops, another goes
 * on at the next message: what lies between is lost, and counts as one. A document type is refused,
 * and nothing outside of the file is ever read. One thread.
 */
final class ResumingParser implements Closeable {
  /**
   * JDK 24 and later stop after so many references in a file, to {@code &} too. Without a document
   * type there are no others, and what one element may take is bounded by {@link GivenText}.
   */
  private static final List<String> UNLIMITED =
      List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityExpansionLimit");

  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
  private static final String NO_LIMIT = "0";

  private static final String NOTHING = "<i/>";

  /** Elements whose inner ones are items of their own. */
  private static final Set<String> FOLDERS = Set.of("i", "metadata");

  /** Style sheets: long, and not for us. */
  private static final String STYLE = "XmlStyle";

  /** So many characters a parser may be ahead of what it tells of. */
  private static final int TOO_FAR = 3;

  private static final XMLInputFactory PARSERS = parsers();

  private final String file;
  private final Reader text;
  private final GivenText given;
  private XMLStreamReader parser;
  private long done;
  private long begun = -1;

  /** Whether the parser reads again what the one before it stopped in, which may be all broken. */
  private boolean again;

  private long resumed = -1;
  private long broken;
  private long firstBroken;
  private boolean over;

  /**
   * @param file for people
   */
  ResumingParser(String file, Reader text) throws IOException {
    this.file = file;
    this.text = text;
    this.given = new GivenText(new CleanReader(text));
    this.parser = first();
  }

  /** Of the whole file; where not even its beginning is XML, from the first message on. */
  private XMLStreamReader first() throws IOException {
    try {
      return PARSERS.createXMLStreamReader(given.whole());
    } catch (XMLStreamException e) {
      broken = 1;
      firstBroken = 1;
      resumed = given.nextElement(0);
      over = resumed < 0;
      return parser(over ? new StringReader(NOTHING) : given.resumed(resumed));
    }
  }

  private static XMLInputFactory parsers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    UNLIMITED.forEach(limit -> factory.setProperty(LIMITS + limit, NO_LIMIT));
    return factory;
  }

  private static XMLStreamReader parser(Reader text) throws IOException {
    try {
      return PARSERS.createXMLStreamReader(text);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** The next one; null at the end. */
  @Nullable XmlItem next() throws IOException {
    while (!over) {
      try {
        XmlItem item = step();
        if (item != null) {
          return item;
        }
      } catch (XMLStreamException e) {
        goOn();
      }
    }
    return null;
  }

  private @Nullable XmlItem step() throws XMLStreamException, RecordingException {
    int event = parser.next();
    if (event == XMLStreamConstants.DTD) {
      throw new RecordingException(Phrase.of("intake.doctype", file));
    }
    over = event == XMLStreamConstants.END_DOCUMENT;
    boolean item =
        event == XMLStreamConstants.START_ELEMENT && !FOLDERS.contains(parser.getLocalName());
    return item ? item(parser.getLocalName()) : null;
  }

  private XmlItem item(String name) throws XMLStreamException {
    long line = parser.getLocation().getLineNumber();
    begun = given.tagEnd(position());
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      attributes.put(parser.getAttributeLocalName(i), parser.getAttributeValue(i));
    }
    String said = text(!name.endsWith(STYLE));
    done = given.tagEnd(position());
    begun = -1;
    given.forget(done);
    return new XmlItem(name, attributes, said, line);
  }

  /** Up to the end of the element, that of inner ones too. */
  private String text(boolean wanted) throws XMLStreamException {
    StringBuilder said = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (parser.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (XmlHead.MESSAGES.contains(parser.getLocalName())) {
            throw new XMLStreamException("an element has no end");
          }
          depth++;
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (wanted) {
            said.append(parser.getText());
          }
        }
        default -> {}
      }
    }
    return said.toString();
  }

  private long position() {
    int counted = parser.getLocation().getCharacterOffset();
    return resumed < 0 ? Integer.toUnsignedLong(counted) : GivenText.offset(resumed, counted);
  }

  private void goOn() throws IOException {
    if (given.isOver(done)) {
      over = true;
      broken += given.isBroken() ? 1 : 0;
      return;
    }
    boolean sameFault = again && done < resumed;
    if (!sameFault) {
      firstBroken = broken++ == 0 ? parser.getLocation().getLineNumber() : firstBroken;
    }
    long stopped = position() - TOO_FAR;
    resumed = given.nextElement(Math.max(begun < 0 ? done : begun, resumed + 1));
    again = begun < 0 && resumed < stopped;
    begun = -1;
    over = resumed < 0;
    if (!over) {
      given.drop(resumed);
      parser = parser(given.resumed(resumed));
    }
  }

  /** How many pieces of the file could not be read. */
  long broken() {
    return broken;
  }

  /** The line of the first of them; 0 where there is none. */
  long firstBroken() {
    return firstBroken;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
