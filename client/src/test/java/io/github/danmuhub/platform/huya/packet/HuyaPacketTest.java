package io.github.danmuhub.platform.huya.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.huya.HuyaCaptures;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuyaPacketTest {

  @Test
  void thePageRegistersForTwoGroups() throws MalformedException {
    HuyaPacket packet = HuyaCaptures.packet("register_group_req_cmd16");
    assertThat(packet.type()).isEqualTo(HuyaPacket.REGISTER_GROUPS);
    assertThat(packet.requestId()).isEqualTo(1);
    assertThat(HuyaGroups.ofRequest(packet)).isEqualTo(HuyaGroups.of(1724691));
  }

  @Test
  void ourRegistrationIsThePagesByteForByte() {
    assertThat(HuyaGroups.of(1724691).request(1).encode())
        .isEqualTo(HuyaCaptures.frame("register_group_req_cmd16"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "register_group_req_cmd16",
        "get_props_list_req_cmd3",
        "synthetic/cmd17_register_group_rsp",
        "synthetic/cmd22_batch",
        "synthetic/cmd7_1400_color_long",
        "synthetic/cmd7_1400_plain"
      })
  void aFrameIsTheSameAfterDecodingAndEncoding(String name) throws MalformedException {
    assertThat(HuyaCaptures.packet(name).encode()).isEqualTo(HuyaCaptures.frame(name));
  }

  @Test
  void theGroupsAreAccepted() throws MalformedException {
    HuyaPacket packet = HuyaCaptures.packet("synthetic/cmd17_register_group_rsp");
    assertThat(packet.type()).isEqualTo(HuyaPacket.GROUPS_REGISTERED);
    assertThat(packet.time()).isEqualTo(1_771_000_000_000L);
    assertThat(HuyaGroups.ofAnswer(packet)).isEqualTo(HuyaGroups.of(1724691));
    assertThat(HuyaGroups.ofAnswer(packet).isAccepted()).isTrue();
  }

  @Test
  void aRefusedRegistrationSaysItsCode() throws MalformedException {
    HuyaPacket packet = new HuyaGroups(-3, List.of()).answer(1);
    assertThat(HuyaGroups.ofAnswer(packet)).isEqualTo(new HuyaGroups(-3, List.of()));
    assertThat(HuyaGroups.ofAnswer(packet).isAccepted()).isFalse();
  }

  @Test
  void aHeartbeatHasATypeAndNoData() throws MalformedException {
    HuyaPacket captured = HuyaCaptures.packet("heartbeat_cmd20");
    assertThat(captured).isEqualTo(HuyaPacket.heartbeat());
    assertThat(HuyaPacket.decode(HuyaPacket.heartbeat().encode())).isEqualTo(captured);
    // what servers need of it: cmd 20, no bytes
    assertThat(HuyaPacket.heartbeat().encode()).isEqualTo(hex("0014 1d000c 2c 3600 4c 5c 6600"));
  }

  @Test
  void aRemoteCallSaysWhoIsCalledAndHow() throws MalformedException {
    HuyaPacket packet = HuyaCaptures.packet("get_props_list_req_cmd3");
    HuyaWup call = HuyaWup.decode(packet);
    assertThat(call.servant()).isEqualTo("PropsUIServer");
    assertThat(call.function()).isEqualTo("getPropsList");
    assertThat(call.requestId()).isEqualTo(3);
    TarsTree.Field map = TarsTree.read(call.buffer()).get(0);
    assertThat(map.inner().get(0).text()).isEqualTo("tReq");
    assertThat(map.inner().get(1).inner().get(0).inner().get(0).inner().get(0).value())
        .isEqualTo(28_059_634); // tUserId.lUid
  }

  @Test
  void aRemoteCallThatIsNotAsLongAsItSaysIsMalformed() {
    HuyaPacket packet = HuyaPacket.of(HuyaPacket.WUP_ANSWER, new byte[] {0, 0, 0, 9, 0x1c}, 0);
    assertThatThrownBy(() -> HuyaWup.decode(packet))
        .isInstanceOf(MalformedException.class)
        .hasMessage("WUP call is not as long as it says");
  }

  @Test
  void aPushBringsOneMessage() throws MalformedException {
    HuyaMessage message = messages(HuyaCaptures.packet("synthetic/cmd7_1400_plain")).get(0);
    assertThat(message.uri()).isEqualTo(1400);
    assertThat(message.id()).isEqualTo(2_018_405_541_718_215_680L);
    assertThat(message.body().remaining()).isEqualTo(198);
  }

  @Test
  void aBatchBringsManyMessages() throws MalformedException {
    List<HuyaMessage> messages = messages(HuyaCaptures.packet("synthetic/cmd22_batch"));
    assertThat(messages)
        .extracting(HuyaMessage::uri)
        .containsExactly(1400L, 8006L, 6501L, 999_999L);
    assertThat(messages).extracting(HuyaMessage::id).containsExactly(1L, 2L, 3L, 4L);
  }

  @Property
  void bothPushesBringWhatWasPutIn(@ForAll @Positive long uri, @ForAll byte[] body, @ForAll long id)
      throws MalformedException {
    HuyaMessage message = HuyaMessage.of(uri, body, id);
    assertThat(messages(HuyaPush.one("live:1", message))).containsExactly(message);
    assertThat(messages(HuyaPush.batch("live:1", List.of(message, message))))
        .containsExactly(message, message);
  }

  @Test
  void theMessagesBeforeABreakArrive() {
    // group "", a list of two items: {uri 1, id 1}, then one whose uri has type 14
    HuyaPacket packet =
        HuyaPacket.of(HuyaPacket.PUSH_BATCH, bytes("0600 190002 0a 0001 2001 0b 0a 0e"), 0);
    List<HuyaMessage> messages = new ArrayList<>();
    assertThatThrownBy(() -> HuyaPush.decode(packet, messages::add))
        .isInstanceOf(MalformedException.class);
    assertThat(messages).extracting(HuyaMessage::id).containsExactly(1L);
  }

  @Test
  void whatSaysNotWhatItIsIsMalformed() {
    assertThatThrownBy(() -> HuyaPacket.decode(ByteBuffer.allocate(0)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("packet without a type");
    assertThatThrownBy(() -> messages(HuyaPacket.of(HuyaPacket.PUSH, new byte[0], 0)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("message without a uri");
  }

  @Test
  void whoConnectsStandsInTheUrl() throws MalformedException {
    HuyaConnectInfo info = HuyaConnectInfo.visitor("0123456789abcdef0123456789abcdef");
    String baseinfo = info.url("wsapi.huya.com").getQuery().substring("baseinfo=".length());
    assertThat(HuyaConnectInfo.decode(baseinfo)).isEqualTo(info);
    assertThat(info.userAgent()).matches("webh5&\\d{10}&websocket");
    assertThatThrownBy(() -> HuyaConnectInfo.decode("?"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("baseinfo is no base64");
  }

  @Test
  void aFrameBeyondTheBoundIsMalformed() {
    assertThatThrownBy(() -> HuyaPacket.decode(ByteBuffer.allocate(Bounds.FRAME + 1)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("frame is larger than 4 MiB");
  }

  private static List<HuyaMessage> messages(HuyaPacket packet) throws MalformedException {
    List<HuyaMessage> messages = new ArrayList<>();
    HuyaPush.decode(packet, messages::add);
    return messages;
  }

  private static ByteBuffer hex(String hex) {
    return ByteBuffer.wrap(bytes(hex));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
