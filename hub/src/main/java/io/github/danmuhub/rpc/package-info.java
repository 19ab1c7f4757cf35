/**
 * Functions of pages, called by programs (JS-RPC). A page registers what it can do, by our own
 * script or by one that was written for another hub of this kind; any program calls it over HTTP.
 *
 * <pre>
 * POST /rpc/GROUP/ACTION ─ door ─▶ desk ─ chooses ─▶ client ─▶ call ─ recorded ─▶ page ─ socket ─▶ the page
 *                          answer ◀──────── once ──────────── call ◀──────────── page ◀──────────
 * </pre>
 *
 * All of it lives on the loop of the hub's doors.
 */
@NullMarked
package io.github.danmuhub.rpc;

import org.jspecify.annotations.NullMarked;
