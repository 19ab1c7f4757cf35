package io.github.danmuhub.device;

import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Refusal;
import io.github.danmuhub.text.Phrase;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code /api/devices}: how they stand, and what a person may do. Arming is asked of the device, so
 * that its answer takes a moment; everything else is done at once.
 */
final class DevicesDoor {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final long LOOK_MS = 50;
  private static final int LOOKS = 40;
  private static final Phrase PERSON = Phrase.of("gate.person");

  private final Devices devices;

  DevicesDoor(Devices devices) {
    this.devices = devices;
  }

  List<Door> doors() {
    return List.of(
        Door.get("/api/devices", this::list),
        Door.post("/api/devices/stop", this::stopAll),
        Door.post("/api/devices/{device}/arm", context -> one(context, d -> arm(context, d))),
        Door.post(
            "/api/devices/{device}/disarm",
            context -> at(context, device -> device.disarmNow(Phrase.of("gate.disarmed", PERSON)))),
        Door.post(
            "/api/devices/{device}/stop",
            context -> at(context, device -> devices.stop(device, PERSON))),
        Door.post("/api/devices/{device}/release", context -> at(context, Device::release)));
  }

  private void list(RoutingContext context) {
    Json.send(context.response(), OK, DeviceJson.of(devices.all()).toString());
  }

  private void stopAll(RoutingContext context) {
    devices.stop(PERSON);
    later(context, () -> list(context));
  }

  private void one(RoutingContext context, Consumer<Device> found) {
    Optional<Device> device = devices.find(Objects.requireNonNull(context.pathParam("device")));
    if (device.isPresent()) {
      found.accept(device.get());
    } else {
      Refusal.send(context, NOT_FOUND, "no-such-device", Phrase.of("gate.no-device"));
    }
  }

  private void at(RoutingContext context, Consumer<Device> act) {
    one(
        context,
        device -> {
          act.accept(device);
          later(context, () -> show(context, device));
        });
  }

  /** When the loop has done it. */
  private static void later(RoutingContext context, Runnable answer) {
    context.vertx().setTimer(LOOK_MS, timer -> answer.run());
  }

  private static void show(RoutingContext context, Device device) {
    Json.send(context.response(), OK, DeviceJson.of(device).toString());
  }

  private static void arm(RoutingContext context, Device device) {
    var unused =
        device
            .arm()
            .thenAccept(
                refusal ->
                    context.vertx().runOnContext(now -> asked(context, device, refusal, LOOKS)));
  }

  private static void asked(
      RoutingContext context, Device device, Optional<Phrase> refusal, int looks) {
    State state = device.status().state();
    if (refusal.isPresent()) {
      Refusal.send(context, CONFLICT, "not-armed", refusal.get());
    } else if (state == State.ARMED) {
      show(context, device);
    } else if (state == State.ARMING && looks > 0) {
      later(context, () -> asked(context, device, refusal, looks - 1));
    } else {
      Refusal.send(context, CONFLICT, "not-armed", device.status().why());
    }
  }
}
