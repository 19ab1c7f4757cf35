package io.github.danmuhub.transport;

import java.io.IOException;

/** Threads of the tests' own servers, which end with their sockets. */
public final class Daemons {
  private Daemons() {}

  /** What a thread does until its socket is closed. */
  public interface Task {
    void run() throws IOException;
  }

  public static void start(String name, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException closed) {
                return; // the other side is gone, or the test is over
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
