package dev.assay.internal.segment;

/** What the first word of a line says about the line. */
enum LineKind {
  /** Nothing. */
  PLAIN,
  /** Opens a block that ends in a colon: {@code if x:}. */
  BLOCK,
  /**
   * Common in code as in prose: counts only beside a sign of code: {@code return}, {@code public}.
   */
  STATEMENT,
  /** Hardly a word of prose: {@code def}, {@code elif}. */
  KEYWORD,
  /** A program called from a shell. */
  COMMAND,
  /** Starts a clause of SQL. */
  QUERY;

  private static final LineKind[] ALL = values();
  private static final TermTable TABLE = table();

  static LineKind of(long wordHash) {
    return ALL[TABLE.get(wordHash)];
  }

  private static TermTable table() {
    TermTable table = new TermTable(256);
    put(
        table,
        BLOCK,
        "if while for with try else except finally class switch case default do catch");
    put(
        table,
        STATEMENT,
        "return import from public private protected let use using raise throw pass break continue"
            + " yield await async print assert del global package export final static abstract interface"
            + " extends struct type require module include match impl enum record new delete echo"
            + " unless when end begin next goto virtual override sealed internal readonly declare");
    put(
        table,
        KEYWORD,
        "def elif func fn const var void int char bool float double long unsigned namespace typedef"
            + " template function elsif foreach lambda mut mod extern inline constexpr nonlocal fi esac done"
            + " size_t uint8_t uint32_t uint64_t int32_t string String boolean require_once include_once");
    put(
        table,
        COMMAND,
        "sudo apt apt-get pip pip3 npm npx yarn curl wget chmod chown git docker kubectl cd ls rm mkdir"
            + " cp mv ssh scp tar grep sed awk cat find kill ps systemctl service brew python python3 node"
            + " java mvn gradle make gcc cargo go ping nmap openssl touch source");
    put(
        table,
        QUERY,
        "SELECT INSERT UPDATE DELETE CREATE ALTER DROP GRANT FROM WHERE JOIN VALUES SET ORDER GROUP HAVING"
            + " LIMIT UNION INNER LEFT BEGIN COMMIT select insert update");
    return table;
  }

  private static void put(TermTable table, LineKind kind, String words) {
    for (String word : words.split(" ", -1)) {
      table.put(word, kind.ordinal());
    }
  }
}
