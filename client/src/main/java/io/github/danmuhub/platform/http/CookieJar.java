package io.github.danmuhub.platform.http;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a platform's hosts have set, shown to them again as a browser does: one jar serves all rooms
 * of a loop that visit a platform with the same account. A site, such as {@code example.com}, sees
 * what any of its hosts set, whatever path or domain they named. At most {@value #SITES} sites with
 * {@value #MOST} cookies each are remembered; more are not kept. On one loop only. {@link
 * #toString} shows no value: they may be secret.
 */
public final class CookieJar {
  private static final int SITES = 8;
  private static final int MOST = 50;

  private final Map<String, Map<String, String>> sites = new HashMap<>();

  /** The request with what its site has set; of two with one name, the request's own counts. */
  public HttpCall onto(HttpCall call) {
    Cookies own = Cookies.of(call);
    Cookies shown = shownTo(call.uri()).with(own);
    if (shown.asMap().size() == own.asMap().size()) {
      return call;
    }
    return call.with(call.headers().replacing("Cookie", own.or(shown).header()));
  }

  /** What the site of that address has set. */
  public Cookies shownTo(URI address) {
    return Cookies.of(sites.getOrDefault(site(address), Map.of()));
  }

  /** Keeps what an answer sets, and forgets what it takes back. */
  public void keep(URI from, HttpReply reply) {
    keep(from, Cookies.setBy(reply));
  }

  /** The same of cookies that a page's own script would set. */
  public void keep(URI from, Cookies set) {
    String site = site(from);
    if (set.isEmpty() || (sites.size() >= SITES && !sites.containsKey(site))) {
      return;
    }
    Map<String, String> kept = sites.computeIfAbsent(site, unused -> new LinkedHashMap<>());
    set.asMap().forEach((name, value) -> keep(kept, name, value));
  }

  private static void keep(Map<String, String> kept, String name, String value) {
    if (value.isEmpty()) {
      kept.remove(name);
    } else if (kept.size() < MOST || kept.containsKey(name)) {
      kept.put(name, value);
    }
  }

  /**
   * The site does not trust a visitor: the next request comes from a new one. Nothing happens where
   * another room was faster, so that the cookie is no longer that one.
   */
  public void forget(URI address, String name, String value) {
    if (shownTo(address).get(name).equals(value)) {
      sites.remove(site(address));
    }
  }

  /** The last two labels of the host; three, where those are such as {@code com.cn}. */
  private static String site(URI address) {
    String host = String.valueOf(address.getHost());
    String[] labels = host.split("\\.", -1);
    int last = labels.length - 1;
    if (last < 2 || host.matches("[\\d.]+")) {
      return host;
    }
    boolean shared = labels[last].length() == 2 && labels[last - 1].length() <= 3;
    String site = labels[last - 1] + "." + labels[last];
    return shared ? labels[last - 2] + "." + site : site;
  }

  @Override
  public String toString() {
    return "CookieJar" + sites.keySet();
  }
}
