package io.github.danmuhub.event;

/**
 * An amount without floating point.
 *
 * @param milli thousandths of the currency's unit
 * @param currency ISO 4217 where the platform has a fixed rate, else the platform's coin, such as
 *     {@code bilibili:silver}
 */
public record Money(long milli, String currency) {}
