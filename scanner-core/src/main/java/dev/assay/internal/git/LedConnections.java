package dev.assay.internal.git;

import dev.assay.internal.http.HttpTransport;
import dev.assay.internal.http.Origin;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/** Connections to a server, and to where it redirects, if it may lead there. */
final class LedConnections implements HttpConnectionFactory {
  private final Origin first;
  private final HttpConnectionFactory connections = new JDKHttpConnectionFactory();

  LedConnections(URI server) {
    this.first = Origin.of(server);
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    require(url);
    return connections.create(url);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    require(url);
    return connections.create(url, proxy);
  }

  private void require(URL url) throws IOException {
    try {
      HttpTransport.requireSafe(first, Origin.of(url.toURI()));
    } catch (URISyntaxException e) {
      throw new IOException("no address", e);
    }
  }
}
