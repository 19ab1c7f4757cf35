package io.github.danmuhub.platform.douyin.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields around the messages of a {@code Response}, as far as they can be read: one broken
 * field must cost neither the ack nor the cursor. They are read before the messages, since {@code
 * need_ack} comes after them, and the ack must leave first.
 *
 * @param response a field that cannot be read is as if it were absent
 * @param broken the first thing that cannot be read, in words; null where all can
 */
public record DouyinResponseHead(DouyinResponse response, @Nullable String broken) {

  /** Reads over the messages; {@link DouyinResponseCodec#messages} reads them. */
  public static DouyinResponseHead read(ByteBuffer response) {
    Fields fields = new Fields();
    ProtoReader in = new ProtoReader(response);
    try {
      for (int field = in.next(); field != 0; field = in.next()) {
        fields.read(field, in);
      }
    } catch (MalformedException e) {
      fields.report(e.why());
    }
    return fields.head();
  }

  /** What is read so far. */
  private static final class Fields {
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private static final int ROUTE_PARAMS = 64;

    private final Map<String, String> routeParams = new HashMap<>();
    private final String[] servers = {"", "", ""};
    private String cursor = "";
    private long interval;
    private long now;
    private String internalExt = "";
    private boolean needAck;
    private @Nullable String broken;

    void report(String why) {
      broken = broken == null ? why : broken;
    }

    /** A field of another wire type than it should have can be skipped like any other. */
    void read(int field, ProtoReader in) throws MalformedException {
      int wireType = wireType(field, in.wireType());
      if (in.wireType() != wireType) {
        report(
            "protobuf field %d has wire type %d instead of %d"
                .formatted(field, in.wireType(), wireType));
        in.skip();
        return;
      }
      switch (field) {
        case 2 -> cursor = text("cursor", in);
        case 3 -> interval = in.int64();
        case 4 -> now = in.int64();
        case 5 -> internalExt = text("internal_ext", in);
        case 7 -> readRouteParam(in);
        case 9 -> needAck = in.bool();
        case 10 -> servers[1] = text("push_server", in);
        case 13 -> servers[2] = text("proxy_server", in);
        case 14 -> servers[0] = text("push_server_v2", in);
        default -> in.skip();
      }
    }

    private static int wireType(int field, int other) {
      return switch (field) {
        case 2, 5, 7, 10, 13, 14 -> BYTES;
        case 3, 4, 9 -> VARINT;
        default -> other;
      };
    }

    /** All of these go back to the platform in a URL. */
    private String text(String name, ProtoReader in) throws MalformedException {
      ByteBuffer utf8 = in.slice();
      if (utf8.remaining() > DouyinCursor.LONGEST) {
        report(name + " is longer than " + DouyinCursor.LONGEST + " bytes");
        return "";
      }
      int from = utf8.arrayOffset() + utf8.position();
      return new String(utf8.array(), from, utf8.remaining(), UTF_8);
    }

    private void readRouteParam(ProtoReader in) throws MalformedException {
      int outer = in.enter();
      try {
        routeParam(in);
      } catch (MalformedException e) {
        report(e.why());
      }
      in.leave(outer);
    }

    private void routeParam(ProtoReader in) throws MalformedException {
      String key = "";
      String value = "";
      for (int field = in.next(); field != 0; field = in.next()) {
        switch (field) {
          case 1 -> key = text("name of a route_param", in);
          case 2 -> value = text("route_param", in);
          default -> in.skip();
        }
      }
      if (!key.isEmpty() && routeParams.size() < ROUTE_PARAMS) {
        routeParams.put(key, value);
      }
    }

    DouyinResponseHead head() {
      DouyinResponse response =
          new DouyinResponse(cursor, interval, now, internalExt, routeParams, needAck, server());
      return new DouyinResponseHead(response, broken);
    }

    private String server() {
      for (String server : servers) {
        if (!server.isEmpty()) {
          return server;
        }
      }
      return "";
    }
  }
}
