package io.github.danmuhub.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Which address the bare name of a library means. It stands in the page itself, which a content
 * security policy allows by its hash only.
 */
final class ImportMap {
  private final String json;

  private ImportMap(String json) {
    this.json = json;
  }

  static ImportMap of(Assets assets) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    ObjectNode imports = map.putObject("imports");
    for (Library library : Library.ALL) {
      imports.put(library.name(), assets.path(library.asset(library.main())));
      imports.put(library.name() + "/", assets.path(library.asset("")));
    }
    return new ImportMap(map.toString());
  }

  /** As it stands in the page. */
  String json() {
    return json;
  }

  /** As it stands in the policy. */
  String hash() {
    byte[] digest = Assets.sha256().digest(json.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
