package io.github.danmuhub.rule.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.rule.text.WordIndex.Where;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordIndexTest {
  private record Word(String text, Where where) {
    boolean standsIn(String whole) {
      return switch (where) {
        case WHOLE -> whole.equals(text);
        case START -> whole.startsWith(text);
        case ANYWHERE -> whole.contains(text);
      };
    }
  }

  @Provide
  Arbitrary<List<Word>> words() {
    return Arbitraries.strings()
        .withChars('a', 'b', '猫')
        .ofMinLength(1)
        .ofMaxLength(4)
        .flatMap(text -> Arbitraries.of(Where.values()).map(where -> new Word(text, where)))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b', '猫', '。').ofMaxLength(12);
  }

  @Property
  void itFindsWhatALookAtEachWordFinds(
      @ForAll("words") List<Word> words, @ForAll("texts") String text) {
    WordIndex.Builder builder = new WordIndex.Builder();
    BitSet expected = new BitSet();
    for (int i = 0; i < words.size(); i++) {
      builder.add(words.get(i).text(), words.get(i).where(), i);
      expected.set(i, words.get(i).standsIn(text));
    }
    assertThat(builder.build().find(text)).isEqualTo(expected);
  }

  @Test
  void anOwnerMayHaveManyWords() {
    WordIndex.Builder builder = new WordIndex.Builder();
    builder.add("左", Where.WHOLE, 3);
    builder.add("left", Where.START, 3);
    WordIndex index = builder.build();
    assertThat(index.find("左").get(3)).isTrue();
    assertThat(index.find("left please").get(3)).isTrue();
    assertThat(index.find("向左").isEmpty()).isTrue();
    assertThat(index.find("").isEmpty()).isTrue();
  }
}
