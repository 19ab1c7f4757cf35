package io.github.danmuhub.feed.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoTree;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Protobuf without its schema ⇄ JSON whose keys are field numbers: what may be text is text, what
 * may be a message is an object, what comes twice is an array.
 */
final class ProtoJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ProtoJson() {}

  static JsonNode read(ByteBuffer message) throws MalformedException {
    return object(ProtoTree.read(message));
  }

  private static ObjectNode object(List<ProtoTree.Field> fields) {
    ObjectNode object = JSON.objectNode();
    for (ProtoTree.Field field : fields) {
      String key = Integer.toString(field.number());
      JsonNode before = object.get(key);
      if (before instanceof ArrayNode several) {
        several.add(value(field));
      } else if (before != null) {
        object.set(key, JSON.arrayNode().add(before).add(value(field)));
      } else {
        object.set(key, value(field));
      }
    }
    return object;
  }

  private static JsonNode value(ProtoTree.Field field) {
    if (field.wireType() != 2) {
      return JSON.numberNode(field.value());
    }
    if (field.text() != null) {
      return JSON.textNode(field.text());
    }
    return field.inner().isEmpty()
        ? JSON.textNode("(%d bytes)".formatted(field.value()))
        : object(field.inner());
  }

  static byte[] write(JsonNode json) {
    return writer(json).toBytes();
  }

  private static ProtoWriter writer(JsonNode json) {
    ProtoWriter out = new ProtoWriter();
    json.properties().forEach(field -> write(field.getKey(), field.getValue(), out));
    return out;
  }

  private static void write(String key, JsonNode value, ProtoWriter out) {
    int number = key.matches("[1-9]\\d{0,8}") ? Integer.parseInt(key) : 0;
    if (number == 0) {
      return;
    }
    if (value.isArray()) {
      value.forEach(one -> write(key, one, out));
    } else if (value.isObject()) {
      out.message(number, writer(value));
    } else if (value.isNumber() || value.isBoolean()) {
      out.varint(number, value.asLong());
    } else {
      out.string(number, value.asText());
    }
  }
}
