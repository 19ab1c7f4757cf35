package io.github.danmuhub.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the YAML file. What is wrong is told with line and column; values are never repeated. */
public final class HubConfigReader {
  private static final ObjectReader YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readerFor(HubConfig.class);

  private HubConfigReader() {}

  /**
   * Reads the file.
   *
   * @throws ConfigException with the file's name, line and column
   */
  public static HubConfig read(Path file) throws ConfigException {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** {@code name} stands in messages for where the text comes from. */
  public static HubConfig parse(String name, String yaml) throws ConfigException {
    if (yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return HubConfig.standard();
    }
    try {
      return YAML.readValue(yaml);
    } catch (JsonProcessingException e) {
      JsonProcessingException cause = syntaxFirst(e);
      throw new ConfigException(name + where(location(yaml, cause)) + ": " + words(cause));
    }
  }

  /** Broken YAML inside a value comes wrapped. */
  private static JsonProcessingException syntaxFirst(JsonProcessingException e) {
    return e.getCause() instanceof StreamReadException syntax ? syntax : e;
  }

  private static @Nullable JsonLocation location(String yaml, JsonProcessingException e) {
    return e instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()
        ? KeyLocation.find(yaml, wrong, e.getLocation())
        : e.getLocation();
  }

  private static String where(@Nullable JsonLocation at) {
    return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String words(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key '" + unknown.getPropertyName() + "'; known here: " + known(unknown);
    }
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException) {
      return Objects.requireNonNullElse(cause.getMessage(), "a value is out of range");
    }
    if (e instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
      return "the value of '" + path(wrong) + "' is of the wrong type";
    }
    return "this is not YAML: " + firstLine(e.getOriginalMessage());
  }

  private static String known(UnrecognizedPropertyException e) {
    Collection<Object> ids = e.getKnownPropertyIds();
    return ids == null
        ? "none"
        : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
