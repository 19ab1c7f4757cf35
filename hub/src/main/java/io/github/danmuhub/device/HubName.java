package io.github.danmuhub.device;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Who this hub is to devices and brokers.
 *
 * @param name for people: whoever is refused a device reads who holds it
 * @param run never the same twice
 */
record HubName(String name, String run) {
  private static final int LONGEST = 20;

  /** Of this machine, and of this run. */
  static HubName ofThisRun() {
    return new HubName(host(), "%08x".formatted(new SecureRandom().nextInt()));
  }

  private static String host() {
    try {
      String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
      String plain = host.replaceAll("[^a-z0-9-]", "-");
      return plain.substring(0, Math.min(LONGEST, plain.length()));
    } catch (UnknownHostException e) {
      return "hub";
    }
  }

  @Override
  public String toString() {
    return name + "/" + run;
  }

  /** A client id of its own on a broker, for one device. */
  String client(String device) {
    return "danmu-" + run + "-" + device;
  }
}
