package io.github.danmuhub.testing;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files of one package that need each other in a circle: none can be read without all the others.
 */
public final class Circles {
  private Circles() {}

  /** Package to its largest circle of files; only those of more than {@code most} files. */
  public static Map<String, NavigableSet<String>> above(int most, JavaClasses classes) {
    Map<String, Map<String, NavigableSet<String>>> packages = new TreeMap<>();
    classes.forEach(one -> add(one, packages));
    Map<String, NavigableSet<String>> circles = new TreeMap<>();
    packages.forEach(
        (name, files) -> {
          NavigableSet<String> largest = largest(files);
          if (largest.size() > most) {
            circles.put(name, largest);
          }
        });
    return circles;
  }

  private static void add(JavaClass one, Map<String, Map<String, NavigableSet<String>>> packages) {
    String file = file(one);
    NavigableSet<String> needs =
        packages
            .computeIfAbsent(one.getPackageName(), unused -> new TreeMap<>())
            .computeIfAbsent(file, unused -> new TreeSet<>());
    one.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass())
        .filter(target -> target.getPackageName().equals(one.getPackageName()))
        .map(Circles::file)
        .filter(other -> !other.equals(file))
        .forEach(needs::add);
  }

  /** The file that declares it: the outermost class. */
  private static String file(JavaClass one) {
    String name = one.getBaseComponentType().getName();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    int dollar = simple.indexOf('$');
    return dollar < 0 ? simple : simple.substring(0, dollar);
  }

  private static NavigableSet<String> largest(Map<String, NavigableSet<String>> files) {
    Map<String, NavigableSet<String>> reached = new HashMap<>();
    files.keySet().forEach(file -> reached.put(file, reach(file, files)));
    NavigableSet<String> largest = new TreeSet<>();
    for (String file : files.keySet()) {
      NavigableSet<String> circle =
          reached.getOrDefault(file, new TreeSet<>()).stream()
              .filter(other -> reached.getOrDefault(other, new TreeSet<>()).contains(file))
              .collect(toCollection(TreeSet::new));
      if (circle.size() > largest.size()) {
        largest = circle;
      }
    }
    return largest;
  }

  private static NavigableSet<String> reach(String from, Map<String, NavigableSet<String>> files) {
    NavigableSet<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(files.getOrDefault(from, new TreeSet<>()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next)) {
        open.addAll(files.getOrDefault(next, new TreeSet<>()));
      }
    }
    return seen;
  }
}
