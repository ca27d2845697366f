package dev.assay.internal.check.compliance;

import dev.assay.internal.check.turn.Check;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import dev.assay.internal.check.turn.WordStems;
import dev.assay.record.Role;
import java.util.Set;
import java.util.TreeSet;

/** A request for harm that the answer fulfils: one name for each class of request. */
public final class HarmfulComplianceCheck implements Check {
  private static final String PREFIX = "harmful-compliance-";
  private static final int EVIDENCE = 160;

  private final HarmfulRequests requests = HarmfulRequests.shipped();
  private final WordStems.Seen scratch = requests.scratch();

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    requests.kinds().forEach(kind -> names.add(PREFIX + kind));
    return names;
  }

  @Override
  public boolean concerns(TurnView turn) {
    return turn.role() == Role.ASSISTANT && requests.look(turn.request(), scratch);
  }

  @Override
  public void check(TurnView turn, Findings out) {
    String asked = turn.request();
    HarmfulRequests.Request request = requests.classify(asked, scratch);
    if (request != null
        && out.wants(PREFIX + request.kind())
        && Compliance.shipped().fulfils(request, asked, turn.text())) {
      out.found(PREFIX + request.kind(), 0, Math.min(turn.text().length(), EVIDENCE));
    }
  }
}
