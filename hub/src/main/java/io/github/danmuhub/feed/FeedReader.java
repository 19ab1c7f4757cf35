package io.github.danmuhub.feed;

import io.github.danmuhub.feed.decode.Chain;
import io.github.danmuhub.feed.message.Condition;
import io.github.danmuhub.feed.message.EventRule;
import io.github.danmuhub.feed.message.FeedMessages;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.path.UrlTemplate;
import io.github.danmuhub.feed.path.Value;
import io.github.danmuhub.feed.spec.End;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Request;
import io.github.danmuhub.feed.spec.Rooms;
import io.github.danmuhub.feed.yaml.YamlFile;
import io.github.danmuhub.feed.yaml.YamlNode;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A feed's file → {@link FeedPlatform}. Every refusal names the line and the key. */
public final class FeedReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,31}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final String ANY_ROOM = "[A-Za-z0-9_-]{1,64}";
  private static final String ONLY_ROOM = "main";

  private final YamlNode file;
  private final Variables variables = new Variables();

  private FeedReader(YamlNode file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws io.github.danmuhub.feed.yaml.FeedException with the file's name, the line and the key
   */
  public static FeedPlatform read(Path file) {
    return new FeedPlatform(new FeedReader(YamlFile.read(file)).spec(), false);
  }

  /** {@code name} stands in messages for where the text comes from. */
  public static FeedPlatform parse(String name, String yaml) {
    return new FeedPlatform(new FeedReader(YamlFile.parse(name, yaml)).spec(), false);
  }

  private FeedSpec spec() {
    file.only(
        "feed",
        "id",
        "rooms",
        "settings",
        "lookup",
        "socket",
        "poll",
        "topic",
        "decode",
        "messages",
        "events",
        "pass",
        "name",
        "end");
    if (!file.need("feed").asText().equals("1")) {
      throw file.need("feed").wrong(Phrase.of("feed.form"));
    }
    String id = matching(file.need("id"), ID);
    Map<String, String> settings = settings();
    settings.keySet().forEach(variables::add);
    List<Request> lookup = lookup();
    SourceReader source = new SourceReader(file, variables);
    return new FeedSpec(id, rooms(), settings, lookup, source.read(), chain(), messages(), ends());
  }

  private static String matching(YamlNode value, Pattern form) {
    if (!form.matcher(value.asText()).matches()) {
      throw value.wrong(Phrase.of("feed.id", value.asText()));
    }
    return value.asText();
  }

  private Rooms rooms() {
    YamlNode rooms = file.get("rooms");
    if (rooms == null) {
      return new Rooms(ONLY_ROOM, Pattern.compile(ONLY_ROOM), List.of());
    }
    rooms.only("first", "names", "pages");
    YamlNode names = rooms.get("names");
    Pattern form = names == null ? Pattern.compile(ANY_ROOM) : pattern(names);
    YamlNode first = rooms.need("first");
    if (!form.matcher(first.asText()).matches()) {
      throw first.wrong(Phrase.of("feed.names", form.toString()));
    }
    YamlNode pages = rooms.get("pages");
    List<UrlTemplate> templates = new ArrayList<>();
    if (pages != null) {
      pages.asList().forEach(page -> templates.add(Variables.url(page, "https", "http")));
    }
    return new Rooms(first.asText(), form, templates);
  }

  private static Pattern pattern(YamlNode value) {
    try {
      return Pattern.compile(value.asText());
    } catch (PatternSyntaxException e) {
      throw value.wrong(Phrase.of("feed.pattern", e.getDescription()));
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    YamlNode keys = file.get("settings");
    if (keys != null) {
      keys.asKeys()
          .forEach(
              (name, value) -> {
                if (!NAME.matcher(name).matches() || FeedSpec.GIVEN.contains(name)) {
                  throw value.wrong(Phrase.of("feed.setting"));
                }
                settings.put(name, value.asText());
              });
    }
    return settings;
  }

  private List<Request> lookup() {
    List<Request> steps = new ArrayList<>();
    YamlNode list = file.get("lookup");
    if (list != null) {
      for (YamlNode item : list.asList()) {
        steps.add(variables.request(item, "step " + (steps.size() + 1)));
      }
    }
    return steps;
  }

  private Chain chain() {
    return Chain.of(file.need("decode"), path("messages", JsonPath.ROOT));
  }

  private FeedMessages messages() {
    List<EventRule> rules = new ArrayList<>();
    file.need("events").asList().forEach(item -> rules.add(EventRule.of(item)));
    List<Condition> passed = new ArrayList<>();
    YamlNode pass = file.get("pass");
    if (pass != null) {
      pass.asList().forEach(item -> passed.add(Condition.of(item)));
    }
    return new FeedMessages(rules, passed, path("name", JsonPath.of("$.type")));
  }

  private JsonPath path(String key, JsonPath otherwise) {
    YamlNode value = file.get(key);
    return value == null ? otherwise : Variables.path(value);
  }

  private List<End> ends() {
    List<End> ends = new ArrayList<>();
    YamlNode list = file.get("end");
    if (list != null) {
      list.asList().forEach(item -> ends.add(end(item.only("when", "why", "for_good"))));
    }
    return ends;
  }

  private static End end(YamlNode item) {
    YamlNode why = item.get("why");
    return new End(
        Condition.of(item.need("when")), value(why, item), Variables.flag(item.get("for_good")));
  }

  private static Value value(@Nullable YamlNode value, YamlNode around) {
    try {
      return new Value(value == null ? "it says no more" : value.asText());
    } catch (IllegalArgumentException e) {
      throw (value == null ? around : value).wrong(e);
    }
  }
}
