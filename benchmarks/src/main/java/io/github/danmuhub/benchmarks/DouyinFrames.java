package io.github.danmuhub.benchmarks;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import io.github.danmuhub.wire.ProtoWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A captured frame as if it had come later: the same messages with new ids and new combos. */
final class DouyinFrames {
  private static final int PAYLOAD = 8;
  private static final int MESSAGE_ID = 3;
  private static final int GROUP_ID = 11;
  private static final long FRESH = 1_000;

  /** What becomes of a field's bytes. */
  private interface Change {
    byte[] of(byte[] bytes) throws IOException, MalformedException;
  }

  private DouyinFrames() {}

  /** The {@code n}-th repetition of a PushFrame. */
  static byte[] again(byte[] frame, int n) throws IOException, MalformedException {
    Change message = bytes -> freshMessage(bytes, n);
    Change response = bytes -> changed(bytes, 1, message);
    return changed(frame, PAYLOAD, bytes -> gzip(response.of(gunzip(bytes))));
  }

  /** A PushFrame's payload as it is on the wire. */
  static ByteBuffer payload(byte[] frame) throws MalformedException {
    ProtoReader in = new ProtoReader(frame);
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == PAYLOAD) {
        return in.slice();
      }
      in.skip();
    }
    throw new MalformedException("the frame has no payload");
  }

  private static byte[] freshMessage(byte[] message, int n) throws IOException, MalformedException {
    boolean gift = method(message).equals("WebcastGiftMessage");
    ProtoWriter group = new ProtoWriter().varint(GROUP_ID, 1_776_000_000L + n);
    byte[] regrouped =
        gift ? changed(message, 2, payload -> joined(payload, group.toBytes())) : message;
    ProtoWriter id = new ProtoWriter().varint(MESSAGE_ID, id(message) + n * FRESH);
    return joined(regrouped, id.toBytes());
  }

  private static String method(byte[] message) throws MalformedException {
    ProtoReader in = new ProtoReader(message);
    String method = "";
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        method = in.string();
      } else {
        in.skip();
      }
    }
    return method;
  }

  private static long id(byte[] message) throws MalformedException {
    ProtoReader in = new ProtoReader(message);
    long id = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == MESSAGE_ID) {
        id = in.int64();
      } else {
        in.skip();
      }
    }
    return id;
  }

  /** Of two values of one field the last one counts. */
  private static byte[] joined(byte[] message, byte[] more) {
    ByteArrayOutputStream both = new ByteArrayOutputStream(message.length + more.length);
    both.writeBytes(message);
    both.writeBytes(more);
    return both.toByteArray();
  }

  private static byte[] changed(byte[] message, int wanted, Change change)
      throws IOException, MalformedException {
    ProtoWriter out = new ProtoWriter();
    ProtoReader in = new ProtoReader(message);
    for (int field = in.next(); field != 0; field = in.next()) {
      if (in.wireType() == 0) {
        out.varint(field, in.int64());
      } else {
        byte[] bytes = in.bytes();
        out.bytes(field, field == wanted ? change.of(bytes) : bytes);
      }
    }
    return out.toBytes();
  }

  private static byte[] gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
