package io.github.danmuhub.benchmarks;

import io.netty.channel.EventLoopGroup;
import java.net.URI;
import tech.ordinaryroad.live.chat.client.codec.douyin.constant.DouyinRoomStatusEnum;
import tech.ordinaryroad.live.chat.client.codec.douyin.room.DouyinRoomInitResult;
import tech.ordinaryroad.live.chat.client.douyin.client.DouyinLiveChatClient;
import tech.ordinaryroad.live.chat.client.douyin.config.DouyinLiveChatClientConfig;
import tech.ordinaryroad.live.chat.client.douyin.listener.IDouyinMsgListener;

/**
 * The peer's client with the two methods overridden that need the platform itself: the lookup and
 * the signature. Its socket's address is a setting of its own.
 */
final class RedirectedDouyinClient extends DouyinLiveChatClient {
  private static final String SIGNATURE = "Simulator0000000";

  RedirectedDouyinClient(URI simulator, long room, IDouyinMsgListener listener, EventLoopGroup on) {
    super(config(simulator, room), listener, null, on);
  }

  private static DouyinLiveChatClientConfig config(URI simulator, long room) {
    return DouyinLiveChatClientConfig.builder()
        .websocketUri("ws://127.0.0.1:" + simulator.getPort() + "/webcast/im/push/v2/")
        .roomId(room)
        .cookie("ttwid=1")
        .build();
  }

  @Override
  public DouyinRoomInitResult initRoom() {
    return DouyinRoomInitResult.builder()
        .ttwid("1")
        .realRoomId((long) getConfig().getRoomId())
        .userUniqueId("7312345678901234567")
        .roomStatus(DouyinRoomStatusEnum.LIVING)
        .build();
  }

  @Override
  public String getSignature(String agent, long room, String user) {
    return SIGNATURE;
  }
}
