package io.github.danmuhub.feed.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.feed.decode.Chain;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.yaml.YamlFile;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the frames are unpacked, found by trying.
 *
 * @param steps as in a file
 * @param messages where the messages are
 * @param found the messages
 */
record Packing(String steps, String messages, List<JsonNode> found) {
  private static final List<String> TRIED =
      List.of(
          "[json]",
          "[gunzip, json]",
          "[inflate, json]",
          "[brotli, json]",
          "[{skip: '42'}, json]",
          "[lines, json]",
          "[base64, json]",
          "[protobuf-raw]");

  Packing {
    found = List.copyOf(found);
  }

  /** The way by which most frames can be read, if that is half of them. */
  static Optional<Packing> of(List<Message> received) {
    Packing best = null;
    int most = 0;
    for (String steps : TRIED) {
      Chain chain = Chain.of(YamlFile.parse("draft", steps), JsonPath.ROOT);
      List<JsonNode> roots = new ArrayList<>();
      int read = read(received, chain, roots);
      if (read > most) {
        most = read;
        best = of(steps, roots);
      }
    }
    return most * 2 >= received.size() ? Optional.ofNullable(best) : Optional.empty();
  }

  private static int read(List<Message> received, Chain chain, List<JsonNode> roots) {
    Decompressors tools = new Decompressors();
    int read = 0;
    for (Message message : received) {
      try {
        List<JsonNode> found = chain.decode(ByteBuffer.wrap(message.bytes().toBytes()), tools);
        found.stream().filter(JsonNode::isContainerNode).forEach(roots::add);
        read += found.stream().anyMatch(JsonNode::isContainerNode) ? 1 : 0;
      } catch (MalformedException otherwise) {
        // packed in another way
      }
    }
    return read;
  }

  /** Messages stand in the list of objects that most frames have, or are the frames themselves. */
  private static Packing of(String steps, List<JsonNode> roots) {
    for (String key : List.of("data", "list", "messages", "msgs", "items", "result", "events")) {
      JsonPath path = JsonPath.of("$." + key + "[*]");
      List<JsonNode> inner = new ArrayList<>();
      roots.forEach(root -> inner.addAll(path.all(root)));
      long lists = roots.stream().filter(root -> root.path(key).isArray()).count();
      if (lists * 2 >= roots.size() && inner.stream().anyMatch(JsonNode::isObject)) {
        return new Packing(steps, path.toString(), inner);
      }
    }
    return new Packing(steps, "$", roots);
  }
}
