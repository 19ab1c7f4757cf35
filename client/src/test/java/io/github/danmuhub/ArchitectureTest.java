package io.github.danmuhub;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.danmuhub.testing.Circles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of ARCHITECTURE.md. A red test here means that a room took what is not its own. */
class ArchitectureTest {
  private static final String ROOT = "io.github.danmuhub.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages("io.github.danmuhub");

  /** What any room may use. */
  private static final List<String> EVERYWHERE =
      List.of(
          "java.lang..",
          "java.util..",
          "java.nio..",
          "java.time..",
          "java.net",
          "java.io",
          "java.security..",
          "java.math",
          "java.text",
          "org.jspecify..",
          "");

  private record Rule(String room, List<String> imports) {}

  private static Rule room(String name, String... imports) {
    return new Rule(name, List.of(imports));
  }

  /** A room of a platform: its line is the SPI's, and {@code own} rooms of the same platform. */
  private static Rule platform(String name, String... own) {
    List<String> imports =
        new ArrayList<>(
            List.of("platform", "platform.http", "event", "wire", "com.fasterxml.jackson.core.."));
    imports.addAll(List.of(own));
    return new Rule("platform." + name, imports);
  }

  private static final List<Rule> ROOMS =
      List.of(
          room("event"),
          room("event.json", "event", "com.fasterxml.jackson.core.."),
          room(
              "wire",
              "com.aayushatharva.brotli4j..",
              "org.brotli..",
              "com.fasterxml.jackson.core.."),
          room("script", "event"),
          room("platform", "platform.http", "event", "wire"),
          room("platform.http", "event"),
          room("platform.dissect", "platform", "event", "wire"),
          room("platform.site", "platform", "platform.http", "event", "wire", "script"),
          room(
              "transport",
              "platform",
              "platform.http",
              "wire",
              "event",
              "io.vertx..",
              "io.netty..",
              "javax.net..",
              "org.slf4j.."),
          room(
              "connection",
              "platform",
              "platform.http",
              "transport",
              "event",
              "wire",
              "org.slf4j.."),
          room("stream", "event", "org.slf4j.."),
          room("capture.pcap", "wire"),
          room(
              "capture",
              "capture.pcap",
              "event",
              "wire",
              "platform",
              "platform.http",
              "com.fasterxml.jackson.core.."),
          room(
              "simulator",
              "platform",
              "platform.http",
              "platform.site",
              "transport",
              "capture",
              "event",
              "wire",
              "org.slf4j.."));

  private static final String[] SHARED_BY_PLATFORMS = {
    ROOT + "platform.http", ROOT + "platform.dissect", ROOT + "platform.site"
  };

  /** What the front door puts together: every room but the platforms' own. */
  private static final List<String> FRONT_DOOR =
      List.of(
          "platform",
          "platform.http",
          "transport",
          "connection",
          "stream",
          "event",
          "wire",
          "org.slf4j..");

  /**
   * Inside a platform: the door sees all, packet and json see nothing of it, the other rooms the
   * packets; messages are read with json.
   */
  private static Stream<Rule> roomsOf(String name) {
    return Stream.of(
        platform(
            name + "..",
            ROOT + "platform." + name + "..",
            "platform.dissect",
            "platform.site",
            "script"),
        platform(name + ".packet"),
        platform(name + ".json"),
        platform(name + ".page", "platform." + name + ".packet"),
        platform(name + ".message", "platform." + name + ".packet", "platform." + name + ".json"),
        platform(
            name + ".site",
            "platform." + name + ".packet",
            "platform." + name + ".message",
            "platform.site",
            "script"));
  }

  @TestFactory
  Stream<DynamicTest> aRoomImportsOnlyWhatItsLineAllows() {
    return Stream.concat(
            ROOMS.stream(),
            Stream.of("bilibili", "douyin", "huya").flatMap(ArchitectureTest::roomsOf))
        .map(rule -> DynamicTest.dynamicTest(rule.room(), () -> check(rule)));
  }

  @Test
  void theFrontDoorKnowsNoPlatformByName() {
    check("io.github.danmuhub", FRONT_DOOR);
  }

  private static void check(Rule rule) {
    check(ROOT + rule.room(), rule.imports());
  }

  private static void check(String itself, List<String> imports) {
    List<String> allowed = new ArrayList<>(EVERYWHERE);
    allowed.add(itself);
    for (String room : imports) {
      allowed.add(room.contains(".") && room.endsWith("..") ? room : ROOT + room);
    }
    classes()
        .that()
        .resideInAPackage(itself)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.danmuhub.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** But for events: a sealed interface, its visitor and its records. */
  @Test
  void noMoreThanThreeFilesOfARoomStandInACircle() {
    Set<String> above = new TreeSet<>(Circles.above(3, CLASSES).keySet());
    assertThat(above).containsExactly(ROOT + "event");
  }

  @Test
  void pureRoomsDoNoIoStartNoThreadAndReadNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "event..", ROOT + "wire..", ROOT + "script..", ROOT + "platform..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.(Thread|ProcessBuilder|Runtime)"
                + "|java\\.util\\.concurrent\\.(Executors?|.*Executor.*|ForkJoinPool|ThreadLocalRandom)"
                + "|java\\.util\\.Timer|java\\.time\\.Clock|java\\.net\\.(Socket|URL|URLConnection)"
                + "|java\\.nio\\.file\\..*|java\\.nio\\.channels\\..*|java\\.io\\.File.*")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(CLASSES);
  }

  @Test
  void aPlatformNeverKnowsAnother() {
    slices()
        .matching("io.github.danmuhub.platform.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED_BY_PLATFORMS))
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
