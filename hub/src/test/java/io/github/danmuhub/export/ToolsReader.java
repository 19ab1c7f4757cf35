package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads recorders' XML as danmaku_tools does: money and texts come out of {@code raw} alone, and
 * what has no text is passed over, all gifts and members with it.
 */
final class ToolsReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToolsReader() {}

  /** {@code d WORD-COUNT} of chat, {@code sc VALUE} of super chats, in 电池. */
  static List<String> read(String xml) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    NodeList children = document.getDocumentElement().getChildNodes();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element && isRead(element)) {
        lines.add(element.getTagName() + " " + value(element));
      }
    }
    return lines;
  }

  private static boolean isRead(Element element) {
    return List.of("d", "sc", "gift").contains(element.getTagName())
        && !element.getTextContent().isEmpty();
  }

  private static Object value(Element element) throws Exception {
    JsonNode raw = JSON.readTree(element.getAttribute("raw"));
    return element.getTagName().equals("d")
        ? raw.get(0).get(5).asText()
        : raw.get("price").asInt() / 10.0;
  }
}
