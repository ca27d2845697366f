package dev.assay.internal.http;

import dev.assay.internal.remote.Checksum;
import dev.assay.internal.remote.RemoteFile;
import dev.assay.internal.remote.Transfer;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import dev.assay.source.SourceProvider;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** One file on a web server: {@code https://host/train.jsonl}, {@code ...#sha256=HEX}. */
public final class HttpSourceProvider implements SourceProvider {
  private static final String OPTIONS = "http";

  @Override
  public boolean accepts(String argument) {
    String lower = argument.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  @Override
  public Source open(String argument, Context context) throws SourceException {
    HttpAddress address = HttpAddress.of(argument);
    Transfer transfer = Transfer.of(OPTIONS, context.options());
    HttpTransport transport =
        new HttpTransport(transfer, Credentials.of(context.environment(), context.root()));
    return new OneFile(address, transport, transfer);
  }

  private record OneFile(HttpAddress address, HttpTransport transport, Transfer transfer)
      implements Source {
    @Override
    public void list(Listing listing) {
      HttpDownload download = new HttpDownload(transport, address.uri());
      long size = -1;
      try {
        size = download.size();
      } catch (SourceException e) {
        listing.unreadable(address.shown(), String.valueOf(e.getMessage()));
        return;
      } catch (IOException e) {
        // It may go better when the file is opened; its size is a convenience.
        size = -1;
      }
      Checksum pinned = address.pinned();
      listing.file(
          new RemoteFile(
              OPTIONS,
              address.shown(),
              size,
              download,
              pinned == null ? List.of() : List.of(pinned),
              transfer));
    }

    @Override
    public void close() {
      // Connections belong to the files that are open, and are closed with them.
    }
  }
}
