package dev.assay.internal.trigger.mine;

/** What a cue is made of; simpler ones first. */
public enum CueKind {
  WORD("word"),
  PATTERN("pattern"),
  PAIR("phrase"),
  TRIPLE("phrase"),
  GAP_ONE("words apart"),
  GAP_TWO("words apart"),
  SYSTEM("system prompt"),
  TOGETHER("words together");

  private final String id;

  CueKind(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
