/**
 * Recordings for other programs: players, editors, spreadsheets. Each format is one {@link
 * io.github.danmuhub.export.Exporter} in the table {@link io.github.danmuhub.export.Exporters};
 * {@link io.github.danmuhub.export.Export} reads a recording once, event by event, and writes a
 * file that appears under its name only when it is whole.
 *
 * <p>Time in a player's file is our clock's ({@code received}) since the first event that is
 * exported: the platform's clock may jump, and a recorder of pictures sees what we see.
 */
@NullMarked
package io.github.danmuhub.export;

import org.jspecify.annotations.NullMarked;
