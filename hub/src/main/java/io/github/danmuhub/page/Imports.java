package io.github.danmuhub.page;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a module imports at once, and what that imports, and so on. */
final class Imports {
  private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom|\\bimport)\\s*\"([^\"\\s]+)\"");

  private Imports() {}

  /** Without the module itself. */
  static Set<String> of(String module, Assets assets) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> left = new ArrayDeque<>(Set.of(module));
    while (!left.isEmpty()) {
      String name = left.pop();
      for (String next : direct(name, assets)) {
        if (found.add(next)) {
          left.add(next);
        }
      }
    }
    found.remove(module);
    return found;
  }

  private static Set<String> direct(String name, Assets assets) {
    Asset asset = assets.find(name);
    if (asset == null) {
      return Set.of();
    }
    Matcher imports = IMPORT.matcher(asset.bytes().toString());
    return imports
        .results()
        .map(found -> target(name, found.group(1)))
        .filter(target -> target != null && assets.find(target) != null)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The asset that {@code specifier} means in {@code from}; null where it means none. */
  static @Nullable String target(String from, String specifier) {
    if (specifier.startsWith(".")) {
      return URI.create(from).resolve(specifier).toString();
    }
    for (Library library : Library.ALL) {
      if (specifier.equals(library.name())) {
        return library.asset(library.main());
      }
      if (specifier.startsWith(library.name() + "/")) {
        return library.asset(specifier.substring(library.name().length() + 1));
      }
    }
    return null;
  }
}
