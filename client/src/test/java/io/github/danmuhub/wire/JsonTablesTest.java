package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a table does not name is passed as bytes; what is read does not depend on that. */
class JsonTablesTest {
  private static final ElementTable<List<String>> ELEMENTS =
      ElementTable.<List<String>>empty()
          .with(1, (read, in) -> read.add("[1]" + in.text()))
          .with(3, (read, in) -> read.add("[3]" + in.number()));

  private static final FieldTable<List<String>> INNER =
      FieldTable.<List<String>>empty()
          .with("a", (read, in) -> read.add("inner a " + in.id()))
          .with("", (read, in) -> read.add("no name " + in.words()));

  private static final FieldTable<List<String>> FIELDS =
      FieldTable.<List<String>>empty()
          .with("a", (read, in) -> read.add("a " + in.text()))
          .with("ab", (read, in) -> read.add("ab " + in.fields(read, INNER)))
          .with("list", (read, in) -> read.add("list " + in.elements(read, ELEMENTS)));

  private static final List<String> VALUES =
      List.of(
          "1",
          "-0",
          "1.5",
          "0",
          "2e3",
          "7x",
          "36893488147419103232",
          "null",
          "\"\"",
          "\"弹\\n\"",
          "{}",
          "[]",
          "{\"a\":7,\"x\":[1,{}],\"\":\"z\"}",
          "[0,\"one\",2,3,4]",
          "[0,[1],{\"a\":2},\"3\",\"\\u0034\"]",
          "[ 0 , 1 , 2 , 3 ]",
          "tru",
          "01",
          "\"open",
          "[1,]",
          "{\"a\" 1}",
          "");

  private static final List<String> NAMES =
      List.of("a", "b", "ab", "list", "", "\\u0061", "弹", "a\\\"", "x\n");

  private static List<String> read(JsonCursor cursor) {
    List<String> read = new ArrayList<>();
    try (JsonCursor in = cursor) {
      read.add("object " + in.fields(read, FIELDS));
      in.end();
    } catch (IOException | MalformedException broken) {
      read.add("broken");
    }
    return read;
  }

  private static List<String> readAsBytes(String json) throws IOException {
    return read(new JsonMessages().open(ByteBuffer.wrap(json.getBytes(UTF_8))));
  }

  @Property(tries = 5000)
  void theSameIsReadAsByAParserThatPassesNothing(@ForAll("texts") String text) throws IOException {
    assertThat(readAsBytes(text)).as(text).isEqualTo(read(JsonCursor.over(text)));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> field =
        Arbitraries.of(NAMES)
            .flatMap(name -> Arbitraries.of(VALUES).map(value -> "\"" + name + "\":" + value));
    Arbitrary<String> comma = Arbitraries.of(",", ",", ",", " , ", "");
    return field
        .list()
        .ofMaxSize(6)
        .flatMap(fields -> comma.map(between -> "{" + String.join(between, fields) + "}"));
  }

  @Test
  void fieldsAreFoundBetweenOthersOfTheSameLengthAndEnds() throws IOException {
    String json = "{\"aab\":1,\"ab\":{\"x\":1,\"a\":5},\"bb\":2,\"list\":[9,8,7,6],\"a\":\"t\"}";
    assertThat(readAsBytes(json))
        .containsExactly("inner a 5", "ab true", "[1]8", "[3]6", "list true", "a t", "object true");
  }

  @Test
  void aValueOfAnotherKindIsNotEntered() throws IOException {
    assertThat(readAsBytes("{\"ab\":[1],\"list\":{\"a\":1},\"a\":{}}"))
        .containsExactly("ab false", "list false", "a null", "object true");
    assertThat(readAsBytes("7")).containsExactly("object false");
  }

  @Test
  void aTableNamesAFieldOnce() {
    assertThatThrownBy(() -> INNER.with("a", (read, in) -> read.add("again")))
        .hasMessage("a is there already");
  }
}
