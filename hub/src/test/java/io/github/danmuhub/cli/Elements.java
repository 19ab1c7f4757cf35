package io.github.danmuhub.cli;

/** How a page's elements are found by a script. */
final class Elements {
  /**
   * Finds elements by a selector whose parts, parted by spaces, may stand in shadow roots one
   * inside the other, and a text in it.
   */
  static final String FIND =
      """
      const [selector, text] = arguments;
      const parts = selector.split(" ");
      const above = (each) => each.parentElement ?? each.getRootNode().host;
      const isIt = (each, left) => {
        if (!each.matches(left[left.length - 1])) return false;
        if (left.length === 1) return true;
        for (let up = above(each); up; up = above(up)) {
          if (isIt(up, left.slice(0, -1))) return true;
        }
        return false;
      };
      const findAll = (root) => [...root.querySelectorAll("*")].flatMap((each) => [
        ...(isIt(each, parts) && (!text || each.textContent.includes(text)) ? [each] : []),
        ...(each.shadowRoot ? findAll(each.shadowRoot) : []),
      ]);
      const find = (root) => findAll(root)[0] ?? null;
      """;

  private Elements() {}
}
