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
