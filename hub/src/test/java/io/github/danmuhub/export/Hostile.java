package io.github.danmuhub.export;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Names that viewers choose to break things. */
final class Hostile {
  static final List<String> NAMES =
      List.of(
          "\"><script>alert(1)</script>",
          "a & b &amp; &#20013; ]]> <!-- -->",
          "emoji 😺👩‍👩‍👧 and 𠮷",
          "lone \ud83d surrogate \ude00",
          "controls \0\u0001\u001b[31m\u007f\u0085\ufeff\uffff",
          "=cmd()|' /C calc'!A0",
          "+1,-1;@SUM(A1)",
          "line\r\nbreak\ttab",
          "{\\an5\\fs200}\\N\\h\\",
          " spaces at both ends ",
          "，逗号\",\"",
          "长".repeat(10_000));

  private Hostile() {}

  static Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
    Arbitrary<String> nasty =
        Arbitraries.strings()
            .withChars("<>&\"',;=+-@{}\\\r\n\t \0\u001b\ud83d\ude3a\u0085\ufffe\ufeff]!中")
            .ofMaxLength(30);
    return Arbitraries.oneOf(any, nasty, Arbitraries.of(NAMES));
  }
}
