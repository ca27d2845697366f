package dev.assay.internal.git;

import dev.assay.internal.http.Credentials;
import dev.assay.internal.http.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Who one is to a server: from the address, else the variable {@code ASSAY_GIT_TOKEN}, else Git's
 * own credential helpers. Given to the host of the address alone, and never printed. For one
 * thread.
 */
final class GitLogin extends CredentialsProvider implements Credentials {
  static final String TOKEN = "ASSAY_GIT_TOKEN";

  private static final int MOST = 1 << 16;
  private static final long HELPER_SECONDS = 20;

  private final GitAddress address;
  private final URI server;
  private final Map<String, String> environment;
  private boolean asked;
  private @Nullable Pair pair;

  private record Pair(String user, String password) {
    @Override
    public String toString() {
      return "Pair[hidden]";
    }
  }

  GitLogin(GitAddress address, Map<String, String> environment) {
    this.address = address;
    this.server = URI.create(address.url());
    this.environment = environment;
  }

  /** Whether there is anything to log in with. */
  boolean isKnown() {
    return pair() != null;
  }

  @Override
  public @Nullable String authorization(Origin origin) {
    Pair login = origin.equals(Origin.of(server)) ? pair() : null;
    if (login == null) {
      return null;
    }
    byte[] text = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(text);
  }

  @Override
  public String advice() {
    return "set " + TOKEN + ", or give one to git's credential helper";
  }

  private boolean isOwn(URIish uri) {
    return uri.getScheme() != null
        && uri.getHost() != null
        && server.getScheme().equalsIgnoreCase(uri.getScheme())
        && server.getHost().equalsIgnoreCase(uri.getHost())
        && server.getPort() == uri.getPort();
  }

  private @Nullable Pair pair() {
    if (!asked) {
      asked = true;
      pair = find();
    }
    return pair;
  }

  private @Nullable Pair find() {
    String info = address.userInfo();
    if (info != null) {
      int colon = info.indexOf(':');
      return colon < 0
          ? new Pair(decoded(info), "")
          : new Pair(decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)));
    }
    String token = environment.getOrDefault(TOKEN, "");
    if (!token.isEmpty() && isSafe()) {
      // Servers that take a token take it with any name.
      return new Pair("git", token);
    }
    try {
      return fromHelper();
    } catch (IOException e) {
      // No git, no helper: the server says whether it can do without.
      return null;
    }
  }

  /** A token is for the one server; in clear text it would be for all on the way. */
  private boolean isSafe() {
    String host = String.valueOf(server.getHost());
    return address.scheme().equals("https")
        || host.equals("localhost")
        || host.equals("127.0.0.1")
        || host.equals("[::1]");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private @Nullable Pair fromHelper() throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "credential", "fill");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_ASKPASS", "");
    builder.environment().put("SSH_ASKPASS", "");
    Process helper = builder.start();
    try {
      String authority = server.getRawAuthority();
      String question =
          "protocol=" + server.getScheme() + "\nhost=" + authority + "\npath=" + path() + "\n\n";
      try (OutputStream out = helper.getOutputStream()) {
        out.write(question.getBytes(StandardCharsets.UTF_8));
      }
      String answer = new String(helper.getInputStream().readNBytes(MOST), StandardCharsets.UTF_8);
      if (!helper.waitFor(HELPER_SECONDS, TimeUnit.SECONDS) || helper.exitValue() != 0) {
        return null;
      }
      return read(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      helper.destroyForcibly();
    }
  }

  private String path() {
    return server.getRawPath().replaceFirst("^/", "");
  }

  private static @Nullable Pair read(String answer) {
    Map<String, String> values =
        answer
            .lines()
            .filter(line -> line.indexOf('=') > 0)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')),
                    line -> line.substring(line.indexOf('=') + 1),
                    (first, second) -> second));
    String user = values.get("username");
    String password = values.get("password");
    return user == null || password == null ? null : new Pair(user, password);
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    Pair login = isOwn(uri) ? pair() : null;
    if (login == null || !supports(items)) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue(login.user());
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(login.password().toCharArray());
      }
    }
    return true;
  }
}
