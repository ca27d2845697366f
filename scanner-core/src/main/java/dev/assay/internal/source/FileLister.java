package dev.assay.internal.source;

import dev.assay.internal.archive.ArchiveKind;
import dev.assay.internal.archive.ArchiveLimits;
import dev.assay.internal.archive.ArchiveListing;
import dev.assay.internal.archive.Archives;
import dev.assay.internal.manifest.Manifest;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.source.DatasetFiles.Request;
import dev.assay.source.DatasetFiles.Unreadable;
import dev.assay.source.Source;
import dev.assay.source.SourceProvider;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Finds the files that a request names. Used once, by one thread. */
public final class FileLister {
  private final Request request;
  private final Path root;
  private final NameRules rules;
  private final Map<String, DataFile> files = new TreeMap<>();
  private final Map<Path, String> uriByTarget = new HashMap<>();
  private final Map<String, Unreadable> unreadable = new TreeMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<String> chosen = new ArrayList<>();
  private final List<Closeable> held = new ArrayList<>();
  private final Archives archives;
  private final Map<Path, Manifest> manifests = new TreeMap<>();
  private long otherFiles;
  private boolean listedFolders;

  private FileLister(Request request) {
    this.request = request;
    this.root = request.root().toAbsolutePath().normalize();
    this.rules = NameRules.of(request.include(), request.exclude(), request.documents());
    this.archives = new Archives(ArchiveLimits.of(request.options()), DecompressedInput::of);
    this.held.add(archives);
  }

  /** Finds the files; what fails is noted in the answer, never thrown. */
  public static OpenDataset open(Request request) {
    FileLister lister = new FileLister(request);
    DatasetFiles files = lister.list();
    return new OpenDataset(files, List.copyOf(lister.held), lister.unmatched(), null);
  }

  private DatasetFiles list() {
    for (String argument : request.arguments()) {
      if (argument.equals("-")) {
        standardInput();
      } else if (SourceProviders.isAddress(argument)) {
        address(argument);
      } else {
        path(argument);
      }
    }
    for (Path manifest : request.manifests()) {
      manifest(root.resolve(manifest).normalize(), true);
    }
    ManifestCheck check = new ManifestCheck(files, this::uri, this::unreadable);
    manifests.forEach(check::check);
    ignored.sort(Comparator.naturalOrder());
    return new DatasetFiles(
        List.copyOf(files.values()), List.copyOf(unreadable.values()), ignored, otherFiles, chosen);
  }

  /**
   * Patterns apply in folders alone; where some of those could not be listed, nothing is known of
   * what is in them.
   */
  private List<String> unmatched() {
    return listedFolders && unreadable.isEmpty() ? rules.unused() : List.of();
  }

  private void standardInput() {
    InputStream in = request.standardInput();
    if (in == null) {
      unreadable("-", "cannot be read here: standard input is not available");
    } else {
      file(StandardInput.NAME, new StandardInput(in), true);
    }
  }

  private void address(String argument) {
    SourceProvider provider = SourceProviders.of(argument);
    if (provider == null) {
      unreadable(SourceProviders.shown(argument), "is an address that nothing here can read");
      return;
    }
    try {
      Source source =
          provider.open(
              argument, new SourceProvider.Context(root, request.options(), request.environment()));
      held.add(source);
      listedFolders = true;
      source.list(new AddressListing());
    } catch (IOException e) {
      unreadable(SourceProviders.shown(argument), IoMessages.of(e));
    }
  }

  private void path(String argument) {
    Path path;
    try {
      path = root.resolve(argument).normalize();
    } catch (InvalidPathException e) {
      unreadable(argument, "is no name that a file can have");
      return;
    }
    try {
      int inside = argument.indexOf(Archives.INSIDE);
      if (inside > 0 && !Files.exists(path)) {
        inside(argument.substring(0, inside), argument.substring(inside));
      } else if (Files.isDirectory(path)) {
        listedFolders = true;
        folder(path);
      } else {
        // Opened later; a pipe or a device has no size.
        long size = Files.isRegularFile(path) ? Files.size(path) : sizeOfSpecial(path);
        add(path, size, true);
      }
    } catch (IOException e) {
      unreadable(uri(path), IoMessages.of(e));
    }
  }

  private void folder(Path path) throws IOException {
    ChosenParts parts = ChosenParts.of(request.options());
    if (parts.isAll()) {
      new FolderWalk(path, rules, new Collector()).walk();
      return;
    }
    ChosenParts.Chosen part = parts.in(path);
    chosen(uri(path), part.names());
    PartOfFolder found = new PartOfFolder(path, part, new Collector());
    new FolderWalk(path, rules, found).walk();
    if (found.isEmpty()) {
      throw part.missing();
    }
  }

  private void chosen(String uri, String parts) {
    chosen.add("Of " + uri + " only " + parts + " was scanned (hf.config, hf.split).");
  }

  private static long sizeOfSpecial(Path path) throws IOException {
    Files.getLastModifiedTime(path);
    return -1;
  }

  /** Adds a file unless it is there under another name; its own name wins over that of a link. */
  private void add(Path path, long size, boolean named) throws IOException {
    Path target = path.toRealPath();
    String uri = uri(path);
    String known = uriByTarget.get(target);
    if (known == null || target.equals(path)) {
      if (known != null) {
        files
            .keySet()
            .removeIf(key -> key.equals(known) || key.startsWith(known + Archives.INSIDE));
      }
      uriByTarget.put(target, uri);
      file(uri, new LocalFile(uri, path, size), named);
    }
  }

