package io.github.danmuhub.server.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.FramedText;
import io.github.danmuhub.server.door.Json;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events on their way out, in the form of each door. Made once for all readers at the same
 * place; on the loop only.
 *
 * <pre>
 * {"v":1,"type":"events","cursor":"…","events":[ gap?, event, … ]}
 * gap: {"v":1,"type":"gap","missed":N,"why":"…"}, without missed where nobody knows
 * </pre>
 */
final class Batch {
  private static final String WHY = "these events are no longer, or not, in the hub's window";

  private final EventLog log;
  private final Page page;
  private @Nullable String json;
  private @Nullable FramedText framed;
  private boolean kept;
  private @Nullable Buffer sse;

  Batch(EventLog log, Page page) {
    this.log = log;
    this.page = page;
  }

  static Batch empty(EventLog log, long position) {
    return new Batch(log, new Page(0, List.of(), position, false));
  }

  Page page() {
    return page;
  }

  Cursor cursor() {
    return log.cursor(page.next());
  }

  /** The same, after {@code skipped} events that the reader was not sent. */
  Batch after(long skipped) {
    Page late = new Page(page.missed() + skipped, page.entries(), page.next(), page.more());
    return skipped == 0 ? this : new Batch(log, late);
  }

  /** It is kept for others who come to the same place; so are its frames, until it is dropped. */
  void keep() {
    kept = true;
  }

  void drop() {
    kept = false;
    if (framed != null) {
      framed.close();
      framed = null;
    }
  }

  /** As one text message. */
  void writeTo(DoorSocket socket) {
    try (FramedText text = framed()) {
      socket.write(text);
    }
  }

  /** The caller closes it. */
  private FramedText framed() {
    FramedText made = framed;
    if (made != null) {
      return made.share();
    }
    made = FramedText.of(toJson().getBytes());
    if (kept) {
      framed = made.share();
    }
    return made;
  }

  /** For polls. */
  String json() {
    String made = json;
    if (made == null) {
      made = toJson().toString(UTF_8);
      json = made;
    }
    return made;
  }

  private Buffer toJson() {
    Buffer out = Buffer.buffer(64 + bytes());
    out.appendString("{\"v\":1,\"type\":\"events\",\"cursor\":\"" + cursor() + "\",\"events\":[");
    String comma = "";
    if (page.missed() > 0) {
      out.appendString(gap(page.missed()));
      comma = ",";
    }
    for (Entry entry : page.entries()) {
      out.appendString(comma).appendBytes(entry.json());
      comma = ",";
    }
    return out.appendString("]}");
  }

  /** For SSE: each event with the cursor as its id, so that a browser resumes by itself. */
  Buffer sse() {
    Buffer made = sse;
    if (made == null) {
      made = toSse();
      sse = made;
    }
    return made;
  }

  private Buffer toSse() {
    Buffer out = Buffer.buffer(bytes() * 2);
    if (page.missed() > 0) {
      long before = page.entries().isEmpty() ? page.next() : page.entries().get(0).seq() - 1;
      out.appendString("id: " + log.cursor(before) + "\ndata: " + gap(page.missed()) + "\n\n");
    }
    for (Entry entry : page.entries()) {
      out.appendString("id: " + log.cursor(entry.seq()) + "\ndata: ");
      out.appendBytes(entry.json()).appendString("\n\n");
    }
    return out;
  }

  private int bytes() {
    return page.entries().stream().mapToInt(entry -> entry.json().length + 40).sum();
  }

  static String gap(long missed) {
    ObjectNode gap = Json.message("gap");
    if (missed < Page.UNKNOWN) {
      gap.put("missed", missed);
    }
    return gap.put("why", WHY).toString();
  }

  /** A gap of unknown size, as a message of SSE. */
  static String sseGap(String why) {
    return "data: " + Json.message("gap").put("why", why) + "\n\n";
  }
}
