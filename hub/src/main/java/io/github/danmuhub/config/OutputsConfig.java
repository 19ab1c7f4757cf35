package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * Outputs in the words of other programs; each is off unless it is named.
 *
 * @param barrageGrab DouyinBarrageGrab's WebSocket; null: off
 * @param blivechat what blivechat says to its plugins; null: off
 */
public record OutputsConfig(@Nullable BarrageGrab barrageGrab, @Nullable Blivechat blivechat) {
  public static final OutputsConfig NONE = new OutputsConfig(null, null);

  /**
   * DouyinBarrageGrab's output.
   *
   * @param port where games look for it, 8888 unless told otherwise; 0 picks a free one
   */
  public record BarrageGrab(Integer port) {
    public BarrageGrab {
      port = Range.port("outputs.barrage_grab.port", requireNonNullElse(port, 8888));
    }
  }

  /**
   * blivechat's output.
   *
   * @param port blivechat's own, 12450, unless told otherwise; 0 picks a free one
   */
  public record Blivechat(Integer port) {
    public Blivechat {
      port = Range.port("outputs.blivechat.port", requireNonNullElse(port, 12_450));
    }
  }
}
