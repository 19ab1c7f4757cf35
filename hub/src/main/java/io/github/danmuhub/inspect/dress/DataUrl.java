package io.github.danmuhub.inspect.dress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.danmuhub.wire.MalformedException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code data:application/octet-stream;base64,…}, as browsers give bytes away. */
final class DataUrl implements Dress {
  private static final Pattern FORM =
      Pattern.compile("data:[^,]*?(;base64)?,(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<byte[]> read(String text) throws MalformedException {
    Matcher url = FORM.matcher(text.strip());
    if (!url.matches()) {
      return Optional.empty();
    }
    try {
      String body = URLDecoder.decode(url.group(2).replace("+", "%2B"), ISO_8859_1);
      return Optional.of(
          url.group(1) == null
              ? body.getBytes(ISO_8859_1)
              : Base64.getDecoder().decode(body.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("a data: URL whose body is broken");
    }
  }
}
