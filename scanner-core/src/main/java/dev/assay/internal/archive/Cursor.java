package dev.assay.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Goes through an archive whose entries can be read one after the other only. For one thread. */
interface Cursor extends Closeable {
  /** The next entry that is no folder; null at the end. */
  @Nullable Entry next() throws IOException;

  /** The bytes of the entry that came last; what is left of them is passed over by the next. */
  InputStream bytes() throws IOException;
}
