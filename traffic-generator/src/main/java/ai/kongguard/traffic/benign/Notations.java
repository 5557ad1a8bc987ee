package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Small technical notations: versions, patterns, paths, schedules, hashes. */
final class Notations {

    static final Grammar GRAMMAR = English.GRAMMAR
            .extend()
            .lines(
                    "versionRange",
                    """
                    >=‹#0-30›.‹#0-9›.‹#0-9›
                    >=‹#0-30›.‹#0-9›.‹#0-9› <‹#31-40›
                    >=‹#8-18›.0.0 <21 || ^‹#21-30›.‹#0-9›
                    ^‹#0-30›.‹#0-20›.‹#0-20›
                    ~‹#0-30›.‹#0-20›.‹#0-20›
                    ~> ‹#0-9›.‹#0-9›
                    ~=‹#0-9›.‹#0-9›
                    ==‹#0-30›.‹#0-9›.*
                    !=‹#0-9›.‹#0-9›,>=‹#0-9›.‹#0-9›
                    [‹#0-9›.0,‹#10-20›.0)
                    (,‹#1-9›.‹#0-9›]
                    (‹#1-9›.‹#0-9›,)
                    ‹#1-20›.x || >=‹#21-30›.0.0-beta
                    ‹#1-9›.‹#0-9› - ‹#10-19›.‹#0-9›
                    <‹#2-30›
                    > ‹#1-9›.‹#0-9›, < ‹#10-19›
                    * || ‹#1-9›.x
                    ‹word›[‹word›,‹word›]>=‹#0-9›.‹#0-9›; python_version < "3.‹#8-14›"
                    ‹kebab›@^‹#0-9›.‹#0-9›.‹#0-9›
                    npm:@‹word›/‹kebab›@~‹#0-9›.‹#0-9›
                    (>= ‹#0-9›:‹#0-9›.‹#0-9›-‹#1-9›ubuntu‹#1-9›)
                    ‹version›
                    ‹kebab›:‹version›
                    org.example.‹word›:‹kebab›:‹version›
                    pkg:npm/%40‹word›/‹kebab›@‹#0-9›.‹#0-9›.‹#0-9›
                    """)
            .lines(
                    "cron",
                    """
                    */‹#2-30› * * * *
                    0 ‹#0-23› * * ‹#1-6›
                    ‹#0-59› ‹#0-23› ‹#1-28› * ?
                    0 0/‹#2-30› 8-18 ? * MON-FRI
                    @‹daily|hourly|weekly|reboot›
                    ‹#0-59› ‹#0-5› * * 1-5 /usr/local/bin/‹kebab›.sh >> /var/log/‹kebab›.log 2>&1
                    H H(0-7) * * *
                    rate(‹#2-30› minutes)
                    FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=‹#1-4›;COUNT=‹#2-40›
                    """)
            .lines(
                    "glob",
                    """
                    **/*.‹ext›
                    src/**/*.{ts,tsx}
                    !**/‹kebab›/**
                    ‹component›/*.‹ext›
                    {‹component›,‹component›}/**/*.‹ext›
                    *.[ch]
                    **/__tests__/**/*.[jt]s?(x)
                    !(‹word›|‹word›)/*.‹ext›
                    ./‹component›/**
                    /‹component›/*
                    ‹word›-??.‹ext›
                    @(‹word›|‹word›)*.‹ext›
                    refs/heads/‹component›/*
                    *.‹domain›
                    arn:aws:s3:::‹kebab›/*
                    """)
            .lines(
                    "regex",
                    """
                    ^[a-z]+$
                    ^(?:[a-z]+|\\d{2,4})$
                    ^\\d{‹#1-9›}-\\d{‹#1-9›}$
                    (?i)\\b‹word›s?\\b
                    ^([\\w.+-]+)@([\\w-]+\\.)+[a-z]{2,}$
                    ^/‹component›/(\\d+)(?:/(.*))?$
                    [^\\s"'<>]+
                    (?<‹word›>[A-Z]{2}\\d{2})
                    \\$\\{(\\w+)\\}
                    ^(?!.*\\.\\.)[\\w./-]+$
                    /(‹word›|‹word›)\\/(\\d+)/gi
                    s/‹word›/‹word›/g
                    ^#?([a-fA-F0-9]{6}|[a-fA-F0-9]{3})$
                    ‹word›.*
                    .*‹word›.*|^‹word›$
                    (["'])(?:(?=(\\\\?))\\2.)*?\\1
                    \\.‹ext›(\\?.*)?$
                    ^‹word›[_-]?(v?\\d+(\\.\\d+)*)$
                    <(\\w+)[^>]*>(.*?)</\\1>
                    """)
            .lines(
                    "unixPath",
                    """
                    /etc/nginx/nginx.conf
                    /etc/‹tool›/‹kebab›.conf
                    /usr/share/doc/‹kebab›/README.‹ext›
                    /usr/local/bin/‹kebab›
                    /var/log/‹kebab›/‹word›.log
                    /home/‹word›/‹word›/‹kebab›.‹ext›
                    /opt/‹kebab›/‹version›/bin
                    /tmp/‹kebab›-‹hex:6›.‹ext›
                    /dev/‹sda1|ttyUSB0|null|disk/by-uuid›
                    /mnt/‹word›/‹word›/
                    ~/.bashrc
                    ~/.config/‹kebab›/config.‹ext›
                    ~/‹word›/‹word›.‹ext›
                    ./‹component›/‹kebab›.‹ext›
                    ../‹component›/‹kebab›.‹ext›
                    $HOME/‹kebab›/bin
                    ${‹upper_snake›}/‹kebab›.‹ext›
                    ‹component›/‹kebab›/‹kebab›.‹ext›
                    ‹component›/src/main/java/org/example/‹word›/‹pascal›.java
                    ‹component›/‹component›/index.‹ext›
                    node_modules/@‹word›/‹kebab›/dist/index.js
                    k8s/overlays/‹word›/kustomization.yaml
                    /Applications/‹^word›.app/Contents/MacOS/‹^word›
                    """)
            .lines(
                    "path",
                    """
                    ‹unixPath›
                    ‹unixPath›
                    ‹unixPath›
                    C:\\Users\\‹^thing›\\Documents\\‹^thing›.‹ext›
                    C:\\Program Files (x86)\\‹brand›\\bin\\‹kebab›.exe
                    %APPDATA%\\‹brand›\\settings.‹ext›
                    \\\\server‹#1-9›\\share\\‹word›\\‹word› (‹#1-9›).‹ext›
                    D:/‹word›/‹word›.‹ext›
                    .\\‹word›\\‹word›.‹ext›
                    file:///home/‹word›/‹kebab›.‹ext›
                    s3://‹kebab›/‹word›/year=20‹#10-30›/month=0‹#1-9›/part-‹d:5›.parquet
                    gs://‹kebab›/‹word›.‹ext›
                    jar:file:/opt/‹kebab›.jar!/‹word›/‹pascal›.class
                    classpath:‹word›/‹kebab›.xml
                    """)
            .lines(
                    "env",
                    """
                    $HOME
                    ${PATH}
                    $‹upper_snake›
                    ${‹upper_snake›:-‹word›}
                    %‹upper_snake›%
                    $env:‹upper_snake›
                    ‹upper_snake›=‹word›
                    ‹upper_snake›="‹word› ‹word›"
                    PATH=$PATH:/usr/local/‹kebab›/bin
                    process.env.‹upper_snake›
                    {{ ‹snake› }}
                    @@‹upper_snake›@@
                    <‹upper_snake›>
                    """)
            .lines(
                    "symbol",
                    """
                    ‹camel›()
                    ‹snake›()
                    ‹pascal›::‹snake›
                    ‹pascal›.‹camel›(‹pascal›, int)
                    ‹pascal›#‹camel›
                    ‹pascal›<‹pascal›, ‹pascal›>
                    std::‹vector|map|unique_ptr|string_view›<‹pascal›>
                    *‹snake›->‹snake›
                    &‹snake›[‹#0-9›]
                    @‹pascal›
                    ‹snake›[‹#0-9›:‹#10-20›]
                    operator‹<<|==|[]|->|&&›
                    __‹snake›__
                    ‹camel› => ‹camel›.‹camel›
                    a == NULL
                    !‹camel›
                    ‹camel› != null && ‹camel›.length > ‹#0-9›
                    ‹camel› || []
                    ‹camel›?.‹camel› ?? ‹"word›
                    (‹camel›) -> ‹camel›
                    #‹upper_snake›
                    """)
            .lines(
                    "option",
                    """
                    --‹kebab›
                    --no-‹verb›
                    --‹kebab›=‹word›
                    --‹kebab› ‹word›
                    -‹x|v|f|p|o|rf|la› ‹word›
                    -D‹word›.‹word›=‹word›
                    -Xmx‹#1-9›g
                    /‹verb›
                    -- ‹word›
                    """)
            .lines(
                    "hash",
                    """
                    ‹hex:7›
                    ‹hex:40›
                    sha256:‹hex:64›
                    sha512-‹b64:80›==
                    ‹hex:32›  ‹kebab›.‹ext›
                    ‹kebab›@sha256:‹hex:64›
                    ‹hex:7›..‹hex:7›
                    ‹version›...‹component›/‹kebab›
                    HEAD~‹#1-9›
                    HEAD^
                    origin/‹component›/‹kebab›
                    ‹component›/‹UP:3›-‹#1-999›-‹kebab›
                    """)
            .lines(
                    "mime",
                    """
                    text/html; charset=utf-8
                    application/vnd.‹word›.v‹#1-9›+json
                    multipart/mixed; boundary="--‹hex:8›"
                    application/xml;q=0.9,*/*;q=0.8
                    image/‹png|webp|svg+xml›
                    video/mp4; codecs="avc1.42E01E, mp4a.40.2"
                    */*
                    """)
            .lines(
                    "any",
                    """
                    ‹versionRange›
                    ‹versionRange›
                    ‹versionRange›
                    ‹cron›
                    ‹glob›
                    ‹glob›
                    ‹regex›
                    ‹regex›
                    ‹path›
                    ‹path›
                    ‹env›
                    ‹symbol›
                    ‹symbol›
                    ‹option›
                    ‹hash›
                    ‹mime›
                    """)
            .checked();

    private Notations() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }
}
