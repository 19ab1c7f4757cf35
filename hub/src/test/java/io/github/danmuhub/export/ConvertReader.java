package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads recorders' XML as strictly as DanmakuConvert: with a parser, and it dies over an attribute
 * that is absent or no integer, and over an empty text.
 */
final class ConvertReader {
  private ConvertReader() {}

  /** What it would print of each gift, member and super chat, and each chat message. */
  static List<String> read(String xml) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    List<String> lines = new ArrayList<>();
    for (Element d : all(document, "d")) {
      String[] p = needed(d, "p").split(",", -1);
      lines.add("d " + Double.parseDouble(p[0]) + " " + Integer.parseInt(p[1]) + " " + text(d));
    }
    for (Element gift : all(document, "gift")) {
      String what = needed(gift, "giftname") + " x" + integer(gift, "giftcount");
      lines.add(line(gift) + what + " " + integer(gift, "price"));
    }
    for (Element guard : all(document, "guard")) {
      String what = needed(guard, "giftname") + " x" + integer(guard, "count");
      lines.add(line(guard) + what + " " + integer(guard, "price"));
    }
    for (Element sc : all(document, "sc")) {
      Double.parseDouble(needed(sc, "time"));
      lines.add(line(sc) + "CNY " + integer(sc, "price") + " " + text(sc));
    }
    return lines;
  }

  private static List<Element> all(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String line(Element element) {
    Double.parseDouble(needed(element, "ts"));
    return element.getTagName() + " " + needed(element, "user") + " ";
  }

  private static int integer(Element element, String name) {
    return Integer.parseInt(needed(element, name));
  }

  private static String needed(Element element, String name) {
    if (!element.hasAttribute(name)) {
      throw new AssertionError(element.getTagName() + " without " + name);
    }
    return element.getAttribute(name);
  }

  private static String text(Element element) {
    if (element.getTextContent().isEmpty()) {
      throw new AssertionError(element.getTagName() + " without text");
    }
    return element.getTextContent();
  }
}
