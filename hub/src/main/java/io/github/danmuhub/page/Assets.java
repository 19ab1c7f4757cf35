package io.github.danmuhub.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that pages load, read once and packed. Immutable. */
final class Assets {
  private static final int BUILD_LENGTH = 12;

  private final Map<String, Asset> all = new TreeMap<>();
  private final String build;

  private Assets(Map<String, byte[]> files) {
    MessageDigest hash = sha256();
    files.forEach(
        (name, bytes) -> {
          hash.update(name.getBytes(StandardCharsets.UTF_8));
          hash.update(bytes);
          all.put(name, Asset.of(name, bytes));
        });
    build = HexFormat.of().formatHex(hash.digest()).substring(0, BUILD_LENGTH);
  }

  /**
   * Reads them.
   *
   * @throws UncheckedIOException where the jar is broken
   */
  static Assets read() {
    try {
      Map<String, byte[]> files = new TreeMap<>();
      OwnFiles.read(files);
      Words.read(files);
      for (Library library : Library.ALL) {
        library.read(files);
      }
      return new Assets(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes with any of them. */
  String build() {
    return build;
  }

  /** The address of an asset. */
  String path(String name) {
    return "/assets/" + build + "/" + name;
  }

  /** Null where there is none of that name. */
  @Nullable Asset find(String name) {
    return all.get(name);
  }

  Map<String, Asset> all() {
    return all;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
