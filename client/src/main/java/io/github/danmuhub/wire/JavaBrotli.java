package io.github.danmuhub.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.brotli.dec.BrotliInputStream;

/** {@code org.brotli:dec}: about half as fast as the native one on single messages. */
final class JavaBrotli implements Brotli {

  @Override
  public void decompress(ByteBuffer in, BoundedOutput out) throws MalformedException {
    byte[] body = new byte[in.remaining()];
    in.get(body);
    try (BrotliInputStream stream = new BrotliInputStream(new ByteArrayInputStream(body))) {
      while (true) {
        out.ensureRoom();
        int n = stream.read(out.array(), out.position(), out.room());
        if (n < 0) {
          return;
        }
        out.advance(n);
      }
    } catch (IOException | IllegalStateException e) {
      out.advance(out.room()); // how much the failed call has written is not known
      throw new MalformedException("brotli body is broken: " + e.getMessage());
    }
  }
}
