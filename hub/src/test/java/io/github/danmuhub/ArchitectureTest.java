package io.github.danmuhub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.danmuhub.testing.Circles;
import io.github.danmuhub.testing.WideRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The hub's rooms know the client and themselves; only {@code cli} knows them all. */
class ArchitectureTest {
  private static final String ROOT = "io.github.danmuhub.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(
              location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
          .importPackages("io.github.danmuhub");

  private static final List<String> ROOMS =
      List.of(
          "app", "log", "record", "intake", "export", "stats", "server", "inspect", "doctor",
          "cookie", "secret", "yaml", "rule", "device", "page", "browser", "rpc", "feed", "cli");

  private static final String[] SHARED_BY_PLATFORMS = {
    ROOT + "platform.http", ROOT + "platform.dissect", ROOT + "platform.site"
  };

  /** Of the server a part sees what doors are made of, by a rule of its own below. */
  private static final List<String> PART = List.of("app", "log", "server");

  private record Rule(String room, List<String> maySee) {}

  /** A recording is read in one place, so those who work on recordings may see {@code record}. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("app", List.of()),
          new Rule("log", List.of()),
          new Rule("record", List.of("app", "log", "secret")),
          new Rule("intake", List.of("record", "log")),
          new Rule("export", List.of("record", "log")),
          new Rule("stats", List.of("record", "log")),
          new Rule("server", List.of("app", "log")),
          new Rule("inspect", List.of()),
          new Rule("doctor", List.of()),
          new Rule("cookie", List.of()),
          new Rule("secret", List.of()),
          new Rule("yaml", List.of()),
          new Rule("rule", List.of("app", "log", "server", "yaml")),
          new Rule("device", List.of("app", "log", "server", "rule", "secret")),
          new Rule("page", PART),
          new Rule("browser", PART),
          new Rule("rpc", List.of("app", "log", "server", "browser")),
          new Rule("feed", List.of("app", "log", "server", "browser", "yaml")));

  @TestFactory
  Stream<DynamicTest> aRoomSeesOnlyTheRoomsOfItsLine() {
    return RULES.stream().map(rule -> DynamicTest.dynamicTest(rule.room(), () -> check(rule)));
  }

  private static void check(Rule rule) {
    String[] others =
        ROOMS.stream()
            .filter(room -> !room.equals(rule.room()) && !rule.maySee().contains(room))
            .map(room -> ROOT + room + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + rule.room() + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void ofTheServerAPartSeesOnlyWhatDoorsAreMadeOf() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "server..", ROOT + "cli..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "server..").and(resideOutsideOfPackages(ROOT + "server.door")))
        .check(CLASSES);
  }

  /** So that a clock that jumps moves no toy, and no rule but those of times of day. */
  @Test
  void whatDecidesIsToldTheTimeAndAToyHasNoWallClockAtAll() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "rule.engine..",
            ROOT + "rule.model..",
            ROOT + "device.safety..",
            ROOT + "device.toy..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .check(CLASSES);
  }

  @Test
  void ofTheRulesAPartSeesOnlyActions() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "rule..", ROOT + "cli..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "rule..").and(resideOutsideOfPackages(ROOT + "rule.action")))
        .check(CLASSES);
  }

  @Test
  void noMoreThanThreeFilesOfARoomStandInACircle() {
    Set<String> above = new TreeSet<>(Circles.above(3, CLASSES).keySet());
    above.remove(ROOT + "event"); // judged, like all of the client, by the client's own test
    assertThat(above).isEmpty();
  }

  /** A record of {@code config} has a part for each key of the file, which are told by name. */
  @Test
  void onlyWhatIsReadFromAFileByNameHasMoreThanEightParts() {
    assertThat(WideRecords.above(8, CLASSES)).allMatch(name -> name.startsWith(ROOT + "config."));
  }

  @Test
  void nothingInTheClientKnowsTheHub() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "event..", ROOT + "wire..", ROOT + "platform..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOMS.stream().map(room -> ROOT + room + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void onlyCliNamesAPlatform() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "platform..", ROOT + "cli..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "platform.*..")
                .and(resideOutsideOfPackages(SHARED_BY_PLATFORMS)))
        .check(CLASSES);
  }

  @Test
  void ofAPlatformOnlyItsDoorIsUsed() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "platform..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "platform.*.*..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.danmuhub.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
