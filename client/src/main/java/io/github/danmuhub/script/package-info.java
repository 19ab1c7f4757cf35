/**
 * What happens in a simulated room, in events: seeded, endless, the same whenever it is asked for.
 *
 * <pre>
 *  Script ─▶ Scene ─ Acts: a combo, a vote, a battle …
 *               └── Cast (who), Words (what they say), Vocabulary (what their platform sells)
 *  Carried ─▶ Reduction: any event, as far as a platform can tell it
 * </pre>
 *
 * <p>No platform is known here, and no bytes: a platform's encoder writes these events, and its
 * session reads them again. {@link io.github.danmuhub.script.Carried} says what must come out.
 */
@NullMarked
package io.github.danmuhub.script;

import org.jspecify.annotations.NullMarked;
