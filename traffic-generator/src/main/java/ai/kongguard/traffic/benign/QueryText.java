package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Filters and queries of languages that an API offers to its callers, each whole and for what it is meant. */
final class QueryText {

    static final Grammar GRAMMAR = Notations.GRAMMAR
            .extend()
            .lines(
                    "v",
                    """
                    ‹word›
                    ‹#0-999›
                    ‹kebab›
                    """)
            .lines(
                    "odata",
                    """
                    ‹camel› ‹eq|ne|gt|ge|lt|le› ‹#0-999›
                    ‹camel› eq '‹word›'
                    ‹camel› gt ‹#0-99› and contains(‹camel›,'‹word›')
                    startswith(‹pascal›,'‹word›') or ‹pascal›/‹pascal› eq null
                    ‹pascal›s/any(x:x/‹camel› eq '‹word›')
                    not (‹camel› in ('‹word›','‹word›'))
                    ‹pascal› eq '‹person›'
                    """)
            .lines(
                    "rsql",
                    """
                    ‹camel›=='‹word›';‹camel›=gt=‹#0-99›
                    ‹camel›==‹word›*,‹camel›=in=(‹word›,‹word›)
                    (‹camel›=ge=‹#0-9›;‹camel›=lt=‹#10-99›),‹camel›!=‹word›
                    and(eq(‹camel›,‹word›),gt(‹camel›,‹#0-99›))
                    ‹camel›:‹word›,‹camel›>‹#0-99›
                    """)
            .lines(
                    "lucene",
                    """
                    ‹snake›:‹v›
                    ‹snake›:"‹word› ‹word›" AND -‹snake›:‹v›
                    +‹word› -‹word› ‹word›^‹#2-9›
                    ‹snake›:[‹#0-99› TO *] OR ‹snake›:{* TO 20‹#10-39›-01-01}
                    (‹word› OR ‹word›) AND NOT ‹snake›:‹word›*
                    ‹word›~‹#1-2› "‹word› ‹word›"~‹#3-9›
                    _exists_:‹snake› && !‹snake›:‹v›
                    is:open label:"‹word› ‹word›" author:‹login› sort:updated-desc
                    from:‹login› has:attachment before:20‹#10-39›/01/01 -in:trash
                    repo:‹word›/‹kebab› path:**/*.‹ext› /‹word›\\(/
                    ‹snake›:>=‹#0-99› ‹snake›:(‹word› ‹word›)
                    """)
            .lines(
                    "jql",
                    """
                    project = ‹!word› AND status in ("In Progress", Open) ORDER BY created DESC
                    assignee = currentUser() AND updated >= -‹#1-30›d
                    text ~ "‹word› ‹word›" and fixVersion is not EMPTY
                    type=page and space=‹!word› and title ~ "‹word›*"
                    SELECT Id, ‹pascal› FROM ‹pascal› WHERE ‹pascal› = '‹word›' LIMIT ‹#1-99›
                    WHERE {?x rdf:type ex:‹pascal› ; ex:‹camel› ?y . FILTER (?y > ‹#0-99›)}
                    MATCH (n:‹pascal› {‹camel›: '‹word›'})-[:‹!word›]->(m) WHERE m.‹camel› > ‹#0-9› RETURN m
                    """)
            .lines(
                    "monitoring",
                    """
                    sum(rate(‹snake›_total{job="‹kebab›",code=~"5.."}[5m])) by (‹snake›) > 0.‹#1-9›
                    histogram_quantile(0.9‹#0-9›, sum by (le) (rate(‹snake›_bucket[‹#1-9›m])))
                    ‹snake›{‹snake›!="‹v›"} offset 1d
                    100 - (avg by(instance) (irate(‹snake›{mode="idle"}[5m])) * 100)
                    {app="‹kebab›"} |= "‹word›" != "‹word›" | json | ‹snake› >= ‹#100-599›
                    {namespace="‹kebab›"} |~ "(?i)‹word›|‹word›" | logfmt
                    ‹pascal› | where ‹pascal› > ago(‹#1-24›h) and ‹pascal› == "‹word›" | summarize count() by bin(Timestamp, 5m)
                    index=‹word› sourcetype=‹snake› status>=‹#400-500› | stats count by ‹snake› | sort -count | head ‹#5-50›
                    avg:‹word›.‹word›{env:‹word›,!host:‹kebab›} by {‹word›}.rollup(‹#10-900›)
                    from(bucket:"‹word›") |> range(start:-‹#1-24›h) |> filter(fn: (r) => r._field == "‹snake›")
                    fields @timestamp, @message | filter @message like /‹word›/ | sort @timestamp desc
                    service:‹kebab› @http.status_code:[400 TO 499] -@‹snake›:‹v›
                    """)
            .lines(
                    "pathish",
                    """
                    $.‹camel›[?(@.‹camel› > ‹#0-99›)].‹camel›
                    $..‹camel›[*].‹camel›
                    $['‹camel›'][‹#0-9›:‹#10-20›]
                    ‹camel›[?‹camel›=='‹word›'].{‹camel›: ‹camel›}
                    .‹camel›[] | select(.‹camel› == ‹"word›)
                    //‹word›[@‹word›='‹word›']/‹word›
                    /‹word›/‹word›[‹#1-9›]/@id
                    //div[contains(@class, '‹kebab›')]//a[starts-with(@href, '/‹component›')]/text()
                    count(//‹word›[‹word› > ‹#0-99›])
                    for $x in //‹word› where $x/‹word› > ‹#0-99› order by $x return $x
                    /‹component›/‹#0-9›/‹camel›
                    /‹camel›/~1‹camel›
                    #/components/schemas/‹pascal›
                    """)
            .lines(
                    "directory",
                    """
                    cn=‹first›,ou=People,dc=example,dc=com
                    cn=‹last›\\, ‹first›,ou=‹^word›s,o=‹brand›,c=DE
                    uid=‹login›,ou=users,dc=‹word›,dc=test
                    CN=‹domain›, O="‹company›", L=‹city›, C=US
                    (&(objectClass=person)(uid=‹login›))
                    (|(mail=‹login›@‹domain›)(cn=‹first› ‹last›))
                    ldap://ldap.‹domain›/dc=example,dc=com??sub?(uid=‹login›)
                    urn:‹word›:‹word›:‹#1-99›
                    arn:aws:iam::‹d:12›:role/‹kebab›
                    projects/‹kebab›/locations/eu-west‹#1-4›/‹word›s/*
                    """)
            .lines(
                    "listing",
                    """
                    -‹snake›,‹snake›
                    ‹snake›,-‹snake›,+‹snake›
                    ‹camel›:desc,‹camel›:asc
                    ‹snake› desc, ‹snake›
                    ‹snake›,‹snake›(‹snake›,‹snake›)
                    ‹camel›,‹camel›{‹camel›,‹camel›}
                    items(id,‹camel›/‹camel›),nextPageToken
                    ‹word›,‹word›.‹word›
                    ‹#0-99›..‹#100-999›
                    [‹#0-99›,‹#100-999›)
                    ‹#0-9›-‹#10-99›,‹#100-199›
                    >=‹#0-99›
                    <‹#10-99›
                    !‹word›
                    gte:‹#0-99›
                    ‹snake›.eq.‹v›,‹snake›.gt.‹#0-99›
                    ‹word›|‹word›|‹word›
                    *,‹snake›
                    author,comments.author
                    ‹word›;q=0.‹#1-9›
                    ~‹word›
                    count(*)
                    id in (‹#1-99›,‹#100-199›,‹#200-299›)
                    ["‹word›","‹word›"]
                    """)
            .lines(
                    "json",
                    """
                    {"status":{"in":["‹word›"]}}
                    {"‹snake›":{"gte":‹#0-99›,"lt":‹#100-999›},"‹snake›":"‹word›"}
                    {"and":[{"field":"‹camel›","op":"=","value":‹"v›},{"field":"‹camel›","op":">","value":‹#0-99›}]}
                    {"query":{"bool":{"must":[{"match":{"‹snake›":"‹word› ‹word›"}}],"filter":[{"range":{"‹snake›":{"gte":"now-‹#1-30›d/d"}}}],"must_not":{"term":{"‹snake›":‹"v›}}}},"size":‹#1-99›,"sort":[{"‹snake›":"desc"}]}
                    {"aggs":{"‹snake›":{"terms":{"field":"‹snake›.keyword","size":‹#1-99›},"aggs":{"‹word›":{"avg":{"field":"‹snake›"}}}}}}
                    {"multi_match":{"query":‹"person›,"fields":["title^‹#2-9›","*_‹word›"],"fuzziness":"AUTO"}}
                    {"where":{"‹camel›":{"like":"%‹word›%"}},"order":["‹camel› DESC"],"limit":‹#1-99›}
                    {"filters":[["‹snake›",">=",‹#0-99›],"or",["‹snake›","contains",‹"word›]]}
                    [{"columnField":"‹camel›","operatorValue":"contains","value":‹"word›}]
                    {"‹camel›":null,"or":{"‹camel›":{"not":{"equals":true}}}}
                    {"type":"‹word›","sort":{"‹camel›":-1},"select":{"‹camel›":1,"_id":0}}
                    """)
            .lines(
                    "any",
                    """
                    ‹odata›
                    ‹rsql›
                    ‹lucene›
                    ‹lucene›
                    ‹jql›
                    ‹monitoring›
                    ‹monitoring›
                    ‹pathish›
                    ‹pathish›
                    ‹directory›
                    ‹listing›
                    ‹listing›
                    ‹json›
                    """)
            .checked();

    private QueryText() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }

    static String draw(SplittableRandom r, String rule) {
        return GRAMMAR.draw(r, rule);
    }
}
