package io.github.danmuhub.inspect.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.ProtoLayers;
import io.github.danmuhub.platform.dissect.TarsLayers;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamedLayersTest {
  private static final String FILE =
      """
      syntax = "proto3";
      message Chat {
        User user = 1;
        string text = 2;
        Kind kind = 3;
        bool loud = 4;
        sint32 change = 5;
        double price = 6;
        float part = 7;
        uint64 id = 8;
      }
      message User { uint64 id = 1; string name = 2; }
      message Gift { int32 count = 20; }
      message Many {
        repeated sint32 changes = 30;
        repeated Kind kinds = 31;
        repeated float parts = 32;
        repeated fixed64 ids = 33 [packed = true];
        map<string, User> users = 34;
        oneof one { string word = 35; bytes data = 36; }
        other.Thing thing = 37;
        Many inside = 38;
      }
      enum Kind { NONE = 0; MEOW = 1; }
      """;

  private static final byte[] CHAT =
      new ProtoWriter()
          .message(1, new ProtoWriter().varint(1, 7).string(2, "小明"))
          .string(2, "hi")
          .varint(3, 1)
          .varint(4, 1)
          .varint(5, 3)
          .varint(8, -1)
          .toBytes();

  private static List<Layer> named(byte[] bytes, @Nullable String message)
      throws MalformedException {
    return new NamedLayers(ProtoFile.parse(FILE), message)
        .named(List.of(ProtoLayers.of("protobuf", ByteBuffer.wrap(bytes))));
  }

  private static List<String> words(Layer layer) {
    return layer.fields().stream()
        .map(field -> field.name() + "=" + field.value() + " " + field.meaning())
        .toList();
  }

  @Test
  void fieldsAreNamedAndReadAsTheirTypesSay() throws MalformedException {
    Layer chat = named(CHAT, "Chat").get(0);
    assertThat(chat.title()).isEqualTo("protobuf: Chat");
    assertThat(words(chat))
        .containsExactly(
            "user=(message) 1, User",
            "text=hi 2, string",
            "kind=MEOW (1) 3, Kind",
            "loud=true 4, bool",
            "change=-2 5, sint32",
            "id=18446744073709551615 8, uint64");
    Layer user = chat.inner().get(0);
    assertThat(user.title()).isEqualTo("user: User");
    assertThat(words(user)).containsExactly("id=7 1, uint64", "name=小明 2, string");
  }

  @Test
  void numbersOfARepeatedFieldAreReadTogetherOrOneByOne() throws MalformedException {
    byte[] floats = {0, 0, (byte) 0x80, 0x3e, 0, 0, (byte) 0xc0, 0x3f};
    byte[] bytes =
        new ProtoWriter()
            .bytes(30, new byte[] {3, (byte) 0xac, 2, 13})
            .varint(30, 1)
            .bytes(31, new byte[] {1, 0, 9})
            .bytes(32, floats)
            .bytes(33, new byte[] {7, 0, 0, 0, 0, 0, 0, 0})
            .bytes(30, new byte[0])
            .bytes(30, new byte[] {(byte) 0x80})
            .toBytes();
    assertThat(words(named(bytes, "Many").get(0)))
        .containsExactly(
            "changes=[-2, 150, -7] 30, repeated sint32",
            "changes=-1 30, repeated sint32",
            "kinds=[MEOW (1), NONE (0), 9 (not in the schema)] 31, repeated Kind",
            "parts=[0.25, 1.5] 32, repeated float",
            "ids=[7] 33, repeated fixed64",
            "changes=[] 30, repeated sint32",
            "changes=(binary) bytes, 1; the schema says 30, repeated sint32");
    assertThat(named(bytes, null).get(0).title()).contains("no message of the schema fits");
  }

  @Test
  void textBytesAndMessagesAreWhatTheSchemaSaysWhateverTheyLookLike() throws MalformedException {
    // \n\n0123456789 is text, and a message whose field 1 is 0123456789
    byte[] looksLikeText = new ProtoWriter().string(1, "0123456789").toBytes();
    byte[] looksLikeMessage = new ProtoWriter().varint(1, 7).string(2, "小明").toBytes();
    byte[] bytes =
        new ProtoWriter()
            .bytes(38, looksLikeText)
            .bytes(35, looksLikeMessage)
            .bytes(36, looksLikeMessage)
            .message(34, new ProtoWriter().string(1, "k").bytes(2, looksLikeMessage))
            .bytes(37, looksLikeMessage)
            .toBytes();
    Layer many = named(bytes, "Many").get(0);
    assertThat(words(many))
        .containsExactly(
            "inside=(message) 38, Many",
            "word=\b\u0007\u0012\u0006小明 35, string",
            "data=(binary) 36, bytes",
            "users=(message) 34, repeated .Many.users.Entry",
            "thing=(message) bytes, 10; 37, other.Thing, which is not in this file");
    assertThat(many.inner()).extracting(Layer::title).first().isEqualTo("inside: Many");
    Layer entry = many.inner().get(1);
    assertThat(words(entry)).containsExactly("key=k 1, string", "value=(message) 2, User");
    assertThat(words(entry.inner().get(0))).contains("name=小明 2, string");
    assertThat(many.inner().get(2).offset()).isEqualTo(bytes.length - 13);
  }

  @Test
  void aMessageWithinItselfIsReadToABound() throws MalformedException {
    byte[] bytes = new byte[0];
    for (int i = 0; i < 2_000; i++) {
      bytes = new ProtoWriter().bytes(38, bytes).toBytes();
    }
    Layer layer = named(bytes, "Many").get(0);
    int depth = 0;
    while (!layer.inner().isEmpty()) {
      layer = layer.inner().get(0);
      depth++;
    }
    assertThat(depth).isBetween(32, 60);
  }

  @Test
  void realNumbersAreReadAsSuch() throws MalformedException {
    // 6: double 1.5; 7: float 0.25
    byte[] bytes = {0x31, 0, 0, 0, 0, 0, 0, (byte) 0xf8, 0x3f, 0x3d, 0, 0, (byte) 0x80, 0x3e};
    assertThat(words(named(bytes, "Chat").get(0)))
        .containsExactly("price=1.5 6, double", "part=0.25 7, float");
  }

  @Test
  void withoutANameTheMessageThatFitsIsTaken() throws MalformedException {
    assertThat(named(CHAT, null).get(0).title()).isEqualTo("protobuf: Chat");
    byte[] gift = new ProtoWriter().varint(20, 3).toBytes();
    assertThat(named(gift, null).get(0).title()).isEqualTo("protobuf: Gift");
    byte[] other = new ProtoWriter().varint(99, 3).toBytes();
    assertThat(named(other, null).get(0).title())
        .isEqualTo("protobuf; no message of the schema fits");
  }

  @Test
  void theLayerAroundSaysWhatAPayloadIs() throws MalformedException {
    Layer payload = ProtoLayers.of("payload", ByteBuffer.wrap(CHAT));
    Layer around = new Layer("WebcastChat", 0, CHAT.length, List.of(), List.of(payload));
    Layer named = new NamedLayers(ProtoFile.parse(FILE), null).named(List.of(around)).get(0);
    assertThat(named.inner().get(0).title()).isEqualTo("payload: Chat");
  }

  @Test
  void whatTheSchemaDoesNotKnowOrKnowsOtherwiseIsTold() throws MalformedException {
    byte[] odd = new ProtoWriter().string(3, "x").varint(99, 1).toBytes();
    assertThat(words(named(odd, "Chat").get(0)))
        .containsExactly(
            "kind=x bytes, 1; the schema says 3, Kind",
            "99=1 varint, zigzag -1, not in the schema");
  }

  @Test
  void tarsIsLeftAsItIs() throws MalformedException {
    Layer tars = TarsLayers.of("TARS", ByteBuffer.wrap(new byte[] {0x00, 5, 0x16, 1, 'a'}));
    assertThat(new NamedLayers(ProtoFile.parse(FILE), "Chat").named(List.of(tars)))
        .containsExactly(tars);
  }

  @Test
  void aMessageThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> named(CHAT, "Chatt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--message Chatt: the schema has no such message");
  }
}
