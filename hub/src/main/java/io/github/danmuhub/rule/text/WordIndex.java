package io.github.danmuhub.rule.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of all rules in one place: a text is walked once, however many words there are
 * (Aho-Corasick). Immutable once built; any thread.
 */
public final class WordIndex {
  private final Node root;

  private WordIndex(Node root) {
    this.root = root;
  }

  /** Where in a text a word has to stand. */
  public enum Where {
    WHOLE,
    START,
    ANYWHERE
  }

  private record Word(int owner, int length, Where where) {
    boolean standsIn(int end, int textLength) {
      return switch (where) {
        case WHOLE -> length == textLength;
        case START -> end == length;
        case ANYWHERE -> true;
      };
    }
  }

  /** The owners, from 0, of which a word stands in this {@linkplain NormalText normal} text. */
  public BitSet find(String normal) {
    BitSet owners = new BitSet();
    Node at = root;
    for (int i = 0; i < normal.length(); i++) {
      at = at.next(normal.charAt(i));
      for (Node node = at; node != null; node = node.shorter) {
        node.collect(i + 1, normal.length(), owners);
      }
    }
    return owners;
  }

  /** One prefix of some words. */
  private static final class Node {
    final Map<Character, Node> children = new HashMap<>(2);
    final List<Word> words = new ArrayList<>(0);
    @Nullable Node fallback;

    /** The next shorter suffix that is a word. */
    @Nullable Node shorter;

    Node next(char c) {
      Node at = this;
      Node child = at.children.get(c);
      while (child == null && at.fallback != null) {
        at = at.fallback;
        child = at.children.get(c);
      }
      return child == null ? at : child;
    }

    void collect(int end, int textLength, BitSet owners) {
      for (Word word : words) {
        if (word.standsIn(end, textLength)) {
          owners.set(word.owner);
        }
      }
    }
  }

  /** Takes words until it is built. One thread. */
  public static final class Builder {
    private final Node root = new Node();

    /**
     * Takes a word.
     *
     * @param word in {@linkplain NormalText normal} form, not empty
     */
    public void add(String word, Where where, int owner) {
      Node at = root;
      for (int i = 0; i < word.length(); i++) {
        at = at.children.computeIfAbsent(word.charAt(i), unused -> new Node());
      }
      at.words.add(new Word(owner, word.length(), where));
    }

    /** The index; the builder is of no more use. */
    public WordIndex build() {
      Deque<Node> open = new ArrayDeque<>();
      open.add(root);
      while (!open.isEmpty()) {
        Node parent = open.remove();
        parent.children.forEach((c, child) -> link(parent, c, child));
        open.addAll(parent.children.values());
      }
      return new WordIndex(root);
    }

    private static void link(Node parent, char c, Node child) {
      Node fallback = parent.fallback == null ? parent : parent.fallback.next(c);
      child.fallback = fallback;
      child.shorter = fallback.words.isEmpty() ? fallback.shorter : fallback;
    }
  }
}
