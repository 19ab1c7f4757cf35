package io.github.danmuhub.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HAR 1.2 with Chrome's {@code _webSocketMessages}. Of an entry only what we need is read: headers
 * and cookies never. Sockets are told apart by their place in the file; everything is sorted by
 * time.
 */
final class HarReader {
  private final JsonParser json;
  private final List<CaptureEntry> entries = new ArrayList<>();
  private final Entries result = new Entries();
  private final Map<String, Integer> places = new HashMap<>();
  private int number;

  private HarReader(JsonParser json) {
    this.json = json;
  }

  /** Whether the first object of the file has a {@code log}. */
  static boolean recognizes(byte[] content) {
    try (JsonParser json = JsonSource.parse(content, 0, content.length)) {
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

  static Capture read(byte[] content) throws MalformedException {
    try (JsonParser json = JsonSource.parse(content, 0, content.length)) {
      return new HarReader(json).read();
    } catch (IOException e) {
      throw new MalformedException("the HAR cannot be read: " + e.getMessage());
    }
  }

  private Capture read() throws IOException, MalformedException {
    try {
      json.nextToken();
      JsonSource.eachField(json, this::readTop);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      result.problem("line " + line + ": not JSON: " + e.getOriginalMessage());
    }
    entries.sort(Comparator.comparingLong(CaptureEntry::time));
    entries.forEach(result::add);
    return result.toCapture();
  }

  private void readTop(String name) throws IOException {
    if (name.equals("log")) {
      JsonSource.eachField(json, this::readLog);
    } else {
      json.skipChildren();
    }
  }

  private void readLog(String name) throws IOException {
    if (name.equals("entries")) {
      JsonSource.eachItem(json, this::readEntry);
    } else {
      json.skipChildren();
    }
  }

  private void readEntry() throws IOException {
    HarEntry entry = HarEntry.read(json, ++number);
    int polls = places.computeIfAbsent(entry.place(), place -> number);
    entries.addAll(entry.toCapture(polls, result));
  }
}
