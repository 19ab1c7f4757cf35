package io.github.danmuhub.wire;

import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import java.io.IOException;
import java.nio.ByteBuffer;

/** brotli4j, fed and drained in steps, so that a bomb is refused while it inflates. */
final class NativeBrotli implements Brotli {

  @Override
  public void decompress(ByteBuffer in, BoundedOutput out) throws MalformedException {
    if (!in.hasRemaining()) {
      throw new MalformedException("brotli body is empty");
    }
    DecoderJNI.Wrapper decoder = open(in.remaining());
    try {
      int size = in.remaining();
      decoder.getInputBuffer().put(in);
      decoder.push(size);
      drain(decoder, out);
    } finally {
      decoder.destroy();
    }
  }

  private static DecoderJNI.Wrapper open(int size) throws MalformedException {
    try {
      return new DecoderJNI.Wrapper(size);
    } catch (IOException e) {
      throw new MalformedException("brotli decoder does not start: " + e.getMessage());
    }
  }

  private static void drain(DecoderJNI.Wrapper decoder, BoundedOutput out)
      throws MalformedException {
    while (true) {
      switch (decoder.getStatus()) {
        case DONE -> {
          return;
        }
        case OK -> decoder.push(0);
        case NEEDS_MORE_OUTPUT -> out.write(decoder.pull());
        case NEEDS_MORE_INPUT -> {
          // what the last push produced is still inside
          if (!decoder.hasOutput()) {
            throw new MalformedException("brotli body is cut off");
          }
          out.write(decoder.pull());
        }
        default -> throw new MalformedException("brotli body is broken");
      }
    }
  }
}
