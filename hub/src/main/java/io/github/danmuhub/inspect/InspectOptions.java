package io.github.danmuhub.inspect;

import io.github.danmuhub.inspect.proto.NamedLayers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an input is looked at.
 *
 * @param platform the only one that counts; null to guess
 * @param as the form that the user says it has; null to find out
 * @param filter which frames are shown: {@code KEY=VALUE}, all of them
 * @param depth how many layers in each other are shown
 * @param hex whether bytes are shown, too
 * @param schema what fields of protobuf are called; null where that is not known
 */
public record InspectOptions(
    @Nullable String platform,
    @Nullable String as,
    List<String> filter,
    int depth,
    boolean hex,
    @Nullable NamedLayers schema) {
  /** All is found out, and shown but for the bytes. */
  public static final InspectOptions DEFAULT =
      new InspectOptions(null, null, List.of(), Integer.MAX_VALUE, false, null);

  public InspectOptions {
    filter = List.copyOf(filter);
  }
}
