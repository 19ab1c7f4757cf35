package io.github.danmuhub.platform.huya.packet;

import java.nio.ByteBuffer;

/**
 * One pushed message, whichever packet brought it.
 *
 * @param uri which kind: 1400 is chat
 * @param body a TARS struct; a view that is valid as long as its frame
 * @param id {@code lMsgId}; 0 where there is none
 */
public record HuyaMessage(long uri, ByteBuffer body, long id) {

  public static HuyaMessage of(long uri, byte[] body, long id) {
    return new HuyaMessage(uri, ByteBuffer.wrap(body), id);
  }
}
