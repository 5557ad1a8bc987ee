package ai.kongguard.standalone.dashboard;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe finds serious in a page as it stands. */
final class Axe {

    private static final Set<String> TOO_BAD = Set.of("serious", "critical");

    private Axe() {}

    static List<String> violations(Page page) {
        return told(new AxeBuilder(page));
    }

    /** In these parts of it alone. */
    static List<String> violations(Page page, List<String> selectors) {
        AxeBuilder axe = new AxeBuilder(page);
        selectors.forEach(axe::include);
        return told(axe);
    }

    private static List<String> told(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> TOO_BAD.contains(rule.getImpact()))
                .map(Axe::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
