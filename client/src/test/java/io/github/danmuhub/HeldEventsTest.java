package io.github.danmuhub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.wire.ProtoWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a session still holds when the user closes the room is heard, over real sockets. */
class HeldEventsTest {
  private static final RoomRef DOUYIN = new RoomRef("douyin", "80017709309");

  private static RecordedFrame bilibili(String json) {
    byte[] frame = BilibiliPacketCodec.encode(BilibiliPacket.message(json.getBytes(UTF_8))).array();
    return new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(frame));
  }

  private static final List<RecordedFrame> PURCHASE =
      List.of(
          bilibili(
              "{\"cmd\":\"GUARD_BUY\",\"data\":{\"uid\":1,\"guard_level\":3,\"price\":198000,\"num\":1}}"),
          bilibili(
              "{\"cmd\":\"DANMU_MSG\",\"info\":[[0,1,25,16777215,1700000000000],\"嗨\",[1,\"小明\"]]}"));

  @Test
  void aPurchaseThatWaitsForItsOtherMessagesIsToldWhenTheRoomIsClosed() throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(PendingFaults.none(), 200, PURCHASE)) {
      RoomConnection room =
          world.watch(SimulatedWorld.QUICK, SimulatedWorld.ROOM, RoomSettings.DEFAULT);
      world.awaitFirst(Chat.class);
      room.close();
      world.awaitState(State.ENDED, 1);
      assertThat(world.all(Membership.class)).hasSize(1);
      assertThat(last(world)).isInstanceOf(Connection.class);
    }
  }

  @Test
  void aComboThatRunsIsEndedWhenTheClientIsClosed() throws IOException {
    ProtoWriter step = new ProtoWriter().varint(2, 463).varint(5, 3).varint(11, 7);
    byte[] frame = Douyins.frame(1, true, List.of(Douyins.message("WebcastGiftMessage", 1, step)));
    List<RecordedFrame> gift = List.of(new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(frame)));
    try (SimulatedWorld world =
        new SimulatedWorld(
            new Douyin(), SimulatedWorld.options(DOUYIN, PendingFaults.none(), 200, gift))) {
      world.watch(SimulatedWorld.QUICK, DOUYIN.toString(), RoomSettings.DEFAULT);
      world.awaitFirst(Gift.class);
      world.closeClient();
      assertThat(world.all(Gift.class)).extracting(Gift::count).containsExactly(3L, 0L);
      assertThat(Objects.requireNonNull(world.all(Gift.class).get(1).combo()).last()).isTrue();
      assertThat(last(world)).isInstanceOf(Connection.class);
    }
  }

  private static LiveEvent last(SimulatedWorld world) {
    return world.heard.get(world.heard.size() - 1);
  }
}
