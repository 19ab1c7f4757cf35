/**
 * The one YAML file: records with a default for every key, so that the program works without it.
 * Unknown keys are refused with line and column. Imports nothing of ours.
 */
@NullMarked
package io.github.danmuhub.config;

import org.jspecify.annotations.NullMarked;
