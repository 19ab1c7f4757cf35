package io.github.danmuhub.log;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader that returns gets, page by page.
 *
 * @param missed how many it was told that it missed
 * @param whole whether each number up to the newest was either sent or told as missed, in order
 */
record Returned(List<Long> seqs, long missed, boolean whole) {
  static Returned to(EventLog log, long after) throws NotYetException {
    List<Long> seqs = new ArrayList<>();
    long missed = 0;
    long at = after;
    boolean whole = true;
    Page page;
    do {
      page = log.read(at, Filter.ALL, 7);
      missed += page.missed();
      at += page.missed();
      for (Entry entry : page.entries()) {
        whole &= entry.seq() == ++at;
        seqs.add(entry.seq());
      }
      whole &= page.next() == at;
    } while (page.more());
    return new Returned(seqs, missed, whole && at == log.last());
  }
}
