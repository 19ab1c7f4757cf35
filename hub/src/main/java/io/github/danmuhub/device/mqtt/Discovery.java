package io.github.danmuhub.device.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a device is announced to Home Assistant (MQTT discovery by device, since 2024.11): how it
 * stands, a button that stops it and one that disarms it. Arming and moving are never offered: that
 * is for who sees the cat.
 *
 * @param device its name in the configuration
 * @param topic its own
 */
record Discovery(String device, String topic) {
  private static final String PREFIX = "homeassistant/device/";

  String where() {
    return PREFIX + id() + "/config";
  }

  private String id() {
    return "danmu_" + device;
  }

  String text() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode described = json.putObject("dev").put("name", device).put("mf", "Danmu Hub");
    described.putArray("ids").add(id());
    json.putObject("o").put("name", "Danmu Hub");
    json.putArray("avty").addObject().put("t", topic + "/hub/status");
    ObjectNode parts = json.putObject("cmps");
    part(parts, "state", "sensor", "State").put("stat_t", topic + "/hub/state");
    part(parts, "stop", "button", "Stop")
        .put("cmd_t", topic + "/stop")
        .put("pl_prs", "stop home-assistant");
    part(parts, "disarm", "button", "Disarm").put("cmd_t", topic + "/hub/disarm");
    return json.toString();
  }

  private ObjectNode part(ObjectNode parts, String key, String platform, String name) {
    ObjectNode part = parts.putObject(key).put("p", platform).put("name", name);
    return part.put("unique_id", id() + "_" + key);
  }
}
