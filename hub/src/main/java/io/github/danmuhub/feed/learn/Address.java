package io.github.danmuhub.feed.learn;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A socket's address as a template: what looks like a secret is a variable.
 *
 * @param secrets variable → what stood there; never written
 */
record Address(String id, String host, String template, Map<String, String> secrets) {
  private static final Pattern URL = Pattern.compile("(wss?)://([^/?#]+)([^?#]*)\\??(.*)");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(token|key|sign|sess|auth|ticket|secret).*");
  private static final int LONG = 24;

  static Address of(String url) {
    Matcher form = URL.matcher(url);
    if (!form.matches()) {
      return new Address("site", "TODO.example", "wss://{host}/", Map.of());
    }
    Map<String, String> secrets = new LinkedHashMap<>();
    StringBuilder query = new StringBuilder();
    for (String pair : form.group(4).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      boolean secret =
          parts.length == 2 && (SECRET.matcher(parts[0]).matches() || parts[1].length() > LONG);
      String name = parts[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
      boolean usable = name.matches("[a-z][a-z0-9_]{0,31}");
      if (secret && usable) {
        secrets.put(name, parts[1]);
      }
      query.append(query.isEmpty() ? "" : "&");
      query.append(secret ? parts[0] + "=" + (usable ? "{" + name + "}" : "TODO") : pair);
    }
    String rest = form.group(3) + (form.group(4).isEmpty() ? "" : "?" + query);
    String template = form.group(1) + "://{host}" + (rest.isEmpty() ? "/" : rest);
    return new Address(id(form.group(2)), form.group(2), template, secrets);
  }

  /** The host's own word: {@code chat} of {@code ws.chat.example}. */
  private static String id(String host) {
    String[] labels = host.replaceFirst(":\\d+$", "").split("\\.", -1);
    String word = labels[Math.max(0, labels.length - 2)].toLowerCase(Locale.ROOT);
    String plain = word.replaceAll("[^a-z0-9-]", "");
    return plain.matches("[a-z][a-z0-9-]{1,31}") ? plain : "site";
  }
}
