package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;

/**
 * One XML element after another, attributes first.
 *
 * <p>Readers end a value at a blank, so that one stands before {@code />}; and they fail over an
 * element without text, so that an empty text becomes a no-break space.
 */
final class XmlElements {
  private static final String NO_TEXT = "\u00a0";

  private final BufferedWriter out;

  XmlElements(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 14);
  }

  /** As it is. */
  XmlElements add(String xml) throws IOException {
    out.write(xml);
    return this;
  }

  XmlElements open(String element) throws IOException {
    out.write('<');
    out.write(element);
    return this;
  }

  XmlElements attribute(String name, String value) throws IOException {
    begin(name);
    XmlText.write(value, true, out);
    out.write('"');
    return this;
  }

  XmlElements attribute(String name, long value) throws IOException {
    begin(name);
    out.write(Long.toString(value));
    out.write('"');
    return this;
  }

  private void begin(String name) throws IOException {
    out.write(' ');
    out.write(name);
    out.write("=\"");
  }

  /** Seconds with three decimals. */
  XmlElements addSeconds(long ms) throws IOException {
    out.write(ms / 1_000 + "." + Long.toString(1_000 + ms % 1_000).substring(1));
    return this;
  }

  /** Without text. */
  void end() throws IOException {
    out.write(" />\n");
  }

  void end(String text, String element) throws IOException {
    String clean = CleanText.of(text);
    out.write('>');
    XmlText.write(clean.isEmpty() ? NO_TEXT : clean, false, out);
    out.write("</" + element + ">\n");
  }

  void flush() throws IOException {
    out.flush();
  }
}
