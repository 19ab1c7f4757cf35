package io.github.danmuhub.browser.frames;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.Simulatable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which platform a URL belongs to, by the host names that its site is known by. Immutable. */
public final class Whose {
  private record Host(String pattern, String platform) {
    boolean matches(String host) {
      return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equals(host);
    }
  }

  private final List<Host> hosts = new ArrayList<>();
  private final @Nullable RoomRef room;

  /**
   * @param room that the captured page shows, by its address; null where it is none's
   */
  public Whose(List<Platform> platforms, @Nullable RoomRef room) {
    this.room = room;
    for (Platform platform : platforms) {
      if (platform instanceof Simulatable simulatable) {
        HostedPlatform.hostsOf(simulatable)
            .forEach(pattern -> hosts.add(new Host(pattern, platform.id())));
      }
    }
  }

  /** The platform's id. */
  Optional<String> platform(String url) {
    String host = host(url);
    return hosts.stream().filter(one -> one.matches(host)).map(Host::platform).findFirst();
  }

  /** The room of the page, for a socket of that platform; null where it is another's. */
  @Nullable String room(String platform) {
    return room != null && room.platform().equals(platform) ? room.room() : null;
  }

  private static String host(String url) {
    try {
      return String.valueOf(URI.create(url).getHost());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
