package io.github.danmuhub.browser;

/** Is shown every target that we attach to, before its first script runs. On the link's loop. */
public interface TargetHook {
  /** Commands that are sent here are done before the target is let run. */
  void prepare(Target target);
}
