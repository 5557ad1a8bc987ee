package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Configuration as stored by tools that manage it: YAML, TOML, INI, nginx, Terraform, units, CSV. */
final class ConfigText {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .lines(
                    "val",
                    """
                    ‹word›
                    ‹#0-9999›
                    true
                    ‹version›
                    ‹"versionRange›
                    ‹"glob›
                    ‹"cron›
                    ‹unixPath›
                    ‹"plain›
                    ${‹upper_snake›}
                    "${‹upper_snake›:‹word›}"
                    https://‹domain›/‹kebab›
                    http://‹kebab›:‹#1000-9999›
                    ‹#1-99›‹s|ms|m|Mi|MB|%›
                    '‹word›'
                    [‹word›, ‹word›]
                    null
                    ~
                    ""
                    """)
            .lines(
                    "yamlLine",
                    """
                    ‹snake›: ‹val›
                    ‹camel›: ‹val›
                    ‹kebab›: ‹val›
                    # ‹tclause›
                    """)
            .repeat("yamlLines", "yamlLine", 2, 9, "\n")
            .repeat("yamlNested", "yamlLine", 1, 5, "\n  ")
            .lines(
                    "iniLine",
                    """
                    ‹snake› = ‹val›
                    ‹kebab›=‹val›
                    ; ‹tclause›
                    ‹word›.‹word›=‹val›
                    """)
            .repeat("iniLines", "iniLine", 2, 8, "\n")
            .lines(
                    "cell",
                    """
                    ‹#1-9999›
                    ‹word›
                    ‹"person›
                    ‹"plain›
                    ‹email›
                    ‹date›
                    ‹price›
                    ‹size›
                    ""
                    "‹last›, ‹first›"
                    """)
            .repeat("csvRow", "cell", 5, 5, ",")
            .repeat("csvRows", "csvRow", 1, 20, "\n")
            .blocks(
                    "document",
                    """
                    ‹yamlLines›
                    ====
                    ---
                    ‹snake›:
                      ‹yamlNested›
                    ‹snake›: &‹word›
                      - ‹val›
                      - <<: *‹word›
                    ====
                    apiVersion: ‹apps/v1|batch/v1|v1|networking.k8s.io/v1›
                    kind: ‹Deployment|CronJob|ConfigMap|Ingress›
                    metadata:
                      name: ‹kebab›
                      labels: { app.kubernetes.io/name: ‹kebab› }
                    spec:
                      template:
                        spec:
                          containers:
                            - name: ‹kebab›
                              image: registry.‹domain›/‹kebab›:‹version›
                              command: ["/bin/sh", "-c", "‹tool› ‹option›"]
                              env:
                                - name: ‹upper_snake›
                                  value: ‹"word›
                    ====
                    name: ‹kebab›
                    on:
                      push: { branches: [‹word›, 'releases/**'] }
                    jobs:
                      ‹word›:
                        runs-on: ubuntu-latest
                        if: github.event_name != 'pull_request' && !contains(github.ref, '‹word›')
                        steps:
                          - uses: actions/checkout@v‹#1-5›
                          - run: ‹tool› ‹option› ${{ matrix.‹word› }}
                    ====
                    services:
                      ‹word›:
                        image: ‹kebab›:‹version›
                        ports: ["‹#1000-9999›:‹#80-9999›"]
                        environment:
                          - ‹upper_snake›=‹word›
                        healthcheck: { test: ["CMD-SHELL", "curl -f http://localhost:‹#1000-9999›/health || exit 1"] }
                    ====
                    [‹word›]
                    ‹iniLines›

                    [‹word›.‹word›]
                    ‹iniLines›
                    ====
                    [package]
                    name = ‹"kebab›
                    version = ‹"version›

                    [dependencies]
                    ‹kebab› = { version = ‹"versionRange›, features = ["‹word›"] }
                    ====
                    {
                      "name": "@‹word›/‹kebab›",
                      "engines": { "node": ">=‹#14-24›.0.0 <‹#25-40›" },
                      "scripts": { "build": "tsc -p . && ‹tool› ‹option›", "lint": "eslint 'src/**/*.{ts,tsx}' --fix" },
                      "dependencies": { "‹kebab›": ‹"versionRange›, "‹kebab›": ‹"versionRange› }
                    }
                    ====
                    server {
                        listen ‹#80-9999› ssl;
                        server_name ‹domain› *.‹domain›;
                        location ~* ^/‹component›/(.*)\\.(js|css|png)$ {
                            try_files $uri $uri/ /index.html;
                            proxy_pass http://127.0.0.1:‹#1000-9999›/$1$is_args$args;
                            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                        }
                    }
                    ====
                    <VirtualHost *:80>
                      ServerName ‹domain›
                      RewriteRule ^/‹word›/([0-9]+)$ /‹word›?id=$1 [L,QSA]
                      <Directory "/var/www/‹kebab›">
                        Require all granted
                      </Directory>
                    </VirtualHost>
                    ====
                    resource "aws_‹snake›" "‹snake›" {
                      name   = "${var.‹snake›}-‹kebab›"
                      count  = var.‹snake› ? ‹#1-9› : 0
                      tags   = merge(local.tags, { Name = ‹"kebab› })
                    }
                    ====
                    [Unit]
                    Description=‹^tclause›
                    After=network-online.target

                    [Service]
                    ExecStart=/usr/bin/‹kebab› ‹option› $MAINPID
                    Restart=on-failure
                    Environment="‹upper_snake›=‹word›"
                    ====
                    [Desktop Entry]
                    Type=Application
                    Name=‹^word› ‹^word›
                    Name[de]=‹^word›
                    Exec=‹kebab› %U
                    MimeType=text/html;image/svg+xml;
                    ====
                    # ‹tclause›
                    ‹word›.‹word›.‹word›=‹val›
                    ‹word›.message=‹clause›: {0}, {1}
                    ====
                    ‹upper_snake›=‹val›
                    ‹upper_snake›="‹word› ‹word›"
                    DATABASE_URL=postgres://‹login›:‹word›@localhost:5432/‹snake›
                    ====
                    id,‹snake›,‹snake›,‹snake›,‹snake›
                    ‹csvRows›
                    ====
                    "id";"‹^word›";"‹^word›"
                    1;"‹person›";‹#1-99›,‹d:2›
                    2;""\"‹word›""\";‹#1-99›,‹d:2›
                    ====
                    *.‹ext›
                    !‹kebab›.‹ext›
                    /‹component›/
                    # ‹word›
                    **/‹kebab›/
                    ====
                    BEGIN:VCALENDAR
                    BEGIN:VEVENT
                    UID:‹hex:16›@‹domain›
                    DTSTART;TZID=Europe/Berlin:20‹#10-39›0‹#1-9›‹#10-28›T1‹#0-9›0000
                    SUMMARY:‹plain›
                    RRULE:FREQ=WEEKLY;BYDAY=MO
                    END:VEVENT
                    END:VCALENDAR
                    ====
                    BEGIN:VCARD
                    VERSION:3.0
                    FN:‹person›
                    TEL;TYPE=work,voice:‹phone›
                    ADR;TYPE=home:;;‹address›;;;
                    END:VCARD
                    ====
                    User-agent: *
                    Disallow: /‹component›/*.‹ext›$
                    Allow: /
                    Sitemap: https://‹domain›/sitemap.xml
                    ====
                    $ORIGIN ‹domain›.
                    @ ‹#300-9000› IN SOA ns1 hostmaster ( 20‹#10-39›0101 ‹#1-9›h 30m 1w 1h )
                    @ IN TXT "v=spf1 include:_spf.‹domain› ~all"
                    ====
                    groups:
                      - name: ‹kebab›
                        rules:
                          - alert: ‹pascal›
                            expr: rate(‹snake›_total{job="‹kebab›",code=~"5.."}[5m]) > 0.‹#1-9›
                            annotations: { summary: "{{ $labels.instance }} ‹tclause›" }
                    ====
                    -----BEGIN PUBLIC KEY-----
                    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A‹b64:32›
                    ‹b64:64›
                    -----END PUBLIC KEY-----
                    ====
                    ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI‹b64:43› ‹login›@‹domain›
                    """)
            .checked();

    private ConfigText() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "document");
    }

    static String csv(SplittableRandom r) {
        return "id,name,note,amount,date\n" + GRAMMAR.draw(r, "csvRows") + "\n";
    }
}