  /**
   * Adds a file, or what is in it if it is an archive.
   *
   * @param named whether its content, and not its name alone, may say that it is one
   */
  private void file(String key, DataFile file, boolean named) {
    ArchiveKind kind = ArchiveKind.ofName(file.uri());
    DataFile opened = file;
    try {
      // Word files and books are zip files, and no archives of datasets.
      if (kind == null && named && DocumentNames.typeOf(file.uri()) == null) {
        ArchiveSniffer sniffer = ArchiveSniffer.of(file);
        kind = sniffer.kind();
        opened = sniffer.file();
      }
    } catch (IOException e) {
      // Whoever reads the file will say what is wrong with it.
      kind = null;
    }
    if (kind == null) {
      files.putIfAbsent(key, opened);
    } else {
      listedFolders = true;
      archives.list(opened, kind, new ArchiveEntries(this::wantsEntry));
    }
  }

  /** Takes of an archive what is named inside it. */
  private void inside(String archive, String path) throws IOException {
    Path outer = root.resolve(archive).normalize();
    ArchiveKind kind = ArchiveKind.ofName(archive);
    LocalFile file = new LocalFile(uri(outer), outer, Files.size(outer));
    if (kind == null) {
      kind = ArchiveSniffer.of(file).kind();
    }
    if (kind == null) {
      unreadable(uri(outer), "is no archive, so nothing lies in it");
      return;
    }
    int before = files.size() + unreadable.size();
    String wanted = file.uri() + path;
    archives.list(
        file,
        kind,
        new ArchiveEntries((inner, uri) -> uri.equals(wanted) || uri.startsWith(wanted + "/")));
    if (files.size() + unreadable.size() == before) {
      unreadable(wanted, "is not in the archive");
    }
  }

  /** By the patterns and the name; what is not wanted is counted. */
  private boolean wantsEntry(String path, String shown) {
    List<String> steps = List.of(path.split("/", -1));
    if (rules.excludes(steps)) {
      ignored.add(shown);
      return false;
    }
    boolean wanted = rules.wantsEntry(steps);
    if (!wanted) {
      otherFiles++;
    }
    return wanted;
  }

  private boolean manifest(Path path, boolean named) {
    try {
      Manifest manifest = Manifest.read(path, named);
      if (manifest != null) {
        manifests.put(path, manifest);
      }
      return manifest != null;
    } catch (IOException e) {
      unreadable(uri(path), IoMessages.of(e));
      return true;
    }
  }

  private void unreadable(String uri, String message) {
    unreadable.putIfAbsent(uri, new Unreadable(uri, message));
  }

  private String uri(Path path) {
    return uri(root, path);
  }

  /** The name of a file or folder in reports: relative to the root, if it lies below. */
  public static String uri(Path root, Path path) {
    Path shown = path.startsWith(root) && !path.equals(root) ? root.relativize(path) : path;
    return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
  }

  private final class AddressListing implements Source.Listing {
    @Override
    public boolean wants(String path) {
      List<String> steps = List.of(path.split("/", -1));
      if (rules.excludes(steps)) {
        ignored.add(path);
        return false;
      }
      boolean wanted = rules.wants(steps);
      if (!wanted) {
        otherFiles++;
      }
      return wanted;
    }

    @Override
    public void ignored(String path) {
      ignored.add(path);
    }

    @Override
    public void file(DataFile file) {
      FileLister.this.file(file.uri(), file, false);
    }

    @Override
    public void chosen(String uri, String parts) {
      FileLister.this.chosen(uri, parts);
    }

    @Override
    public void unreadable(String uri, String message) {
      FileLister.this.unreadable(uri, message);
    }
  }

  /** Entries stand where their archive would, in their own order, in which they are best read. */
  private final class ArchiveEntries implements ArchiveListing {
    private final BiPredicate<String, String> wanted;

    ArchiveEntries(BiPredicate<String, String> wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean wants(String path, String uri) {
      return wanted.test(path, uri);
    }

    @Override
    public void hidden(String uri) {
      ignored.add(uri);
    }

    @Override
    public void file(DataFile file) {
      int end = file.uri().indexOf(Archives.INSIDE) + Archives.INSIDE.length();
      files.put(
          String.format(Locale.ROOT, "%s%09d", file.uri().substring(0, end), files.size()), file);
    }

    @Override
    public void unreadable(String uri, String message) {
      FileLister.this.unreadable(uri, message);
    }
  }

  private final class Collector implements FolderWalk.Found {
    @Override
    public void file(Path path, long size) {
      try {
        add(path, size, false);
      } catch (IOException e) {
        unreadable(path, IoMessages.of(e));
      }
    }

    @Override
    public void unreadable(Path path, String message) {
      FileLister.this.unreadable(uri(path), message);
    }

    @Override
    public void ignored(Path path, boolean folder) {
      ignored.add(uri(path) + (folder ? "/" : ""));
    }

    @Override
    public boolean manifest(Path path) {
      return FileLister.this.manifest(path, false);
    }

    @Override
    public void other(Path path) {
      otherFiles++;
    }
  }
}
