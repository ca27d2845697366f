package dev.assay.internal.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Who answers for an address: scheme, host and port. */
public record Origin(String scheme, String host, int port) {
  public static Origin of(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
  }

  boolean isHttps() {
    return scheme.equals("https");
  }

  /** Whether what is sent there stays on this machine. */
  public boolean isLoopback() {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Whether a secret can be sent there without others reading it on the way. */
  boolean isConfidential() {
    return isHttps() || isLoopback();
  }

  /**
   * Whether the host is this machine, or an address of its own network segment alone, such as that
   * where clouds hand out credentials.
   */
  boolean isThisMachine() {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isAnyLocalAddress()) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException e) {
      // Behind a proxy that resolves names; connecting tells otherwise.
      return isLoopback();
    }
  }

  /** Host and port as people write them. */
  @Override
  public String toString() {
    boolean standard = port == (isHttps() ? 443 : 80);
    return standard ? host : host + ":" + port;
  }
}
