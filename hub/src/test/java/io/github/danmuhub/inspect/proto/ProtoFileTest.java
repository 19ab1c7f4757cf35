package io.github.danmuhub.inspect.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.inspect.proto.ProtoSchema.Field;
import io.github.danmuhub.inspect.proto.ProtoSchema.Message;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtoFileTest {
  private static final String FILE =
      """
      // what a room says
      syntax = "proto3";
      package cat.v1;
      import "google/protobuf/any.proto";
      option java_package = "x; }";
      /* several
         lines */
      message Chat {
        reserved 4, 6 to 8;
        option deprecated = true;
        User user = 2 [deprecated = true];
        optional string text = 3;
        repeated int32 rooms = 5 [packed = true];
        map<string, Badge> badges = 9;
        oneof what { bool loud = 10; Kind kind = 0x0b; }
        message User { uint64 id = 1; .cat.v1.Badge badge = 2; }
        enum Kind { option allow_alias = true; UNKNOWN = 0; MEOW = 1; PURR = -1; };
      }
      message Badge { string name = 1; }
      service Cats { rpc Say(Chat) returns (Chat) { option x = "y"; } }
      """;

  private static Message message(ProtoSchema schema, String name) {
    return schema.named(name);
  }

  @Test
  void messagesFieldsMapsOneofsAndEnumsAreRead() throws MalformedException {
    ProtoSchema schema = ProtoFile.parse(FILE);
    Message chat = message(schema, "Chat");
    assertThat(chat.name()).isEqualTo("cat.v1.Chat");
    assertThat(chat.fields())
        .containsEntry(2, new Field("user", "User", false))
        .containsEntry(3, new Field("text", "string", false))
        .containsEntry(5, new Field("rooms", "int32", true))
        .containsEntry(9, new Field("badges", ".cat.v1.Chat.badges.Entry", true))
        .containsEntry(10, new Field("loud", "bool", false))
        .containsEntry(11, new Field("kind", "Kind", false))
        .hasSize(6);
    assertThat(schema.enumeration(chat, "Kind"))
        .isEqualTo(Map.of(0, "UNKNOWN", 1, "MEOW", -1, "PURR"));
  }

  @Test
  void typesAreFoundFromTheInnermostScopeOn() throws MalformedException {
    ProtoSchema schema = ProtoFile.parse(FILE);
    Message user = Objects.requireNonNull(schema.message(message(schema, "Chat"), "User"));
    assertThat(user.name()).isEqualTo("cat.v1.Chat.User");
    assertThat(schema.message(user, ".cat.v1.Badge")).isEqualTo(message(schema, "Badge"));
    assertThat(schema.message(user, "v1.Badge")).isEqualTo(message(schema, "Badge"));
    assertThat(schema.message(user, "Nobody")).isNull();
  }

  @Test
  void theOlderSyntaxIsReadToo() throws MalformedException {
    ProtoSchema schema =
        ProtoFile.parse(
            "message A { required string b = 1 [default = \"};\"]; extensions 100 to max; }");
    assertThat(message(schema, "A").fields()).isEqualTo(Map.of(1, new Field("b", "string", false)));
  }

  @Test
  void groupsExtensionsAndOptionsInBracesAreLeftOut() throws MalformedException {
    ProtoSchema schema =
        ProtoFile.parse(
            """
            edition = "2024";
            option (x).y = { a: "}" b { c: 1 } };
            export message A {
              option (x) = { a: 1 };
              extensions 4 to 9 [declaration = { number: 4, full_name: ".a.b" }];
              optional group Found = 1 { required string url = 2; }
              oneof o { option (x) = { a: [1] }; ; string b = 2 [(x) = { a: 1 }, (y) = "]"]; }
              extend A { optional int32 c = 5; }
              map < string , .A > d = 3;
              local enum E { reserved -3, 7 to max; X = 0 [(x) = { a: 1 }]; Y = - 1; }
              message message { string message = 1; }
            }
            extend A { optional int32 f = 6; }
            service S { rpc Say (stream A) returns (A); }
            message B {}
            """);
    Message found = message(schema, "A");
    assertThat(found.fields())
        .containsEntry(2, new Field("b", "string", false))
        .containsEntry(3, new Field("d", ".A.d.Entry", true))
        .containsOnlyKeys(1, 2, 3);
    assertThat(schema.enumeration(found, "E")).isEqualTo(Map.of(0, "X", -1, "Y"));
    assertThat(schema.messages()).extracting(Message::name).contains("A.message", "B");
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    refused("message A {\n string b = x; }", "line 2: a number is missing at 'x'");
    refused("message A {\n string b = 1;", "line 2: the file ends within A");
    refused("hello", "line 1: 'hello' begins no statement of a .proto file");
    refused("message A { string b 1; }", "line 1: '=' is missing before '1'");
    refused("option x = \"y", "line 1: a text does not end");
  }

  private static void refused(String file, String why) {
    assertThatThrownBy(() -> ProtoFile.parse(file)).hasMessage(why);
  }

  @Property(tries = 500)
  void noFileDoesMoreThanBeRefused(@ForAll int at, @ForAll char c, @ForAll String more) {
    StringBuilder file = new StringBuilder(FILE);
    file.setCharAt(Math.floorMod(at, file.length()), c);
    file.insert(Math.floorMod(at * 31, file.length()), more);
    try {
      assertThat(ProtoFile.parse(file.toString()).messages()).isNotNull();
    } catch (MalformedException e) {
      assertThat(e.why()).startsWith("line ");
    }
  }
}
