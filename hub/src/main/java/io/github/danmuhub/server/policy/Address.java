package io.github.danmuhub.server.policy;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;

/** Who calls, for limits: an IPv4 address, or the /64 network that one household has in IPv6. */
public final class Address {
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private Address() {}

  /** Of the other end of a connection. */
  public static String of(SocketAddress remote) {
    return of(String.valueOf(remote.hostAddress()));
  }

  /** Of an address in digits; any other text is its own answer. */
  public static String of(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    boolean v6 = bytes != null && bytes.length == IPV6_BYTES;
    return v6 ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) : address;
  }
}
