/** What the names of recorders' files tell. */
@NullMarked
package io.github.danmuhub.intake.filename;

import org.jspecify.annotations.NullMarked;
