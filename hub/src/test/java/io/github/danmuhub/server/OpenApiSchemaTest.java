package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The OpenAPI document against the OpenAPI Initiative's own schema (ADR 8). */
class OpenApiSchemaTest {
  private static final String OFFICIAL = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(
              VersionFlag.V202012,
              factory ->
                  factory.schemaMappers(
                      map ->
                          map.mapPrefix(
                              "https://spec.openapis.org/", "classpath:spec.openapis.org/")))
          .getSchema(SchemaLocation.of(OFFICIAL));

  private static ObjectNode document() throws Exception {
    try (InputStream in = DoorTable.class.getResourceAsStream("openapi.json")) {
      return (ObjectNode) WsClient.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theDocumentFitsTheOfficialSchema() throws Exception {
    assertThat(SCHEMA.validate(document())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> theOfficialSchemaWouldTell() {
    return Stream.of(
        broken("no info", json -> json.remove("info")),
        broken("a key it does not know", json -> json.put("infos", 1)),
        broken(
            "a path without a slash", json -> ((ObjectNode) json.path("paths")).putObject("api")),
        broken("an answer without words", json -> ((ObjectNode) answer(json)).removeAll()),
        broken("a wrong place", json -> ((ObjectNode) parameter(json)).put("in", "body")),
        broken("a schema of no type", json -> schema(json).put("type", "text")));
  }

  private static DynamicTest broken(String name, Consumer<ObjectNode> fault) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          ObjectNode document = document();
          fault.accept(document);
          assertThat(SCHEMA.validate(document)).isNotEmpty();
        });
  }

  private static JsonNode answer(JsonNode document) {
    return document.at("/paths/~1api~1rooms/get/responses/200");
  }

  private static JsonNode parameter(JsonNode document) {
    return document.at("/paths/~1api~1events/get/parameters/0");
  }

  private static ObjectNode schema(JsonNode document) {
    return (ObjectNode) document.at("/components/schemas/Problem");
  }
}
