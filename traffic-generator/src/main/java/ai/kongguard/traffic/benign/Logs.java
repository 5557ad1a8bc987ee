package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** What programs print: log lines, errors, stack traces, diffs. */
final class Logs {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .lines("level", """
                    ‹INFO|WARN|ERROR|DEBUG|FATAL|TRACE›
                    """)
            .lines(
                    "stamp",
                    """
                    20‹#10-39›-0‹#1-9›-‹#10-28› ‹#10-23›:‹#10-59›:‹#10-59›,‹d:3›
                    20‹#10-39›-0‹#1-9›-‹#10-28›T‹#10-23›:‹#10-59›:‹#10-59›.‹d:6›Z
                    Nov ‹#10-28› ‹#10-23›:‹#10-59›:‹#10-59›
                    [‹#10-23›:‹#10-59›:‹#10-59›]
                    """)
            .lines(
                    "line",
                    """
                    ‹stamp› ‹level› [‹component›-‹#1-99›] o.e.‹word›.‹pascal› - ‹tclause›
                    ‹stamp› [‹level›] ‹kebab›: ‹tclause› (took ‹#1-9999› ms)
                    ‹stamp› ip-10-0-‹#0-99›-‹#0-99› ‹tool›[‹#100-9999›]: ‹tclause›
                    level=‹info|warn|error› ts=20‹#10-39›-01-0‹#1-9›T10:‹#10-59›:00Z caller=‹kebab›.go:‹#1-999› msg="‹word› ‹past›" err="‹word›: not found"
                    {"level":"‹info|warn|error›","ts":17‹d:8›.‹d:3›,"logger":"‹component›","msg":‹"tclause›,"‹snake›":‹#0-999›}
                    10.‹#0-99›.‹#0-99›.‹#1-99› - - [‹#10-28›/Nov/20‹#10-30›:‹#10-23›:‹#10-59›:‹#10-59› +0000] "GET /‹component›/‹kebab›?page=‹#1-9› HTTP/1.1" ‹#200-504› ‹#100-9999› "-" "curl/8.‹#0-16›.0"
                    ‹path›:‹#1-999›:‹#1-99›: error: ‹tclause›
                    ‹path›(‹#1-999›,‹#1-99›): warning ‹UP:2›‹d:4›: ‹tclause›
                    [‹level›] ‹path›:[‹#1-999›,‹#1-99›] cannot find symbol: class ‹pascal›
                    ‹tool›: ‹path›: No such file or directory
                    bash: ‹tool›: command not found
                    npm ERR! code E‹UP:6›: ‹kebab›@‹version›
                    ERROR: relation "‹snake›" does not exist at character ‹#1-99›
                    ERROR 1064 (42000): You have an error in your SQL syntax near '‹snake› = ‹#1-9›' at line ‹#1-99›
                    duplicate key value violates unique constraint "‹snake›_pkey" DETAIL: Key (‹snake›)=(‹#1-999›) already exists.
                    [    ‹#0-9›.‹d:6›] usb 1-‹#1-9›: new high-speed USB device number ‹#1-9› using xhci_hcd
                    panic: runtime error: index out of range [‹#1-9›] with length ‹#0-9›
                    error[E0‹d:3›]: cannot borrow `‹snake›` as mutable
                    Error: connect ECONNREFUSED 127.0.0.1:‹#1000-9999›
                    <‹#1-190›>1 20‹#10-39›-01-0‹#1-9›T1‹#0-9›:00:00Z host‹#1-9› ‹tool› - ID‹#1-99› [‹word›@32473 ‹word›="‹word›"] ‹tclause›
                    PASS ‹path› (‹#1-9›.‹d:2› s)
                    ‹#1-99› passing, ‹#0-9› failing (‹#1-9›m‹#1-59›s)
                    <!-- rendered by ‹kebab› in ‹#1-99›ms -->
                    """)
            .lines(
                    "uncaught",
                    """
                    java.lang.‹NullPointerException|IllegalStateException|ClassCastException›: ‹tclause›
                    org.example.‹word›.‹pascal›Exception: ‹tclause›
                    java.sql.SQLSyntaxErrorException: ORA-00942: table or view "‹!snake›" does not exist
                    """)
            .lines(
                    "frame",
                    """
                    \tat org.example.‹word›.‹pascal›.‹camel›(‹pascal›.java:‹#1-999›)
                    \tat java.base/java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:‹#100-999›)
                    \tat org.example.‹pascal›$$Lambda/0x‹hex:16›.run(Unknown Source)
                    \tat org.example.‹pascal›.<init>(‹pascal›.java:‹#1-99›) ~[‹kebab›-‹#1-9›.‹#0-9›.jar:?]
                    """)
            .repeat("frames", "frame", 2, 12, "\n")
            .repeat("lines", "line", 2, 9, "\n")
            .blocks(
                    "trace",
                    """
                    ‹uncaught›
                    ‹frames›
                    Caused by: ‹uncaught›
                    ‹frames›
                    \t... ‹#1-60› more
                    ====
                    Exception in thread "‹component›-‹#1-9›" ‹uncaught›
                    ‹frames›
                    ====
                    Traceback (most recent call last):
                      File "/app/‹component›/‹snake›.py", line ‹#1-999›, in <module>
                        ‹snake› = ‹snake›(‹snake›[‹#0-9›], **‹snake›)
                      File "/usr/lib/python3.‹#8-14›/site-packages/‹word›/__init__.py", line ‹#1-999›, in ‹snake›
                        raise ‹pascal›("‹tclause›")
                    ‹Key|Value|Type›Error: '‹snake›'
                    ====
                    ‹Type|Reference|Range›Error: Cannot read properties of ‹undefined|null› (reading '‹camel›')
                        at ‹camel› (/app/dist/‹kebab›.js:‹#1-99›:‹#1-999›)
                        at async Promise.all (index ‹#0-9›)
                        at <anonymous>:1:‹#1-99›
                        at https://cdn.‹domain›/assets/‹kebab›.‹hex:8›.js:2:‹#1000-99999›
                    ====
                    goroutine ‹#1-99› [running]:
                    main.(*‹pascal›).‹camel›(0xc000‹hex:6›, {0x‹hex:6›, 0x‹#1-9›})
                    \t/src/‹component›/‹kebab›.go:‹#1-999› +0x‹hex:2›
                    ====
                    diff --git a/‹component›/‹kebab›.go b/‹component›/‹kebab›.go
                    index ‹hex:7›..‹hex:7› 100644
                    --- a/‹component›/‹kebab›.go
                    +++ b/‹component›/‹kebab›.go
                    @@ -‹#1-99›,‹#1-9› +‹#1-99›,‹#1-9› @@ func ‹camel›(‹camel› *‹pascal›) error {
                     \t‹camel› := ‹camel›.‹camel›()
                    -\tif ‹camel› == nil {
                    +\tif ‹camel› == nil || ‹camel›.‹camel› < ‹#1-9› {
                     \t\treturn ‹camel›
                    ====
                    @@ -‹#1-99›,3 +‹#1-99›,4 @@
                     ‹snake› = ‹#1-99›
                    -‹snake› = '‹word›'
                    +‹snake› = "‹word›"
                    +# ‹tclause›
                    ====
                    <<<<<<< HEAD
                    ‹camel› = ‹#1-9›;
                    =======
                    ‹camel› = ‹#10-99›;
                    >>>>>>> ‹component›/‹kebab›
                    ====
                    CONTAINER ID   IMAGE             COMMAND                  STATUS
                    ‹hex:12›   ‹word›:‹version›   "/docker-entrypoint.…"   Up ‹#2-50› hours
                    ====
                    $ ‹tool› ‹option› ‹path›
                    ‹line›
                    $ echo $?
                    ‹#0-2›
                    """)
            .lines(
                    "any",
                    """
                    ‹line›
                    ‹line›
                    ‹line›
                    ‹lines›
                    ‹trace›
                    ‹trace›
                    ‹uncaught›
                    """)
            .checked();

    private Logs() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }

    static String line(SplittableRandom r) {
        return GRAMMAR.draw(r, "line");
    }
}
