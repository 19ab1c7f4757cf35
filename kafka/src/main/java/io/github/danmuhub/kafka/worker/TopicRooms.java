package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.OpenedRoom;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomRefusedException.Reason;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.Clients;
import io.github.danmuhub.kafka.broker.Topics;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.kafka.control.RoomsTopic;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The rooms behind the doors of a worker: who opens or closes one there, says so to all workers,
 * one of which hears it. Listed are those that this hub hears itself.
 */
public final class TopicRooms implements Rooms {
  private final HubRooms own;
  private final Rooms shown;
  private final Source topic;
  private final LongSupplier clock;

  /** Where rooms are wanted. */
  public interface Source {
    RoomsTopic open() throws BrokerException;
  }

  /**
   * @param own the hub's
   * @param shown those that stood there without Kafka
   * @param clock epoch milliseconds
   */
  public TopicRooms(HubRooms own, Rooms shown, Source topic, LongSupplier clock) {
    this.own = own;
    this.shown = shown;
    this.topic = topic;
    this.clock = clock;
  }

  /** By the cluster of a hub's file. */
  public static TopicRooms of(KafkaConfig config, HubRooms own, Rooms shown) {
    Topics topics = new Topics(config.topics());
    return new TopicRooms(
        own, shown, () -> Workshop.rooms(Clients.of(config), topics), System::currentTimeMillis);
  }

  @Override
  public List<RoomStatus> list() {
    return shown.list();
  }

  @Override
  public OpenedRoom open(String roomOrUrl) throws RoomRefusedException {
    RoomRef room = own.find(roomOrUrl);
    try (RoomsTopic rooms = topic.open()) {
      boolean isNew = rooms.add(room, RoomRecord.plain(clock.getAsLong()));
      return new OpenedRoom(status(room), isNew);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private RoomStatus status(RoomRef room) {
    return shown.list().stream()
        .filter(each -> each.key().equals(room.toString()))
        .findFirst()
        .orElseGet(
            () ->
                new RoomStatus(
                    room.platform(),
                    room.room(),
                    Connection.State.RESOLVING,
                    null,
                    Connection.Health.NONE));
  }

  /** One that no topic wants is this hub's alone, and closed here. */
  @Override
  public boolean close(String room) throws RoomRefusedException {
    try (RoomsTopic rooms = topic.open()) {
      if (rooms.remove(RoomRecord.room(room))) {
        return true;
      }
    } catch (MalformedException e) {
      return false;
    } catch (IOException e) {
      throw unreachable(e);
    }
    return shown.close(room);
  }

  private static RoomRefusedException unreachable(IOException e) {
    Phrase why = e instanceof Told ours ? ours.told() : Phrase.foreign(e.getMessage());
    return new RoomRefusedException(Reason.UNREACHABLE, Phrase.of("kafka.rooms-unreachable", why));
  }
}
