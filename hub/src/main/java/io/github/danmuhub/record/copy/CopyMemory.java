package io.github.danmuhub.record.copy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What a reader of a {@link CopyPlan} remembers at its cursor, on one line of JSON.
 *
 * @param files where each open file stands, by the name that the plan gave it
 */
record CopyMemory(List<RoomMemory> rooms, Map<String, Written> files) {
  /**
   * A file on the disk.
   *
   * @param name may have a number more than the plan knows
   * @param bytes of it that are known to be whole
   */
  record Written(String name, long bytes) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  /** Of the very first start. */
  private static final CopyMemory NOTHING = new CopyMemory(List.of(), Map.of());

  static CopyMemory read(String text) throws IOException {
    if (text.isBlank()) {
      return NOTHING;
    }
    try {
      return JSON.readValue(text, CopyMemory.class);
    } catch (JsonProcessingException e) {
      throw new IOException("its cursor's file is damaged: remove it to begin anew", e);
    }
  }

  String text() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
