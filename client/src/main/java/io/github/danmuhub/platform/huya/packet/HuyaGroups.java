package io.github.danmuhub.platform.huya.packet;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;

/**
 * The groups that a client registers for, and the server's answer: {@code live:UID} and {@code
 * chat:UID}, where UID is the presenter's {@code uid} (not the {@code yyid}).
 *
 * @param code 0 = accepted; 0 in a request
 */
public record HuyaGroups(int code, List<String> names) {
  private static final int OK = 0;

  public HuyaGroups {
    names = List.copyOf(names);
  }

  /** All that a room's page listens to. */
  public static HuyaGroups of(long presenter) {
    return new HuyaGroups(OK, List.of("live:" + presenter, "chat:" + presenter));
  }

  public boolean isAccepted() {
    return code == OK;
  }

  /** {@code WSRegisterGroupReq}. */
  public HuyaPacket request(long requestId) {
    byte[] data =
        new TarsWriter().list(0, names, (out, name) -> out.string(0, name)).string(1, "").toBytes();
    return HuyaPacket.of(HuyaPacket.REGISTER_GROUPS, data, requestId);
  }

  /** Reads a {@link #request}. */
  public static HuyaGroups ofRequest(HuyaPacket packet) throws MalformedException {
    return new HuyaGroups(OK, TarsStruct.of(packet.data()).texts(0));
  }

  /** {@code WSRegisterGroupRsp}. */
  public HuyaPacket answer(long requestId) {
    byte[] data =
        new TarsWriter()
            .number(0, code)
            .list(1, names, (out, name) -> out.string(0, name))
            .toBytes();
    return HuyaPacket.of(HuyaPacket.GROUPS_REGISTERED, data, requestId);
  }

  /** Reads an {@link #answer}. */
  public static HuyaGroups ofAnswer(HuyaPacket packet) throws MalformedException {
    TarsStruct in = TarsStruct.of(packet.data());
    return new HuyaGroups((int) in.number(0), in.texts(1));
  }
}
