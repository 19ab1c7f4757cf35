package io.github.danmuhub;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files of one package that need each other in a circle. A file is a top-level class with what is
 * nested in it; a circle of two or three says one thing in several files, a larger one is a knot.
 */
final class Circles {
  private final Map<String, Set<String>> sees;
  private final Deque<String> path = new ArrayDeque<>();
  private final Map<String, Integer> number = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Set<String>> found = new ArrayList<>();

  private Circles(Map<String, Set<String>> sees) {
    this.sees = sees;
  }

  /** Those of a package, in no order. A file that stands in none is one by itself. */
  static List<Set<String>> in(JavaClasses classes, String room) {
    Circles circles = new Circles(files(classes, room));
    circles.sees.keySet().forEach(circles::visitOnce);
    return circles.found;
  }

  private static Map<String, Set<String>> files(JavaClasses classes, String room) {
    Map<String, Set<String>> files = new TreeMap<>();
    for (JavaClass each : classes) {
      if (each.getPackageName().equals(room)) {
        Set<String> seen = files.computeIfAbsent(file(each), name -> new TreeSet<>());
        each.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(target -> target.getPackageName().equals(room))
            .forEach(target -> seen.add(file(target)));
      }
    }
    return files;
  }

  private static String file(JavaClass each) {
    return each.getName().substring(each.getPackageName().length() + 1).replaceAll("\\$.*", "");
  }

  private void visitOnce(String file) {
    if (!number.containsKey(file)) {
      visit(file);
    }
  }

  /** Tarjan's strongly connected components. */
  private void visit(String file) {
    number.put(file, number.size());
    lowest.put(file, number.get(file));
    path.push(file);
    onPath.add(file);
    for (String next : sees.getOrDefault(file, Set.of())) {
      visitOnce(next);
      if (onPath.contains(next)) {
        lowest.merge(file, lowest.get(next), Math::min);
      }
    }
    if (lowest.get(file).equals(number.get(file))) {
      leave(file);
    }
  }

  private void leave(String first) {
    Set<String> circle = new TreeSet<>();
    do {
      circle.add(path.peek());
      onPath.remove(path.peek());
    } while (!path.pop().equals(first));
    found.add(circle);
  }
}
