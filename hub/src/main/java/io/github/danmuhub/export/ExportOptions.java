package io.github.danmuhub.export;

import io.github.danmuhub.record.Selection;

/**
 * How to export.
 *
 * @param selection which events
 * @param force whether a file of that name is replaced
 * @param raw XML: whether the platform's own message stands with each element, as far as recorded
 * @param noBreakSpaces XML: whether spaces in names of gifts become U+00A0, for readers that end an
 *     attribute at a space (DanmakuFactory 1.70 does)
 * @param retracted XML: whether messages that were taken back stand there too, marked {@code
 *     retracted="true"}
 * @param bom CSV: whether the file starts with a byte order mark, without which Excel guesses the
 *     encoding wrong
 * @param timing what times count from, and which part is written
 * @param ass ASS, SRT: how the lines look
 */
public record ExportOptions(
    Selection selection,
    boolean force,
    boolean raw,
    boolean noBreakSpaces,
    boolean retracted,
    boolean bom,
    Timing timing,
    AssStyle ass) {

  public static final ExportOptions DEFAULTS =
      new ExportOptions(
          Selection.ALL, false, false, false, false, false, Timing.PLAIN, AssStyle.DEFAULTS);

  public ExportOptions withSelection(Selection other) {
    return new ExportOptions(other, force, raw, noBreakSpaces, retracted, bom, timing, ass);
  }

  public ExportOptions withForce(boolean replace) {
    return new ExportOptions(selection, replace, raw, noBreakSpaces, retracted, bom, timing, ass);
  }

  public ExportOptions withRaw(boolean withRaw) {
    return new ExportOptions(selection, force, withRaw, noBreakSpaces, retracted, bom, timing, ass);
  }

  public ExportOptions withNoBreakSpaces(boolean instead) {
    return new ExportOptions(selection, force, raw, instead, retracted, bom, timing, ass);
  }

  public ExportOptions withRetracted(boolean marked) {
    return new ExportOptions(selection, force, raw, noBreakSpaces, marked, bom, timing, ass);
  }

  public ExportOptions withBom(boolean withBom) {
    return new ExportOptions(selection, force, raw, noBreakSpaces, retracted, withBom, timing, ass);
  }

  public ExportOptions withTiming(Timing other) {
    return new ExportOptions(selection, force, raw, noBreakSpaces, retracted, bom, other, ass);
  }

  public ExportOptions withAss(AssStyle style) {
    return new ExportOptions(selection, force, raw, noBreakSpaces, retracted, bom, timing, style);
  }
}
