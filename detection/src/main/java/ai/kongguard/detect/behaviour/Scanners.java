package ai.kongguard.detect.behaviour;

import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import org.jspecify.annotations.Nullable;

/** Tools that say who they are. */
final class Scanners {

    /** Whoever claims to be one of these is rate limited, not blocked: others may share the address. */
    private static final double WEIGHT = 0.7;

    private static final WordTable TOOLS = new WordTable(
            "sqlmap nikto nuclei dirbuster gobuster ffuf wfuzz feroxbuster dirsearch masscan zgrab nmap",
            "acunetix nessus openvas w3af wpscan arachni burp burpsuite burpcollaborator netsparker invicti wapiti",
            "skipfish whatweb joomscan commix jaeles havij jbrofuzz brutus hydra l9explore cgichk");

    /** Of ffuf, which writes its name out. */
    private static final String FFUF = "fuzz faster u fool";

    private Scanners() {}

    /** A finding in a user agent that names a scanner as a word of its own; null for others. */
    static @Nullable Finding find(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        if (userAgent.regionMatches(true, 0, FFUF, 0, FFUF.length())) {
            return finding(userAgent, 0, FFUF.length());
        }
        int start = 0;
        int hash = 0;
        for (int i = 0; i <= userAgent.length(); i++) {
            char c = i < userAgent.length() ? userAgent.charAt(i) : ' ';
            if (Ascii.isWord(c)) {
                hash = WordTable.step(hash, c);
                continue;
            }
            if (i > start && TOOLS.find(userAgent, start, i, hash) != WordTable.NONE) {
                return finding(userAgent, start, i);
            }
            start = i + 1;
            hash = 0;
        }
        return null;
    }

    private static Finding finding(String userAgent, int start, int end) {
        return new Finding(
                Behaviour.SCANNER,
                ThreatType.SCANNING,
                "header.user-agent",
                start,
                end - start,
                userAgent.substring(start, end),
                WEIGHT);
    }
}
