package io.github.danmuhub.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HAR 1.2 with Chrome's {@code _webSocketMessages}. Of an entry only what we need is read: of
 * headers no value that may be secret, and no cookies. Sockets are told apart by their place in the
 * file. It is read twice: a socket's URL stands after its messages.
 */
final class HarReader {
  private final Content content;
  private final CaptureSink sink;
  private final List<HarEntry> heads = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int number;

  private HarReader(Content content, CaptureSink sink) {
    this.content = content;
    this.sink = sink;
  }

  /** Whether the first object of the file has a {@code log}. */
  static boolean recognizes(Content content) {
    try (InputStream in = content.open();
        JsonParser json = JsonSource.parse(in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.currentName().equals("log")) {
          return true;
        }
        json.nextToken();
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  static void read(Content content, CaptureSink sink) throws IOException, MalformedException {
    new HarReader(content, sink).read();
  }

  private void read() throws IOException, MalformedException {
    String broken = pass(this::readHead);
    refuseWithoutMessages();
    pass(this::readEntry);
    if (!broken.isEmpty()) {
      sink.problem(broken);
    }
  }

  /** Firefox and Safari save handshakes, but nothing that came over the sockets. */
  private void refuseWithoutMessages() throws MalformedException {
    boolean sockets = heads.stream().anyMatch(HarEntry::isHandshake);
    if (sockets && heads.stream().noneMatch(HarEntry::hasMessages)) {
      throw new MalformedException(
          "the HAR names sockets but holds none of their messages: Firefox and Safari save none;"
              + " save it in Chrome or Edge, or record with danmu record --frames");
    }
  }

  private interface OnEntry {
    void read(JsonParser json) throws IOException;
  }

  /** Goes through the file; what breaks it, in words, or nothing. */
  private String pass(OnEntry entry) throws IOException {
    number = 0;
    try (InputStream in = content.open();
        JsonParser json = JsonSource.parse(in)) {
      json.nextToken();
      JsonSource.eachField(json, top -> readTop(json, top, entry));
      return "";
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return e instanceof JsonEOFException
          ? "the HAR is cut off in line " + line + ": what stood after that is missing"
          : "line " + line + ": not JSON: " + e.getOriginalMessage();
    }
  }

  private static void readTop(JsonParser json, String name, OnEntry entry) throws IOException {
    if (name.equals("log")) {
      JsonSource.eachField(json, field -> readLog(json, field, entry));
    } else {
      json.skipChildren();
    }
  }

  private static void readLog(JsonParser json, String name, OnEntry entry) throws IOException {
    if (name.equals("entries")) {
      JsonSource.eachItem(json, () -> entry.read(json));
    } else {
      json.skipChildren();
    }
  }

  /** The first pass: all but what is large. A file may end within an entry. */
  private void readHead(JsonParser json) throws IOException {
    HarEntry entry = new HarEntry(json, ++number);
    heads.add(entry);
    entry.readHead();
  }

  /** The second pass: the large parts, to the sink. */
  private void readEntry(JsonParser json) throws IOException {
    HarEntry head = heads.get(number++);
    int polls = places.computeIfAbsent(head.place(), place -> number);
    head.readMessages(json, polls, sink);
  }
}
