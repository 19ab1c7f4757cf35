package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Dial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the last lookup gave, best first, and where in it we are. One thread. */
final class DialList {
  private List<Dial> dials = List.of();
  private int at;

  void replace(List<Dial> fresh) {
    dials = List.copyOf(fresh);
    at = 0;
  }

  /** The dial to use; null where a lookup is due. */
  @Nullable Dial current() {
    return at < dials.size() ? dials.get(at) : null;
  }

  void advance() {
    at++;
  }

  void clear() {
    replace(List.of());
  }
}
