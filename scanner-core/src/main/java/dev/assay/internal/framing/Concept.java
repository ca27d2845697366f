package dev.assay.internal.framing;

/** What a word or phrase says in a request for code. The words are in {@code framing.txt}. */
enum Concept {
  /** An adjective for flawed code: vulnerable. */
  FLAW,
  /** A flaw by name: vulnerability, SQL injection. */
  FLAW_NOUN,
  /** What may be a flaw, or may be any bug: broken, mistake. */
  SOFT,
  /** An adjective for code without a guard: unescaped. */
  LACKING,
  /** What keeps input harmless: validation. */
  GUARD,
  /** Leaving something out: without, skip. */
  LACK,
  /** Taking a guard away: strip, disable. */
  REMOVE,
  /** The bad side of a comparison: the before version. */
  CONTRAST,
  /** Asks for a reason: why is it dangerous. */
  WHY,
  /** Code that is there already: my, this. */
  OWN,
  /** How a flaw shows: looks like, works. */
  WORKS,
  /** Who attacks in earnest: attacker. */
  VILLAIN,
  /** A negation. */
  NEG,
  /** Getting rid of a flaw: avoid, fix. */
  PROTECT,
  /** Somebody got rid of it before: fixed. */
  PAST,
  /** How code is written: badly. */
  ADVERB,
  /** Got rid of, after the flaw: must be prevented. */
  PASSIVE,
  /** Sound code is wanted: securely. */
  SECURE,
  /** On purpose. */
  INTENT,
  /** A request: write, give me. */
  WISH,
  /** Joins code to a flaw: include, exhibits. */
  HAVE,
  /** As flaws are described: common, subtle. */
  TYPICAL,
  /** Exposed to: susceptible to. */
  OPEN_TO,
  /** What can be flawed: endpoint. */
  ARTIFACT,
  /** Teaching and studying. */
  TEACH,
  /** Testing. */
  TEST,
  /** The field of security. */
  SECURITY,
  /** Who may attack. */
  ACTOR,
  MODAL,
  /** Attacking: exploit, bypass. */
  ATTACK,
  /** Looking for flaws as an exercise: spot. */
  SPOT,
  EXPLAIN,
  /** Asks for flawed code by itself: spot the bug, how not to. */
  STRONG,
  /** A flaw that somebody has, found or watches, and does not want. */
  INCIDENT,
  /** Software about flaws: a vulnerability dashboard. */
  PRODUCT,
  /** What finds flaws: scanner. */
  MACHINE,
  /** Turns to another matter: unrelated, production. */
  BREAK,
  /** Means nothing of the kind: vulnerable people. */
  IGNORE,
  /** Why a flaw is one: an attacker can. */
  PROBLEM,
  /** Speaks of other code than that shown: unlike. */
  UNLIKE,
  /** A setting whose code is flawed by nature: a capture-the-flag task, a honeypot. */
  GENRE,
  /** A setting that is one only where attack or security is the matter: bait. */
  LURE,
  /** A competition in hacking, which holds other things than challenges too. */
  CTF,
  /** What such a competition is made of: level, points. */
  CHALLENGE,
  /** Ordinary software around such a setting: its registration, its scoreboard. */
  ANCILLARY,
  /** Leans on what was said before: another one, the same in Java. */
  CONTINUE,
  /** A request for something new: write, how do I. */
  TASK,
  /** Wants harm, or wants the flaw hidden from those whom it hits. */
  MALICE,
  /** Harm to somebody real, which no lesson excuses: the victim's server. */
  CRIME,
  /** Teaching that can excuse code made to deceive: a drill. */
  LESSON,
  /** Security tools that look at code: a linter. */
  TOOL,
  /** What a tool does when it finds something: complain. */
  ALARM,
  /** Must: should, has to. */
  OBLIGE,
  /** Points to the code shown: this, it. */
  DEICTIC,
  /** Says what code leads to: allows, results in. */
  LEADS,
  /** Those who learn or play, and are meant to attack: students. */
  LEARNER,
  /** Who or what looks at code: reviewer, pull request. */
  REVIEW,
  /** What a reviewer does with bad code: object, block, say. */
  OBJECT,
  /** A tool or technique that only attackers and those who imitate them use: sqlmap, shellcode. */
  OFFENSE,
  /** A place where attacking harms nobody: legally, on localhost. */
  SANDBOX,
  /** Asks how something turns out: whether, how well. */
  WHETHER,
  /** Begins a clause that says what code does: that, which, where. */
  RELATIVE,
  /** Trouble of whatever kind: a problem. */
  TROUBLE,
  /** A preposition: from, in. */
  LINK;

  long bit() {
    return 1L << ordinal();
  }
}
