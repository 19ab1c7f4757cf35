package io.github.danmuhub.rule.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;

/**
 * What is told of rules, without what sounds secret in it: the value after {@code password:} or
 * {@code token=}, a user in an address, parameters of one such as {@code key}, signing secrets.
 * What nothing marks as a secret cannot be known; secrets belong into files that the configuration
 * names. Linear in the text.
 */
public final class Secrets {
  private static final String BLANK = "***";
  private static final String NAME =
      "[\\w.-]*(?:token|secret|passw|pwd|authorization|signature|cookie|api_?-?key|access_?-?key"
          + "|credential)[\\w.-]*";

  private static final Pattern NAMED = Pattern.compile("(?i)" + NAME);
  private static final Pattern BARE =
      Pattern.compile("(?i)(whsec_|\\bbearer\\s+|\\bbasic\\s+)[\\w.~+/=-]{8,}");
  private static final Pattern USER = Pattern.compile("(\\w://)[^/?#@\\s\"']+@");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)([?&;#][^=&#\\s]*(?:token|key|sign|sess|auth|csrf|secret|pass|ticket)[^=&#\\s]*=)"
              + "[^&#\\s\"',}\\]]+");

  /** A value may be quoted, or stand below its key. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)("
              + NAME
              + "[\"']?\\s*[:=]\\s*(?:[|>][-+0-9]*\\s+)?)"
              + "(?:\"[^\"]*\"|'[^']*'|[^\\s,;&#}\\]]+)");

  private Secrets() {}

  /** The text with {@code ***} in place of each. */
  public static String masked(String text) {
    String bare = BARE.matcher(text).replaceAll("$1" + BLANK);
    String nobody = USER.matcher(bare).replaceAll("$1" + BLANK + "@");
    String address = PARAMETER.matcher(nobody).replaceAll("$1" + BLANK);
    return VALUE.matcher(address).replaceAll("$1" + BLANK);
  }

  /** A copy, in which the texts are so; what has a secret's name is not told at all. */
  public static ObjectNode masked(ObjectNode json) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    json.properties()
        .forEach(
            each -> {
              boolean secret = each.getValue().isTextual() && NAMED.matches(each.getKey());
              told.set(
                  each.getKey(),
                  secret ? JsonNodeFactory.instance.textNode(BLANK) : any(each.getValue()));
            });
    return told;
  }

  private static JsonNode any(JsonNode json) {
    if (json instanceof ObjectNode object) {
      return masked(object);
    }
    if (json instanceof ArrayNode array) {
      ArrayNode told = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> told.add(any(each)));
      return told;
    }
    return json.isTextual() ? JsonNodeFactory.instance.textNode(masked(json.textValue())) : json;
  }
}
