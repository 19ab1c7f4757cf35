package io.github.danmuhub.device.safety;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.device.Socat;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code safety.h}, compiled by g++, at the other end of a pseudo-terminal. */
public final class CppToy implements ToyDriver {
  private static final Path GCC = Path.of("/usr/bin/g++");
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final Path SOURCE = ROOT.resolve("hub/src/test/resources/device/pty.cpp");

  private final Process process;
  private final OutputStream out;
  private final BufferedReader in;
  private int entropy;

  CppToy(Path dir, Socat cable) throws IOException, InterruptedException {
    process = start(dir, cable.b(), "virtual", dir.resolve("cpp.log"));
    out = new FileOutputStream(cable.a().toRealPath().toFile());
    in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(cable.a().toRealPath().toFile()), US_ASCII));
  }

  /** Compiles it, and runs it on this port by {@code clock}; skipped in words without g++. */
  public static Process start(Path dir, Path port, String clock, Path log)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(GCC), "no g++: apt-get install g++");
    Path binary = dir.resolve("pty");
    if (!Files.exists(binary)) {
      compile(binary);
    }
    return new ProcessBuilder(binary.toString(), port.toString(), clock)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** As strictly as a compiler can be. */
  private static void compile(Path binary) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(GCC.toString(), "-std=c++11", "-O1"));
    command.addAll(List.of("-Wall", "-Wextra", "-Werror", "-Wno-psabi"));
    command.addAll(List.of("-I", ROOT.resolve("examples/cat-toy").toString()));
    command.addAll(List.of("-o", binary.toString(), SOURCE.toString()));
    Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(gcc.getInputStream().readAllBytes(), US_ASCII);
    assertThat(gcc.waitFor()).as(said).isZero();
  }

  @Override
  public void boot() throws IOException {
    say("0 !boot " + ++entropy);
    answer();
  }

  @Override
  public List<String> step(long now, String what) throws IOException {
    say(now + " " + (what.equals("!connect") ? "!connect " + ++entropy : what));
    return answer();
  }

  private void say(String line) throws IOException {
    out.write((line + "\n").getBytes(US_ASCII));
    out.flush();
  }

  private List<String> answer() throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.equals("="); line = in.readLine()) {
      said.add(line);
    }
    said.add(String.valueOf(in.readLine()));
    return said;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    out.close();
    in.close();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
