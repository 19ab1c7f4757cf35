package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Chat.Emote;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code webcast.data.Text} as people read it: its pieces filled into its pattern, such as {@code
 * {0:user} 送给 {1} {2}个}; the pieces in a row where it has none.
 *
 * <p>The pieces' numbers (11 string, 21 user, 22 gift, 23 heart, 24 pattern, 25 image) are those of
 * the page's own tables; most public .proto files have 3 to 8, which is wrong.
 *
 * @param emotes the pictures with a name, which stands in {@code text}
 * @param image URL of the first picture, named or not; null where there is none
 */
record DisplayText(String text, List<Emote> emotes, @Nullable String image) {
  static final DisplayText NONE = new DisplayText("", List.of(), null);

  private static final int PIECES = 256;

  /** Types of pieces. */
  private static final int TEXT = 1;

  private static final int IMAGE = 15;

  /** One piece: what it says, and its picture where it is one. */
  record Piece(String text, @Nullable Image image) {
    static final Piece EMPTY = new Piece("", null);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The text in a field. */
  static DisplayText read(ProtoFields in, int field) throws MalformedException {
    return in.message(field, NONE, DisplayText::readFields);
  }

  private static DisplayText readFields(ProtoFields in) throws MalformedException {
    List<Piece> pieces = in.messages(4, PIECES, DisplayText::readPiece);
    String text = TextPattern.fill(in.string(2), pieces);
    return new DisplayText(text, emotes(pieces), image(pieces));
  }

  private static Piece readPiece(ProtoFields in) throws MalformedException {
    if (!in.has(25)) {
      return new Piece(readWords(in), null);
    }
    Image image = in.message(25, Image.NONE, piece -> Image.read(piece, 1));
    return new Piece(image.name(), image);
  }

  private static String readWords(ProtoFields in) throws MalformedException {
    if (in.has(23)) {
      return "❤";
    }
    if (in.has(21)) {
      return in.message(21, "", DisplayText::readUser);
    }
    String gift = in.message(22, "", piece -> piece.message(2, "", name -> name.string(2)));
    String pattern = in.message(24, "", piece -> piece.string(2));
    return in.string(11) + gift + pattern;
  }

  private static String readUser(ProtoFields in) throws MalformedException {
    return in.has(1) ? Viewer.read(in, 1).shown().displayName() : "";
  }

  private static List<Emote> emotes(List<Piece> pieces) {
    List<Emote> emotes = new ArrayList<>();
    for (Piece piece : pieces) {
      Image image = piece.image();
      if (image != null && image.url() != null && !image.name().isEmpty()) {
        emotes.add(new Emote(image.name(), image.url()));
      }
    }
    return emotes.stream().distinct().toList();
  }

  private static @Nullable String image(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (piece.image() != null && piece.image().url() != null) {
        return piece.image().url();
      }
    }
    return null;
  }

  /** A text as a row of pieces, in which every emote is a picture; those too many stay text. */
  static ProtoWriter write(String text, List<Emote> emotes) {
    ProtoWriter out = new ProtoWriter();
    int from = 0;
    int pieces = 0;
    for (int at = 0; at < text.length() && pieces < PIECES - 3; at++) {
      Emote emote = emoteAt(text, at, emotes);
      if (emote != null) {
        pieces += from < at ? 2 : 1;
        writeText(out, text.substring(from, at));
        writeImage(out, emote.url(), emote.key());
        from = at + emote.key().length();
        at = from - 1;
      }
    }
    writeText(out, text.substring(from));
    return out;
  }

  private static @Nullable Emote emoteAt(String text, int at, List<Emote> emotes) {
    for (Emote emote : emotes) {
      if (!emote.key().isEmpty() && text.startsWith(emote.key(), at)) {
        return emote;
      }
    }
    return null;
  }

  private static void writeText(ProtoWriter out, String text) {
    if (!text.isEmpty()) {
      out.message(4, new ProtoWriter().varint(1, TEXT).string(11, text));
    }
  }

  static void writeImage(ProtoWriter out, String url, String name) {
    ProtoWriter image = new ProtoWriter().message(1, Image.write(url, name));
    out.message(4, new ProtoWriter().varint(1, IMAGE).message(25, image));
  }
}
