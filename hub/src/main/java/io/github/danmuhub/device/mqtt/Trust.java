package io.github.danmuhub.device.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom to believe that it is the broker. Its certificate has to name its host. */
public final class Trust {
  private Trust() {}

  /** Whom Java believes. */
  public static MqttClientSslConfig usual() {
    return MqttClientSslConfig.builder().build();
  }

  /**
   * Whom these authorities vouch for, and nobody else.
   *
   * @param file their certificates, PEM
   * @throws IllegalArgumentException in words, where there are none in it
   */
  public static MqttClientSslConfig in(Path file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate each : read(file)) {
        store.setCertificateEntry("authority" + count++, each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return MqttClientSslConfig.builder().trustManagerFactory(trust).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          file + " holds no certificates in PEM: name the file of your own authority", e);
    }
  }

  private static Iterable<? extends Certificate> read(Path file)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IOException("an empty file");
      }
      return found;
    }
  }
}
