package io.github.danmuhub.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A library for browsers, out of its WebJar.
 *
 * @param name as modules import it
 * @param artifact of {@code org.webjars.npm}
 * @param main what its bare name means
 * @param files those that pages load, {@code main} among them
 */
record Library(String name, String artifact, String main, List<String> files) {
  /** The table of libraries. */
  static final List<Library> ALL =
      List.of(
          new Library(
              "lit",
              "lit",
              "index.js",
              List.of("index.js", "directives/repeat.js", "directives/live.js")),
          new Library(
              "lit-html",
              "lit-html",
              "lit-html.js",
              List.of(
                  "lit-html.js",
                  "is-server.js",
                  "directive.js",
                  "directive-helpers.js",
                  "directives/repeat.js",
                  "directives/live.js")),
          new Library("lit-element", "lit-element", "lit-element.js", List.of("lit-element.js")),
          new Library(
              "@lit/reactive-element",
              "lit__reactive-element",
              "reactive-element.js",
              List.of("reactive-element.js", "css-tag.js")),
          new Library(
              "uplot",
              "uplot",
              "dist/uPlot.esm.js",
              List.of("dist/uPlot.esm.js", "dist/uPlot.min.css")));

  /** Where an asset of this library is. */
  String asset(String file) {
    return "lib/" + artifact + "/" + file;
  }

  /** Puts its files among the assets. */
  void read(Map<String, byte[]> into) throws IOException {
    String folder = "/META-INF/resources/webjars/" + artifact + "/" + version() + "/";
    for (String file : files) {
      into.put(asset(file), bytes(folder + file));
    }
  }

  /** The pom decides it, and its jar tells it. */
  private String version() throws IOException {
    Properties pom = new Properties();
    String file = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
    try (InputStream in = open(file)) {
      pom.load(in);
    }
    return pom.getProperty("version", "");
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Library.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException(resource + " is missing in the jar");
    }
    return in;
  }
}
