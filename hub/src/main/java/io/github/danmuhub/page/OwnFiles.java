package io.github.danmuhub.page;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The modules, styles and pictures that stand beside this class, in the jar or in a folder. */
final class OwnFiles {
  /** One that is there in any case: it tells where the others are. */
  private static final String ONE = "tokens.css";

  private OwnFiles() {}

  /** Puts all of them among the assets, by their path below this package. */
  static void read(Map<String, byte[]> into) throws IOException {
    URL one = OwnFiles.class.getResource(ONE);
    if (one == null) {
      throw new IOException(ONE + " is missing in the jar");
    }
    try {
      if (one.openConnection() instanceof JarURLConnection jar) {
        readJar(Path.of(jar.getJarFileURL().toURI()), jar.getEntryName(), into);
      } else {
        readFolder(folder(Path.of(one.toURI())), into);
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static void readJar(Path jar, String entry, Map<String, byte[]> into) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      readFolder(folder(files.getPath(entry)), into);
    }
  }

  private static Path folder(Path file) {
    return requireNonNull(file.getParent());
  }

  private static void readFolder(Path folder, Map<String, byte[]> into) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).filter(OwnFiles::isAsset).toList();
      for (Path file : files) {
        into.put(name(folder, file), Files.readAllBytes(file));
      }
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isAsset(Path file) {
    return file.toString().matches(".*\\.(js|css|svg|json)");
  }
}
