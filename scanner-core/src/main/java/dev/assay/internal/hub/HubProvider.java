package dev.assay.internal.hub;

import dev.assay.internal.http.Credentials;
import dev.assay.internal.http.HttpTransport;
import dev.assay.internal.http.Origin;
import dev.assay.internal.remote.Transfer;
import dev.assay.internal.source.ChosenParts;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import dev.assay.source.SourceProvider;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Dataset repositories of a hub: {@code hf://datasets/owner/name@revision:path}.
 *
 * <p>Settings: {@code hf.endpoint}, and {@code hf.config} and {@code hf.split}, names with commas
 * between them that the README explains.
 */
public final class HubProvider implements SourceProvider {
  static final String OPTIONS = "hf";
  private static final String ENDPOINT = "https://huggingface.co";

  @Override
  public boolean accepts(String argument) {
    return argument.startsWith(HubAddress.SCHEME);
  }

  @Override
  public Source open(String argument, Context context) throws SourceException {
    HubAddress address = HubAddress.of(argument);
    URI usual = endpoint(context.environment().getOrDefault("HF_ENDPOINT", ENDPOINT));
    String named = context.options().get("hf.endpoint");
    URI endpoint = named == null ? usual : endpoint(named);
    Transfer transfer = Transfer.of(OPTIONS, context.options());
    Credentials credentials = credentials(context, Origin.of(endpoint), Origin.of(usual));
    HubClient client =
        new HubClient(endpoint, new HttpTransport(transfer, credentials), transfer, address);
    return new HubSource(client, address, ChosenParts.of(context.options()));
  }

  /**
   * The token is for the hub that the environment names. Settings may come from a file beside the
   * data, which must not lead it elsewhere.
   */
  private static Credentials credentials(Context context, Origin hub, Origin usual) {
    boolean meant = hub.equals(usual) || hub.isLoopback();
    return meant
        ? Credentials.token(context.environment().getOrDefault("HF_TOKEN", ""), hub)
        : Credentials.NONE;
  }

  private static URI endpoint(String value) {
    try {
      URI uri = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, together with addresses of other kinds.
    }
    throw new IllegalArgumentException(
        "hf.endpoint (or HF_ENDPOINT) takes a web address such as " + ENDPOINT + ".");
  }
}
