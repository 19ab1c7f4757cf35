package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A list of rooms, one a line, as recorders of videos have it too. What is no room of a line, its
 * quality and the anchor's name, is passed over; {@code #} leaves the line out.
 *
 * <pre>
 * bilibili:545068
 * 原画,https://live.douyin.com/80017709309,主播: 某人
 * #https://www.huya.com/lpl
 * </pre>
 */
final class RoomsFile {
  private static final long LIMIT = 1 << 20;
  private static final Pattern COMMA = Pattern.compile("[,，]");

  private RoomsFile() {}

  /**
   * The rooms, in their order, as they are written there.
   *
   * @throws CommandFailure in one line, where it cannot be read or names none
   */
  static List<String> read(Path file) {
    try {
      if (!Files.isRegularFile(file) && Files.exists(file)) {
        throw new CommandFailure(Phrase.of("rooms.irregular", file));
      }
      if (Files.size(file) > LIMIT) {
        throw new CommandFailure(Phrase.of("rooms.large", file));
      }
      return rooms(file, Files.readString(file, UTF_8));
    } catch (CharacterCodingException e) {
      throw new CommandFailure(Phrase.of("rooms.charset", file), e);
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("file.unreadable", file, FileTrouble.words(e)), e);
    }
  }

  private static List<String> rooms(Path file, String text) {
    List<String> rooms = new ArrayList<>();
    int number = 0;
    for (String line : text.replace("\uFEFF", "").lines().toList()) {
      number++;
      String rest = line.strip();
      if (!rest.isEmpty() && !rest.startsWith("#")) {
        rooms.add(room(Phrase.of("rooms.line", file, number), rest));
      }
    }
    if (rooms.isEmpty()) {
      throw new CommandFailure(Phrase.of("rooms.empty", file));
    }
    return rooms;
  }

  private static String room(Phrase place, String line) {
    return COMMA
        .splitAsStream(line)
        .map(String::strip)
        .filter(part -> part.contains(":") && !part.startsWith("主播"))
        .findFirst()
        .orElseThrow(() -> new CommandFailure(Phrase.of("rooms.none", place)));
  }
}
