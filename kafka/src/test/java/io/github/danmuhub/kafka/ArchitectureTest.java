package io.github.danmuhub.kafka;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.danmuhub.testing.Circles;
import io.github.danmuhub.testing.WideRecords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The module's rooms; only its root knows them all. */
class ArchitectureTest {
  private static final String ROOT = "io.github.danmuhub.kafka";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages(ROOT);

  private static final List<String> ROOMS =
      List.of("broker", "sink", "control", "worker", "zone", "command");

  private record Rule(String room, List<String> maySee) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("broker", List.of()),
          new Rule("sink", List.of("broker")),
          new Rule("control", List.of("broker")),
          new Rule("worker", List.of("broker", "sink", "control")),
          new Rule("zone", List.of("broker")),
          new Rule("command", List.of("broker", "control")));

  @TestFactory
  Stream<DynamicTest> aRoomSeesOnlyTheRoomsOfItsLine() {
    return RULES.stream().map(rule -> DynamicTest.dynamicTest(rule.room(), () -> check(rule)));
  }

  private static void check(Rule rule) {
    String[] others =
        ROOMS.stream()
            .filter(room -> !room.equals(rule.room()) && !rule.maySee().contains(room))
            .map(room -> ROOT + "." + room + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + rule.room() + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** Of the program itself: its table, and what commands write to. */
  @Test
  void onlyTheRootAndItsCommandsSeeTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".command..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.danmuhub.cli..")
        .check(CLASSES);
  }

  @Test
  void noMoreThanThreeFilesOfARoomStandInACircle() {
    assertThat(Circles.above(3, CLASSES)).isEmpty();
  }

  @Test
  void noRecordHasMoreThanEightParts() {
    assertThat(WideRecords.above(8, CLASSES)).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
