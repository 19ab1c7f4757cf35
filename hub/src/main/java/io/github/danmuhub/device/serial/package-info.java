/**
 * Devices at a serial port: text lines, or the frames of the original toy's base.
 *
 * <pre>
 * +-------+--------+---------+--------+------------------+--------+---------------------+
 * | A5 A5 | device | command | length | CRC-8 of these 5 | data … | CRC-16 of all, low  |
 * |       |        |         |        |                  |        | byte first          |
 * +-------+--------+---------+--------+------------------+--------+---------------------+
 * </pre>
 *
 * The frames are those of rcxxx/Cloud-Tease-Cat (firmware NyaToys). Its firmware has the checks
 * commented out and its sender sent zeros; the true ones are CRC-8 (0x31) and CRC-16 (0x1021), both
 * reflected, from all ones.
 */
@NullMarked
package io.github.danmuhub.device.serial;

import org.jspecify.annotations.NullMarked;
