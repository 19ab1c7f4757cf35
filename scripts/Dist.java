import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the downloads: {@code java scripts/Dist.java TARGET OUT}, where TARGET holds {@code
 * danmu.jar}, its dependencies in {@code licensed/} and its SBOM {@code bom.json}. The same jar
 * gives the same bytes.
 */
final class Dist {
  /** One operating system; {@code natives} finds its own among all native libraries. */
  private record Target(String name, Pattern natives) {
    Target(String name, String systems) {
      this(name, Pattern.compile("(^|/)(" + systems + ")[-/_]?[^/]*/.*", Pattern.CASE_INSENSITIVE));
    }
  }

  private static final List<Target> TARGETS =
      List.of(
          new Target("linux", "linux"),
          new Target("macos", "darwin|mac|osx"),
          new Target("windows", "win|windows"));

  private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");
  private static final Pattern WANTED_PROCESSOR =
      Pattern.compile("(?i).*(x86_64|amd64|x86-64|aarch64|arm64|armv8_64).*");
  private static final Pattern LICENCE =
      Pattern.compile("(?i)(META-INF/)?([^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*)(?<!\\.class)");

  /** Of every entry: a build has no date of its own. */
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private final Path target;
  private final Path out;
  private final String name;

  private Dist(Path target, Path out) throws IOException {
    this.target = target;
    this.out = out;
    try (JarFile jar = new JarFile(target.resolve("danmu.jar").toFile())) {
      String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
      this.name = "danmu-" + version;
    }
  }

  public static void main(String[] args) throws Exception {
    new Dist(Path.of(args[0]), Path.of(args[1])).make();
  }

  private void make() throws Exception {
    List<Path> made = new ArrayList<>();
    for (Target system : TARGETS) {
      Path jar = Files.createTempDirectory("danmu-dist").resolve("danmu.jar");
      slim(system, jar);
      made.add(zip(system, jar));
      if (isHere(system)) {
        image(system, jar).ifPresent(made::add);
      }
    }
    Path bom = out.resolve(name + ".bom.json");
    Files.write(bom, Files.readAllBytes(target.resolve("bom.json")));
    made.add(bom);
    Files.writeString(out.resolve("SHA256SUMS"), sums(made), UTF_8);
    made.forEach(file -> System.out.println(file.getFileName() + "  " + megabytes(file)));
  }

  /** The jar with the native libraries of one system, for the two processors that people have. */
  private void slim(Target system, Path to) throws IOException {
    try (ZipFile all = new ZipFile(target.resolve("danmu.jar").toFile());
        ZipOutputStream slim = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : all.stream().filter(each -> keeps(system, each.getName())).toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setLastModifiedTime(TIME);
        slim.putNextEntry(copy);
        try (InputStream bytes = all.getInputStream(entry)) {
          bytes.transferTo(slim);
        }
      }
    }
  }

  private static boolean keeps(Target system, String entry) {
    return !NATIVE.matcher(entry).matches()
        || system.natives().matcher(entry).find()
            && WANTED_PROCESSOR.matcher(entry).matches()
            && !entry.contains("Android");
  }

  private Path zip(Target system, Path jar) throws IOException {
    Path zip = out.resolve(name + "-" + system.name() + ".zip");
    Files.deleteIfExists(zip);
    try (FileSystem files = zipFile(zip)) {
      Path top = files.getPath("/" + name);
      add(jar, top.resolve("lib/danmu.jar"), "rw-r--r--");
      if (system.name().equals("windows")) {
        add(Path.of("danmu.cmd"), top.resolve("danmu.cmd"), "rwxr-xr-x");
      } else {
        add(Path.of("danmu"), top.resolve("danmu"), "rwxr-xr-x");
        add(Path.of("scripts/run.sh"), top.resolve("scripts/run.sh"), "rw-r--r--");
      }
      addPapers(top);
    }
    return zip;
  }

  private static FileSystem zipFile(Path zip) throws IOException {
    Map<String, Object> options = Map.of("create", "true", "enablePosixFileAttributes", true);
    return FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), options);
  }

  private static void add(Path from, Path to, String permissions) throws IOException {
    Files.createDirectories(to.getParent());
    Files.write(to, Files.readAllBytes(from));
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(permissions));
    Files.setLastModifiedTime(to, TIME);
  }

  /**
   * What belongs to every copy: our licence, how to begin, and the licences of all that is inside;
   * then the folders are dated, since each file that came in dated them anew.
   */
  private void addPapers(Path top) throws IOException {
    for (String paper : List.of("LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md")) {
      add(Path.of(paper), top.resolve(paper), "rw-r--r--");
    }
    try (Stream<Path> jars = Files.list(target.resolve("licensed"))) {
      for (Path jar : jars.sorted().toList()) {
        addLicences(jar, top.resolve("licences"));
      }
    }
    try (Stream<Path> folders = Files.walk(top).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        Files.setLastModifiedTime(folder, TIME);
      }
    }
  }

  private static void addLicences(Path jar, Path to) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().filter(each -> isLicence(each)).toList()) {
        Path paper = to.resolve(jar.getFileName().toString().replace(".jar", ""));
        Path copy = paper.resolve(Path.of(entry.getName()).getFileName().toString());
        Files.createDirectories(paper);
        Files.write(copy, file.getInputStream(entry).readAllBytes());
        Files.setLastModifiedTime(copy, TIME);
      }
    }
  }

  private static boolean isLicence(ZipEntry entry) {
    return !entry.isDirectory() && LICENCE.matcher(entry.getName()).matches();
  }

  private static boolean isHere(Target system) {
    String here = System.getProperty("os.name").toLowerCase().replace(" ", "");
    return here.startsWith(system.name());
  }

  /** An application with a Java of its own, where this Java can make one. */
  private Optional<Path> image(Target system, Path jar) throws Exception {
    Path jpackage = Path.of(System.getProperty("java.home"), "bin", "jpackage");
    if (!Files.isExecutable(jpackage)) {
      System.err.println("danmu: no jpackage beside this Java, so none is made that brings its own");
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("danmu-image");
    List<String> command =
        new ArrayList<>(List.of(jpackage.toString(), "--type", "app-image", "--name", "danmu"));
    command.addAll(List.of("--input", jar.getParent().toString(), "--main-jar", "danmu.jar"));
    command.addAll(List.of("--dest", folder.toString()));
    for (String option : List.of("-XX:+ExitOnOutOfMemoryError", "-Djdk.console=java.base")) {
      command.addAll(List.of("--java-options", option));
    }
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("jpackage failed: see above");
    }
    return Optional.of(packed(system, folder.resolve("danmu")));
  }

  private Path packed(Target system, Path image) throws IOException {
    String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
    Path zip = out.resolve(name + "-" + system.name() + "-" + processor + "-with-java.zip");
    Files.deleteIfExists(zip);
    try (FileSystem files = zipFile(zip);
        Stream<Path> all = Files.walk(image)) {
      Path top = files.getPath("/" + name);
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String mode = Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--";
        add(file, top.resolve(image.relativize(file).toString()), mode);
      }
      addPapers(top);
    }
    return zip;
  }

  private static String sums(List<Path> files) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      lines.add(HexFormat.of().formatHex(sum) + "  " + file.getFileName());
    }
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String megabytes(Path file) {
    return "%.1f MB".formatted(file.toFile().length() / 1e6);
  }
}
