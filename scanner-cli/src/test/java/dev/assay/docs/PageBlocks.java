package dev.assay.docs;

import java.util.ArrayList;
import java.util.List;

/** The command blocks of a Markdown page, each with the output that the page shows for it. */
final class PageBlocks {
  private static final String FENCE = "```";

  private PageBlocks() {}

  /**
   * A block.
   *
   * @param line where it begins in the page, from 1
   * @param commands for a shell
   * @param output what a block without a language under the same heading shows; empty if none does
   */
  record Block(int line, String commands, List<String> output) {
    /**
     * The parts of what is shown that an output does not have in this order. A line of three dots
     * stands for any number of lines, and so do start and end; where lines are wrapped, and what
     * differs from run to run, counts as the same.
     */
    List<String> missing(String printed) {
      String all = steady(printed);
      List<String> missing = new ArrayList<>();
      int at = 0;
      for (String part : String.join("\n", output).split("(?m)^\\s*\\.\\.\\.\\s*$", -1)) {
        String shown = steady(part);
        int found = all.indexOf(shown, at);
        if (found < 0) {
          missing.add(shown);
        } else {
          at = found + shown.length();
        }
      }
      return missing;
    }
  }

  static List<Block> of(List<String> page) {
    List<Block> blocks = new ArrayList<>();
    boolean shown = false;
    for (int i = 0; i < page.size(); i++) {
      String fence = page.get(i).strip();
      shown &= !fence.startsWith("#");
      if (!fence.startsWith(FENCE)) {
        continue;
      }
      int end = i + 1;
      while (!page.get(end).strip().equals(FENCE)) {
        end++;
      }
      int indent = page.get(i).indexOf(FENCE);
      List<String> body =
          page.subList(i + 1, end).stream()
              .map(line -> line.substring(Math.min(indent, line.length())))
              .toList();
      if (fence.equals(FENCE + "sh")) {
        blocks.add(new Block(i + 1, String.join("\n", body), List.of()));
        shown = true;
      } else if (fence.equals(FENCE) && shown) {
        Block last = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(last.line(), last.commands(), body));
        shown = false;
      }
      i = end;
    }
    return blocks;
  }

  private static String steady(String text) {
    return text.replaceAll("\\b[0-9a-f]{12}\\b", "COMMIT").replaceAll("\\s+", " ").strip();
  }
}
