package io.github.danmuhub.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;

/** Records of so many parts that whoever makes one by position mixes them up. */
public final class WideRecords {
  private WideRecords() {}

  /** Their names. */
  public static Set<String> above(int parts, JavaClasses classes) {
    Set<String> wide = new TreeSet<>();
    for (JavaClass each : classes) {
      if (each.isRecord() && parts(each) > parts) {
        wide.add(each.getName());
      }
    }
    return wide;
  }

  private static long parts(JavaClass record) {
    return record.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .count();
  }
}
