package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API is the list in ARCHITECTURE.md, of packages and of the platforms' entries; what it
 * shows is in it too.
 */
class PublicApiTest {
  private static final Pattern LISTED = Pattern.compile("(?m)^- `(io\\.github\\.danmuhub[\\w.]*)`");
  private static final Pattern COMPARED =
      Pattern.compile("<include>(io\\.github[\\w.]*)</include>");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages("io.github.danmuhub");

  @Test
  void whatIsListedIsPublic() throws IOException {
    assertThat(api()).isNotEmpty().allMatch(PublicApiTest::hasPublicType);
  }

  private static boolean hasPublicType(String listed) {
    return CLASSES.stream().anyMatch(one -> isIn(one, Set.of(listed)) && isPublic(one));
  }

  private static boolean isIn(JavaClass one, Set<String> api) {
    return api.contains(one.getPackageName()) || api.contains(one.getName());
  }

  @Test
  void theProfileApiComparesWhatIsListed() throws IOException {
    assertThat(listed("client/pom.xml", COMPARED)).isEqualTo(api());
  }

  @Test
  void whatThePublicApiShowsIsPublicApi() throws IOException {
    SortedSet<String> api = api();
    assertThat(
            CLASSES.stream()
                .filter(one -> isIn(one, api) && isPublic(one))
                .flatMap(one -> shown(one).map(type -> one.getName() + " shows " + type.getName()))
                .filter(line -> !isApi(line.substring(line.lastIndexOf(' ') + 1), api))
                .distinct()
                .sorted())
        .isEmpty();
  }

  private static Stream<JavaClass> shown(JavaClass one) {
    return one.getCodeUnits().stream()
        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(PublicApiTest::types)
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaType> types(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
  }

  private static boolean isPublic(JavaClass one) {
    return one.getModifiers().contains(JavaModifier.PUBLIC)
        && one.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
  }

  private static boolean isApi(String type, SortedSet<String> api) {
    return !type.startsWith("io.github.danmuhub")
        || api.contains(type.replaceFirst("\\.[A-Z].*", ""));
  }

  private static SortedSet<String> api() throws IOException {
    return listed("ARCHITECTURE.md", LISTED);
  }

  private static SortedSet<String> listed(String file, Pattern one) throws IOException {
    Path root = Path.of(System.getProperty("danmu.root", ".."));
    Matcher listed = one.matcher(Files.readString(root.resolve(file)));
    SortedSet<String> packages = new TreeSet<>();
    while (listed.find()) {
      packages.add(listed.group(1));
    }
    return packages;
  }
}
