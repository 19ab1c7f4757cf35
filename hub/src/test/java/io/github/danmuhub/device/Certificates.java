package io.github.danmuhub.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An authority of one's own, and what it vouches for: a broker on this machine. PEM files, made
 * with openssl.
 *
 * @param authority its certificate
 * @param certificate the broker's
 * @param key the broker's
 */
record Certificates(Path authority, Path certificate, Path key) {

  static Certificates make(Path dir) throws IOException, InterruptedException {
    Files.createDirectories(dir);
    Certificates made =
        new Certificates(dir.resolve("ca.pem"), dir.resolve("server.pem"), dir.resolve("key.pem"));
    Path caKey = dir.resolve("ca-key.pem");
    Path request = dir.resolve("server.csr");
    Path names = Files.writeString(dir.resolve("names"), "subjectAltName=IP:127.0.0.1\n");
    newKey(caKey, made.authority, "-x509", "-days", "2", "-subj", "/CN=a test's own authority");
    newKey(made.key, request, "-subj", "/CN=a broker");
    Programs.run(
        "openssl",
        "x509",
        "-req",
        "-days",
        "2",
        "-CAcreateserial",
        "-in",
        request.toString(),
        "-CA",
        made.authority.toString(),
        "-CAkey",
        caKey.toString(),
        "-extfile",
        names.toString(),
        "-out",
        made.certificate.toString());
    return made;
  }

  private static void newKey(Path key, Path out, String... more)
      throws IOException, InterruptedException {
    String[] command = {
      "openssl",
      "req",
      "-new",
      "-nodes",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-keyout",
      key.toString(),
      "-out",
      out.toString()
    };
    String[] all = new String[command.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    Programs.run(all);
  }
}
