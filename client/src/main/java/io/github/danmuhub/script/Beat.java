package io.github.danmuhub.script;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;

/** One thing that happens, before it is known when. */
interface Beat {
  LiveEvent at(Origin origin);
}
