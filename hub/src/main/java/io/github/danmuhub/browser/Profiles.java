package io.github.danmuhub.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles of the browsers that we launched, each a folder that only its owner may read, beside
 * a file that says which process of ours made it. Who was killed without a word left both behind,
 * and a Chromium that still runs: the next one to start finds and ends it.
 */
final class Profiles {
  private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);
  private static final String OWNER = ".owner";

  private final Path home;

  /**
   * @param home where they are kept
   */
  Profiles(Path home) {
    this.home = home;
  }

  /** In the user's folder for what may be lost. */
  static Path standard() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home", "."), ".cache")
            : Path.of(cache);
    return base.resolve("danmu").resolve("browsers");
  }

  /** A fresh one, owned by this process. */
  Path create() throws IOException {
    Files.createDirectories(home);
    Path profile = Files.createTempDirectory(home, "profile-");
    if (Files.getFileStore(profile).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(profile, PosixFilePermissions.fromString("rwx------"));
    }
    Files.writeString(owner(profile), mark(ProcessHandle.current()), UTF_8);
    return profile;
  }

  /** Ends what a process of ours left behind that is not there any more. */
  void sweep(Consumer<Phrase> say) {
    if (!Files.isDirectory(home)) {
      return;
    }
    try {
      for (Path profile : profiles()) {
        if (!isOwned(profile)) {
          sweep(profile, say);
        }
      }
    } catch (IOException e) {
      LOG.debug("the profiles changed while they were looked at", e); // by another of us
    }
  }

  private static void sweep(Path profile, Consumer<Phrase> say) {
    long ended = end(profile);
    delete(profile);
    if (ended > 0) {
      say.accept(Phrase.of("browser.left_over"));
    }
  }

  private List<Path> profiles() throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  /** A profile whose owner cannot be read is about to be made, or nobody's. */
  private static boolean isOwned(Path profile) throws IOException {
    Path owner = owner(profile);
    if (!Files.exists(owner)) {
      return System.currentTimeMillis() - Files.getLastModifiedTime(profile).toMillis() < 60_000;
    }
    String mark = Files.readString(owner, UTF_8);
    String pid = mark.split(" ", -1)[0];
    return pid.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(one -> mark(one).equals(mark)).isPresent();
  }

  /** Which process it is: a number alone is given to others later. */
  private static String mark(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
  }

  /** Ends all processes that name the profile on their command line; gives how many there were. */
  static long end(Path profile) {
    String name = profile.toString();
    List<ProcessHandle> left =
        ProcessHandle.allProcesses()
            .filter(
                process -> isOf(process, name) && process.pid() != ProcessHandle.current().pid())
            .toList();
    left.forEach(ProcessHandle::destroyForcibly);
    left.forEach(Profiles::awaitEnd);
    return left.size();
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("process {} does not end", process.pid(), e);
    }
  }

  private static boolean isOf(ProcessHandle process, String profile) {
    Optional<String[]> words = process.info().arguments();
    return words.isPresent() && Stream.of(words.get()).anyMatch(word -> word.contains(profile));
  }

  /** Removes it, as far as that can be done: a browser that is about to end may still write. */
  static void delete(Path profile) {
    for (int tries = 0; tries < 3 && Files.exists(profile); tries++) {
      try (Stream<Path> all = Files.walk(profile)) {
        all.sorted(Comparator.reverseOrder()).forEach(Profiles::remove);
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("the profile {} changed while it was removed", profile, e);
      }
    }
    if (!Files.exists(profile)) {
      remove(owner(profile));
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.debug("{} stays", path, e);
    }
  }

  private static Path owner(Path profile) {
    return profile.resolveSibling(profile.getFileName() + OWNER);
  }
}
