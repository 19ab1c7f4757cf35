package io.github.danmuhub.feed.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.path.Template;
import io.github.danmuhub.feed.path.UrlTemplate;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request over HTTP, and what is taken out of its answer. Immutable.
 *
 * @param words what it is and where it stands in the file, for people
 * @param body null for none
 * @param take variable → where it stands in the answer
 */
public record Request(
    String words,
    String method,
    UrlTemplate url,
    Map<String, Template> headers,
    @Nullable Template body,
    Map<String, JsonPath> take) {

  public Request {
    headers = inOrder(headers);
    take = inOrder(take);
  }

  private static <T> Map<String, T> inOrder(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The call, with those values. */
  public HttpCall fill(UnaryOperator<String> values) {
    Raw content = body == null ? Raw.NOTHING : Raw.bytes(body.fill(values).getBytes(UTF_8));
    return new HttpCall(method, url.fill(values), filled(headers, values), content);
  }

  /** Headers with those values; one that is empty is left out. */
  static Headers filled(Map<String, Template> headers, UnaryOperator<String> values) {
    List<Headers.Header> list = new ArrayList<>();
    headers.forEach(
        (name, value) -> {
          String filled = value.fill(values);
          if (!filled.isEmpty()) {
            list.add(new Headers.Header(name, filled));
          }
        });
    return Headers.of(list);
  }
}
