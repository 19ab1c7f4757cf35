package io.github.danmuhub.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The words of the pages, out of the program's dictionaries. */
final class Words {
  /** What the pages speak. */
  static final List<String> LANGUAGES = List.of("en", "zh");

  private static final String OF_PAGES = "page.";

  /** What the hub tells pages by keys of its own: in their file these begin with {@code told.}. */
  private static final List<String> TOLD =
      List.of(
          "foreign",
          "library",
          "said",
          "list",
          "any",
          "act.",
          "decided.",
          "disk.",
          "file.",
          "gap.",
          "gate.",
          "listen.",
          "mqtt.",
          "obs.",
          "problem.",
          "recording.",
          "room.",
          "rooms.",
          "rule.",
          "rules.",
          "serial.",
          "takes.",
          "why.",
          "yaml.");

  private Words() {}

  /** Puts what pages say, in each language, among the assets. */
  static void read(Map<String, byte[]> into) throws IOException {
    for (String language : LANGUAGES) {
      String json = json(dictionary(language)).toString();
      into.put("text/" + language + ".json", json.getBytes(StandardCharsets.UTF_8));
    }
  }

  static Properties dictionary(String language) throws IOException {
    String name = "/io/github/danmuhub/text/messages_" + language + ".properties";
    InputStream file = Words.class.getResourceAsStream(name);
    if (file == null) {
      throw new IOException(name + " is missing in the jar");
    }
    Properties words = new Properties();
    try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  /** Those of pages without their prefix, which only tells them from the terminal's. */
  private static ObjectNode json(Properties words) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (String key : new TreeSet<>(words.stringPropertyNames())) {
      if (key.startsWith(OF_PAGES)) {
        json.put(key.substring(OF_PAGES.length()), words.getProperty(key));
      } else if (TOLD.stream().anyMatch(key::startsWith)) {
        json.put("told." + key, words.getProperty(key));
      }
    }
    return json;
  }
}
