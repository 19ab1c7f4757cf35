package io.github.danmuhub.platform.contract;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.testing.WiredRoom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A platform whose contract is tested, and its simulated side, wired in memory under a virtual
 * clock.
 *
 * @param <P> the platform
 */
abstract class PlatformUnderTest<P extends Platform & Simulatable> {
  static final long MINUTE = 60_000;

  /** What it may be made to do wrong, and how that ends. */
  public enum Ending {
    /** A broken part is reported, its neighbours arrive. */
    REPORTED,
    /** It is emitted as unknown, its neighbours arrive. */
    UNKNOWN,
    /** It is passed over, its neighbours arrive. */
    PASSED_OVER,
    /** The room is dialled again, and is live then. */
    DIALLED_AGAIN
  }

  final P platform;

  PlatformUnderTest(P platform) {
    this.platform = platform;
  }

  /** A room of its simulated side. */
  protected abstract RoomRef room();

  /** What people write, and the room that they mean. */
  protected abstract Map<String, String> roomForms();

  /** Addresses of it that are no rooms, and rooms of others. */
  protected abstract List<String> noRooms();

  /** What it sells and can tell. */
  protected abstract Vocabulary vocabulary();

  protected abstract Redaction redaction();

  protected abstract Dissector dissector();

  /** An account of the user's own, with secrets wherever they could leak. */
  protected abstract Credentials account();

  /**
   * What must not be read in a capture of that room: of the account, and what the site issued. All
   * of it passes, if only in a header.
   */
  protected abstract List<String> secrets(WiredRoom room);

  /** How often it has to be heard of, in milliseconds; 0 = it need not. */
  protected abstract long heartbeatMs();

  /** Whether the handshake is all there is to the admission, so that nothing can be silent. */
  protected boolean admitsByHandshake() {
    return false;
  }

  /** The faults of its simulated side, and how they end. */
  protected abstract Map<Fault, Ending> faults();

  /** How it cuts a byte stream, where it can be dialled over TCP. */
  protected Optional<Framing> framing() {
    return Optional.empty();
  }

  /** Whether a handshake may offer permessage-deflate, which the transport inflates. */
  protected boolean offersDeflate() {
    return false;
  }

  /** The settings by which it is. */
  protected Map<String, String> overTcp() {
    return Map.of();
  }

  /** Real frames; none where there are no captures. */
  protected abstract Stream<RecordedFrame> captures();

  final WiredRoom wired(SimulatedRoom hosted, PendingFaults faults, Settings settings) {
    SimulationOptions options =
        new SimulationOptions(
            List.of(hosted), Rules.TODAY, 0, 42, false, faults, BroadcastSchedule.ALWAYS);
    HostedPlatform<?> site = HostedPlatform.of(platform.id(), platform, options);
    return new WiredRoom(platform, room(), site, settings);
  }

  final Settings nothingSet() {
    return Settings.none(platform.id());
  }

  final WiredRoom scripted() {
    return wired(new SimulatedRoom(room(), List.of()), PendingFaults.none(), nothingSet());
  }

  final WiredRoom with(PendingFaults faults) {
    return wired(new SimulatedRoom(room(), List.of()), faults, nothingSet());
  }

  static PendingFaults once(Fault fault) {
    return new PendingFaults(Map.of(fault, 1), 0);
  }
}
