package io.github.danmuhub.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Keys;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
  private final Faults faults = new Faults();

  private Keys read(String yaml) throws YamlException {
    return (Keys) YamlReader.read(yaml, faults);
  }

  private static YamlNode valueOf(Keys keys, String name) {
    return requireNonNull(keys.get(name), name);
  }

  private List<String> told() {
    return faults.all().stream().map(Fault::toString).toList();
  }

  @Test
  void scalarsAreTheTextsThatAreWritten() throws Exception {
    Items words =
        (Items) valueOf(read("words: [1, 007, on, no, 1.50, ~, null, 0x1F, '', ２]"), "words");
    assertThat(words.items())
        .extracting(item -> ((Text) item).value())
        .containsExactly("1", "007", "on", "no", "1.50", "~", "null", "0x1F", "", "２");
  }

  @Test
  void eachNodeKnowsWhereItStands() throws Exception {
    Keys root = read("a: 1\nb:\n  - c: word\n");
    Keys item = (Keys) ((Items) valueOf(root, "b")).items().get(0);
    assertThat(item.pairs().get(0).key().place()).isEqualTo(new Place(3, 5));
    assertThat(valueOf(item, "c").place()).isEqualTo(new Place(3, 8));
  }

  @Test
  void anchorsAliasesAndMergeKeysAreRefusedWhereTheyStand() throws Exception {
    read("a: &x {k: 1}\nb: *x\nc:\n  <<: *x\n");
    assertThat(told())
        .containsExactly(
            "line 1, column 4: the anchor &x is refused: write it out",
            "line 2, column 4: the alias *x is refused: write it out",
            "line 4, column 3: the merge key << is refused: write the keys out",
            "line 4, column 7: the alias *x is refused: write it out");
  }

  @Test
  void whatIsNotYamlIsToldInOneLineWhateverItIs() {
    assertThatThrownBy(() -> read("feed: *\nid: any"))
        .hasMessageContaining("unexpected character found ␊(10)")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedWithBothLines() throws Exception {
    assertThat(((Text) valueOf(read("a: 1\nb: 2\na: 3\n"), "a")).value()).isEqualTo("1");
    assertThat(told())
        .containsExactly(
            "line 3, column 1: the key 'a' stands here for the second time; first on line 1");
  }

  @Test
  void tagsAreRefused() throws Exception {
    read("a: !!java.net.URL [x]\nb: !!str 7\n");
    assertThat(told()).hasSize(2).allMatch(fault -> fault.contains("a tag is refused"));
  }

  @Test
  void whatIsNoYamlIsToldWithItsPlace() {
    assertThatThrownBy(() -> read("a: [1, 2\nb: 3\n"))
        .isInstanceOfSatisfying(
            YamlException.class, e -> assertThat(e.fault().place().line()).isEqualTo(2));
    assertThatThrownBy(() -> read("[".repeat(60))).isInstanceOf(YamlException.class);
    assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n"))
        .hasMessageContaining("a second document begins here");
    assertThatThrownBy(() -> read("? [a]\n: b\n")).hasMessageContaining("a key is a word");
  }

  @Test
  void anEmptyFileHasNoKeys() throws Exception {
    assertThat(read("").pairs()).isEmpty();
    assertThat(read("# nothing\n").pairs()).isEmpty();
  }
}
