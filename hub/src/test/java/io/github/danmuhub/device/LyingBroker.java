package io.github.danmuhub.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** An MQTT broker that does not do what a broker does. */
final class LyingBroker implements AutoCloseable {
  enum Lie {
    /** It refuses whoever comes. */
    REFUSES,
    /** It accepts connections and says nothing. */
    SILENT,
    /** It acknowledges everything and delivers nothing. */
    DEAF,
    /** It acknowledges what was never sent. */
    WRONG_NUMBERS,
    /** It says what no toy said, on topics that were never asked for too. */
    INVENTS
  }

  private static final int LARGEST = 1 << 20;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Lie lie;
  private final Channel server;

  LyingBroker(Lie lie) {
    this.lie = lie;
    this.server =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new MqttDecoder(LARGEST), MqttEncoder.INSTANCE, new Talk());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /** What was published to it: {@code TOPIC TEXT}. */
  List<String> heard() {
    return heard;
  }

  private final class Talk extends SimpleChannelInboundHandler<MqttMessage> {
    @Override
    protected void channelRead0(ChannelHandlerContext to, MqttMessage message) {
      if (lie == Lie.SILENT || message.fixedHeader() == null) {
        return;
      }
      switch (message.fixedHeader().messageType()) {
        case CONNECT -> connect(to);
        case SUBSCRIBE -> subscribe(to, (MqttSubscribeMessage) message);
        case PUBLISH -> publish(to, (MqttPublishMessage) message);
        case PINGREQ -> say(to, MqttMessage.PINGRESP);
        default -> {}
      }
    }

    private static void say(ChannelHandlerContext to, MqttMessage message) {
      var unused = to.writeAndFlush(message);
    }

    private void connect(ChannelHandlerContext to) {
      boolean refuses = lie == Lie.REFUSES;
      say(
          to,
          MqttMessageBuilders.connAck()
              .returnCode(
                  refuses
                      ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED
                      : MqttConnectReturnCode.CONNECTION_ACCEPTED)
              .sessionPresent(false)
              .build());
    }

    private void subscribe(ChannelHandlerContext to, MqttSubscribeMessage message) {
      say(
          to,
          MqttMessageBuilders.subAck()
              .packetId(message.variableHeader().messageId())
              .addGrantedQos(MqttQoS.AT_LEAST_ONCE)
              .build());
      if (lie == Lie.INVENTS) {
        invent(to);
      }
    }

    private void invent(ChannelHandlerContext to) {
      say(to, "danmu/toy/said", "tick 00000001 999999999999 armed nobody/1 1 0 0 0 0", false);
      say(to, "danmu/toy/said", "ack 1 ok", false);
      say(to, "danmu/toy/said", "stopped x", false);
      say(to, "danmu/toy/said", "tick", false);
      say(to, "danmu/toy/said", "\u0000\ud83d\ude3a" + "x".repeat(100_000), false);
      say(to, "danmu/toy/said", "tick 00000002 5 free - 0 0 0 0 0", true);
      say(to, "", "x", false);
      say(to, "d", "stop everything", false);
      say(to, "danmu/toy/order", "arm 00000001 1 1 nobody/1", false);
    }

    private void say(ChannelHandlerContext to, String topic, String text, boolean retained) {
      say(
          to,
          MqttMessageBuilders.publish()
              .topicName(topic)
              .retained(retained)
              .qos(MqttQoS.AT_MOST_ONCE)
              .payload(Unpooled.copiedBuffer(text, UTF_8))
              .build());
    }

    private void publish(ChannelHandlerContext to, MqttPublishMessage message) {
      heard.add(message.variableHeader().topicName() + " " + message.payload().toString(UTF_8));
      if (message.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
        int id = message.variableHeader().packetId() + (lie == Lie.WRONG_NUMBERS ? 7 : 0);
        say(
            to,
            new MqttPubAckMessage(
                new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(id)));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext to, Throwable cause) {
      var unused = to.close();
    }
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    var unused = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }
}
