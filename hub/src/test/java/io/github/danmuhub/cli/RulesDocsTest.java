package io.github.danmuhub.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.read.RulesReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of rules in the documents and examples is good, for the program and for editors. */
class RulesDocsTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final Pattern BLOCK =
      Pattern.compile("```yaml\\n(version: .*?)```", Pattern.DOTALL);
  private static final Pattern KNOWN = Pattern.compile("known here: (.*)$");

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(tree());
  private final YAMLMapper yaml = new YAMLMapper();

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(ROOT.resolve("docs/rules.schema.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it stands, to what it says. */
  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
      for (Path each : examples.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        String text = Files.readString(each);
        if (text.lines().anyMatch(line -> line.startsWith("version: "))) {
          files.put(ROOT.relativize(each).toString(), text);
        }
      }
    }
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      for (Path each : docs.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        Matcher block = BLOCK.matcher(Files.readString(each));
        for (int i = 1; block.find(); i++) {
          files.put(each.getFileName() + " " + i, block.group(1));
        }
      }
    }
    return files;
  }

  @TestFactory
  Stream<DynamicTest> everyFileOfRulesIsGood() throws IOException {
    Map<String, String> files = files();
    assertThat(files).hasSizeGreaterThan(5);
    return files.entrySet().stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> check(file.getValue())));
  }

  private void check(String text) throws IOException {
    Checked checked = RulesReader.read(text, ActionKinds.all(Map.of()));
    assertThat(checked.faults()).isEmpty();
    assertThat(schema.validate(yaml.readTree(text))).isEmpty();
  }

  @Test
  void theSchemaKnowsTheKeysThatTheProgramKnows() {
    knows("/properties", "version: 1\nx: 1\n");
    knows("/$defs/rule/properties", "rules: [{x: 1}]\n");
    knows("/$defs/vote/properties", "votes: {v: {x: 1}}\n");
    knows("/$defs/vote/properties/weight/properties", "votes: {v: {weight: {x: 1}}}\n");
    knows("/$defs/queue/properties", "queues: {q: {x: 1}}\n");
    knows("/$defs/rule/properties/limit/properties", "rules: [{limit: {x: 1}}]\n");
    knows("/$defs/rule/properties/count/properties", "rules: [{count: {x: 1}}]\n");
    knows("/$defs/text/anyOf/1/properties", "rules: [{on: chat, when: {text: {x: 1}}}]\n");
    knows("/$defs/number/anyOf/1/properties", "rules: [{on: chat, when: {user.level: {x: 1}}}]\n");
    knows("/$defs/when/properties", allTypes());
  }

  @Test
  void theSchemaKnowsTheStepsThatThereAre() {
    Set<String> steps = new TreeSet<>(Set.of("wait", "choose", "counter", "vote"));
    steps.addAll(ActionKinds.all(Map.of()).keySet());
    Set<String> names = new TreeSet<>();
    tree().at("/$defs/step/properties").fieldNames().forEachRemaining(names::add);
    assertThat(names).isEqualTo(steps);
  }

  @Test
  void theSchemaKnowsWhatActionsAreTold() {
    ActionKinds.all(Map.of())
        .forEach(
            (name, kind) -> {
              JsonNode step = tree().at("/$defs/step/properties/" + name);
              JsonNode keys =
                  step.has("anyOf") ? step.at("/anyOf/1/properties") : step.path("properties");
              Set<String> names = new TreeSet<>();
              keys.fieldNames().forEachRemaining(names::add);
              assertThat(names)
                  .as(name)
                  .isEqualTo(
                      kind.parameters().stream()
                          .map(Parameter::name)
                          .collect(toCollection(TreeSet::new)));
            });
  }

  private static String allTypes() {
    return "votes: {v: {window: 1s, options: [a]}}\n"
        + "rules: [{on: [chat, gift, super_chat, membership, enter, broadcast, lottery, moderation,"
        + " room, stats, like, {vote: v}], when: {x: 1}}]\n";
  }

  private static void knows(String pointer, String wrong) {
    String fault =
        RulesReader.read(wrong, ActionKinds.all(Map.of())).faults().stream()
            .map(each -> each.words().toString())
            .filter(words -> words.startsWith("unknown key 'x'"))
            .findFirst()
            .orElseThrow();
    Matcher known = KNOWN.matcher(fault);
    assertThat(known.find()).isTrue();
    Set<String> names = new TreeSet<>();
    tree().at(pointer).fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .isEqualTo(
            List.of(known.group(1).split(", ", -1)).stream().collect(toCollection(TreeSet::new)));
  }
}
