package io.github.danmuhub.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.device.safety.GateStatus;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Devices as the doors tell of them. */
final class DeviceJson {
  private static final String PULL = "not confirmed: pull the plug";

  private DeviceJson() {}

  static ObjectNode of(List<Device> devices) {
    ObjectNode json = Json.message("devices");
    ArrayNode list = json.putArray("devices");
    devices.forEach(device -> list.add(of(device)));
    return json;
  }

  static ObjectNode of(Device device) {
    GateStatus status = device.status();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", device.name());
    json.put("state", word(status.state())).put("why", status.why().toString());
    Json.told(json, status.why());
    json.put("heard", status.heard());
    if (!device.trouble().equals(Phrase.NONE)) {
      json.put("trouble", device.trouble().toString());
      json.set("trouble_told", Json.told(device.trouble()));
    }
    if (status.state() == State.STOPPED) {
      json.put("confirmed", status.confirmed());
      json.put("advice", status.confirmed() ? "stopped" : PULL);
    }
    json.put("sent", status.sent()).put("acknowledged", status.acknowledged());
    json.put("strange", status.strange());
    putToy(json, status.toy());
    return json;
  }

  private static void putToy(ObjectNode json, @Nullable Tick toy) {
    if (toy != null) {
      ObjectNode told = json.putObject("toy");
      told.put("state", toy.state().name().toLowerCase(Locale.ROOT));
      told.put("hub", toy.hub()).put("lit", toy.pose().lit());
      told.put("pan_mdeg", toy.pose().pan()).put("tilt_mdeg", toy.pose().tilt());
      told.put("ball", toy.pose().ball()).put("wand", toy.pose().wand());
    }
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
