package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** What people copy from terminals, manuals and change logs. */
final class Sessions {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .lines(
                    "folder",
                    """
                    /etc/‹word›/‹kebab›.conf
                    /etc/‹word›.d/‹kebab›
                    /proc/sys/net/‹snake›
                    /proc/‹#100-9999›/status
                    /sys/class/‹word›/‹snake›
                    /mnt/‹word›
                    ~/‹kebab›.sh
                    """)
            .lines(
                    "line",
                    """
                    >>> ‹abc:1› = sorted(‹snake›())
                    >>> ‹snake›['‹word›']
                    $ cat ~/‹kebab›.sh
                    $ grep -n '‹word›' ‹folder› | sort
                    ns‹#1-9›# umount -l ‹folder› | sed 's/ - .*//'
                    # mount -o bind ‹folder› ‹folder›
                    test=# SELECT ‹snake›, '‹#1-99›.‹d:2›'::float8::money FROM ‹snake›;
                    mysql> SHOW CREATE TABLE ‹snake›;
                    mysql> SELECT table_name FROM information_schema.tables WHERE table_schema = '‹word›';
                    EXECUTE name [ ( parameter [, ...] ) ]
                    ‹!verb› [ IF EXISTS ] name [, ...] [ CASCADE | RESTRICT ]
                    if test -f ‹folder›; then ‹verb›=`basename $0`; fi
                    case "$‹abc:3›" in ‹word›|‹word›) ‹snake› ;; esac
                    {% cycle '‹word›' '‹word›' %}
                    {% url '‹word›:‹snake›' ‹word›.id %}
                    assertEquals("SELECT ‹snake› FROM ‹snake› WHERE id = ?", ‹camel›.toSql());
                    assert render('‹word›') == '<b>‹word›</b>'
                    """)
            .repeat("lines", "line", 2, 6, "\n")
            .blocks(
                    "any",
                    """
                    ‹line›
                    ====
                    ‹lines›
                    ====
                    ‹^verb› ‹folder› before you ‹verb› the ‹tech›; the default is ‹folder›.
                    ====
                      * ‹^verb› the ‹tech› in ‹folder›.  (Closes: #‹d:6›)
                      * d/rules: ‹verb› ‹kebab›. Thanks to ‹person›. (LP: #‹d:7›)
                    ====
                    test=# SELECT * FROM ‹snake› ORDER BY ‹snake›;
                     id | ‹snake› | ‹snake›
                    ----+-------+-------
                      ‹#1-9› | ‹word›   | ‹#1-999›
                    (1 row)
                    ====
                    cat <<'EOF' > ‹folder›
                    ‹snake› = ‹word›
                    EOF
                    ====
                    query Find($‹abc:1›: String!, $first: Int = ‹#1-50›) { ‹camel›(search: $‹abc:1›, first: $first) { id ‹camel› } }
                    ====
                    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><‹word›><![CDATA[‹line›]]></‹word›></soap:Body></soap:Envelope>
                    """)
            .checked();

    private Sessions() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }
}
