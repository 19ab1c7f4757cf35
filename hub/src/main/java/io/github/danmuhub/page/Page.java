package io.github.danmuhub.page;

/**
 * One page.
 *
 * @param path where it is, as in the table of doors
 * @param module what it loads, in the folder of the pages
 * @param ground what it stands on
 */
record Page(String path, String module, Ground ground) {
  /** What a page stands on. */
  enum Ground {
    /** A window of a browser. */
    WINDOW,
    /** A scene of OBS, which brings styles of its user's, or a frame of the settings. */
    SCENE
  }

  static Page window(String path, String module) {
    return new Page(path, module, Ground.WINDOW);
  }

  static Page scene(String path, String module) {
    return new Page(path, module, Ground.SCENE);
  }
}
