package io.github.danmuhub.cli;

import io.github.danmuhub.platform.site.Fault;
import java.util.Arrays;
import java.util.Iterator;

/** The words behind {@code --fault}, for {@code --help}. */
final class FaultNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Fault.values()).map(Fault::word).iterator();
  }
}
