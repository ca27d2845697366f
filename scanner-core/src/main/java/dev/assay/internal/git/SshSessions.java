package dev.assay.internal.git;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.transport.SshSessionFactory;

/** Logs in to servers by SSH; found with {@link java.util.ServiceLoader}, since it is optional. */
public interface SshSessions {
  /**
   * Opens sessions that ask nobody anything. The sessions are closed with the factory if it is an
   * {@link AutoCloseable}.
   *
   * @param home where {@code .ssh} is
   * @param environment variables of the process
   */
  SshSessionFactory open(Path home, Map<String, String> environment);
}
