package io.github.danmuhub.platform.huya.site;

import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is broken beside the good packets. Nothing is compressed, so a bomb is nested instead. */
final class FaultyPackets {
  private static final long CHAT = 1400;
  private static final int NOBODY_KNOWS = 99;
  private static final byte STRUCT = 0x0a;
  private static final int LEVELS = 100_000;

  private static final Map<Fault, HuyaPacket> BROKEN =
      Map.of(
          Fault.BAD_JSON, chat(new byte[] {-1, -1, -1}),
          // tag 2, bytes, 127 of them
          Fault.BAD_LENGTH, HuyaPacket.of(HuyaPacket.PUSH, new byte[] {0x2d, 0, 0, 0x7f}, 0),
          Fault.ZERO_LENGTH, HuyaPacket.of(HuyaPacket.PUSH, new byte[0], 0),
          Fault.BOMB, chat(nested()),
          Fault.UNKNOWN_OP, HuyaPacket.of(NOBODY_KNOWS, new byte[] {1}, 0));

  private FaultyPackets() {}

  /** Those that strike now. */
  static List<HuyaPacket> due(SiteContext site) {
    return Arrays.stream(Fault.values())
        .filter(fault -> BROKEN.containsKey(fault) && site.strikes(fault))
        .map(BROKEN::get)
        .toList();
  }

  private static HuyaPacket chat(byte[] body) {
    return HuyaPush.one("", HuyaMessage.of(CHAT, body, 0));
  }

  private static byte[] nested() {
    byte[] bytes = new byte[LEVELS];
    Arrays.fill(bytes, STRUCT);
    return bytes;
  }
}
