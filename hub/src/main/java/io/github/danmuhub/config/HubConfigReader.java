package io.github.danmuhub.config;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the YAML file. What is wrong is told with line and column; values are never repeated. */
public final class HubConfigReader {
  private static final ObjectReader YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readerFor(HubConfig.class);

  /** Jackson has no type for it. */
  private static final Pattern TWICE = Pattern.compile("^Duplicate field '(.*)'");

  private static final int LONGEST = 1_000;

  private HubConfigReader() {}

  /**
   * Reads the file.
   *
   * @throws ConfigException with the file's name, line and column
   */
  public static HubConfig read(Path file) throws ConfigException {
    return parse(file.toString(), ConfigFile.read(file));
  }

  /** {@code name} stands in messages for where the text comes from. */
  public static HubConfig parse(String name, String yaml) throws ConfigException {
    try {
      HubConfig config = saysNothing(yaml) ? null : YAML.readValue(yaml);
      return config == null ? HubConfig.standard() : config;
    } catch (JsonProcessingException e) {
      JsonProcessingException cause = syntaxFirst(e);
      throw fault(name, location(yaml, cause), words(cause));
    }
  }

  private static boolean saysNothing(String yaml) {
    return yaml.lines().map(String::strip).allMatch(line -> line.matches("|---|#.*"));
  }

  /**
   * Of what others find wrong with a value.
   *
   * @param path its keys from the outermost on; an element of a list by its number from 0
   */
  public static ConfigException refusal(Path file, Phrase why, String... path) {
    JsonLocation at = null;
    try {
      at = KeyLocation.find(ConfigFile.read(file), List.of(path), null);
    } catch (ConfigException e) {
      // it was there a moment ago: told without its place
    }
    return fault(file.toString(), at, why);
  }

  /** A key, or a name, may be as long as the file. */
  private static ConfigException fault(String name, @Nullable JsonLocation at, Phrase why) {
    Phrase brief = why.shortened(LONGEST);
    return new ConfigException(
        at == null
            ? Phrase.of("config.fault", name, brief)
            : Phrase.of("config.fault-at", name, at.getLineNr(), at.getColumnNr(), brief));
  }

  /** Broken YAML inside a value comes wrapped. */
  private static JsonProcessingException syntaxFirst(JsonProcessingException e) {
    return e.getCause() instanceof JsonParseException syntax ? syntax : e;
  }

  private static @Nullable JsonLocation location(String yaml, JsonProcessingException e) {
    List<String> path = e.getCause() instanceof BadValueException bad ? path(e, bad) : path(e);
    return path.isEmpty() ? e.getLocation() : KeyLocation.find(yaml, path, e.getLocation());
  }

  /** A value below a name of the user's own, such as a device's, knows its last key only. */
  private static List<String> path(JsonProcessingException e, BadValueException bad) {
    List<String> to = path(e);
    List<String> known = bad.path();
    if (known.size() >= to.size() && known.subList(0, to.size()).equals(to)) {
      return known;
    }
    return known.size() == 1
        ? to
        : Stream.concat(to.stream(), Stream.of(known.get(known.size() - 1))).toList();
  }

  private static Phrase words(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Phrase.of("config.unknown-key", unknown.getPropertyName(), known(unknown));
    }
    if (e.getCause() instanceof BadValueException bad) {
      return bad.told();
    }
    if (!path(e).isEmpty()) {
      return Phrase.of("config.of-value", String.join(".", path(e)), wrongValue(e));
    }
    if (e instanceof MismatchedInputException) {
      return Phrase.of("config.no-keys");
    }
    Matcher twice = TWICE.matcher(e.getOriginalMessage());
    return twice.find()
        ? Phrase.of("config.twice", String.valueOf(twice.group(1)))
        : Phrase.of("config.no-yaml", firstLine(e.getOriginalMessage()));
  }

  private static Phrase wrongValue(JsonProcessingException e) {
    if (e.getCause() instanceof InputCoercionException) {
      return Phrase.of("config.too-large");
    }
    Class<?> wanted = e instanceof MismatchedInputException m ? m.getTargetType() : null;
    return wanted == null ? Phrase.of("config.type") : instead(wanted);
  }

  /** Of a key that takes one of a few words, or keys of its own. */
  private static Phrase instead(Class<?> wanted) {
    if (wanted.isEnum()) {
      return Phrase.of("config.type-words", words(wanted));
    }
    return Phrase.of(Record.class.isAssignableFrom(wanted) ? "config.type-keys" : "config.type");
  }

  private static Phrase words(Class<?> few) {
    return Phrase.any(List.of(few.getEnumConstants()));
  }

  private static String known(UnrecognizedPropertyException e) {
    Collection<Object> ids = e.getKnownPropertyIds();
    return ids == null ? "none" : ids.stream().map(String::valueOf).sorted().collect(joining(", "));
  }

  private static List<String> path(JsonProcessingException e) {
    return e instanceof JsonMappingException wrong
        ? wrong.getPath().stream().map(HubConfigReader::part).toList()
        : List.of();
  }

  private static String part(JsonMappingException.Reference part) {
    return part.getFieldName() == null ? Integer.toString(part.getIndex()) : part.getFieldName();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
