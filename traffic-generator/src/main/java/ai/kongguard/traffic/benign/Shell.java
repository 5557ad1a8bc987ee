package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Scripts and commands as kept in runbooks, build files and snippet collections; whole ones only. */
final class Shell {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .lines(
                    "command",
                    """
                    ‹tool› ‹option› ‹option› ‹path›
                    ‹tool› ‹verb› ‹option›
                    git commit -m ‹"commit›
                    git log --oneline --graph ‹hash›..HEAD -- ‹unixPath›
                    git checkout -b ‹component›/‹kebab› && git push -u origin HEAD
                    npm ‹install|ci|run build› ‹option› && npm test -- ‹option›
                    docker run --rm -it -v "$(pwd)":/app -p ‹#1000-9999›:80 ‹kebab›:‹version› sh -c "‹tool› ‹option›"
                    docker exec ‹kebab› psql -U ‹word› -c "SELECT COUNT(*) FROM ‹snake›;"
                    kubectl get pods -n ‹kebab› -o jsonpath='{.items[*].metadata.name}' | tr ' ' '\\n' | sort
                    kubectl logs -f deploy/‹kebab› --since=‹#1-9›h | grep -v ‹word›
                    curl -sSL https://‹domain›/‹kebab›.tar.gz | tar xz -C /opt/‹kebab›
                    curl -X POST -H 'Content-Type: application/json' -d '{"‹snake›":"‹word›"}' https://api.‹domain›/‹component›
                    find . -name '*.‹ext›' -mtime +‹#1-90› -print0 | xargs -0 rm -f
                    find ‹component› -type f -exec chmod 644 {} \\;
                    cat ‹component›/*.log | grep -i "‹word›" | sort | uniq -c | sort -rn | head -‹#5-50›
                    tail -f /var/log/‹kebab›.log | grep --line-buffered ‹word›
                    grep -rn "‹camel›(" ‹component›/ --include=*.‹ext›
                    awk -F, '{ sum += $‹#1-9› } END { print sum/NR }' ‹kebab›.csv
                    sed -i 's/‹word›/‹word›/g' ‹unixPath›
                    for f in *.‹ext›; do mv "$f" "${f%.‹ext›}.‹ext›"; done
                    ps aux | grep ‹tool› | awk '{print $2}'
                    rsync -avz --delete ‹component›/ ‹login›@‹domain›:/srv/‹kebab›/
                    ssh ‹login›@‹domain› 'sudo systemctl restart ‹kebab›'
                    tar czf ‹kebab›-$(date +%F).tar.gz ‹component›/
                    export ‹upper_snake›=$(git rev-parse --short HEAD)
                    echo "‹upper_snake›=${‹upper_snake›:-‹word›}" >> .env
                    sudo apt-get update && sudo apt-get install -y ‹kebab›
                    pip install '‹kebab›‹>=|==|~=›‹#0-9›.‹#0-9›'
                    openssl req -x509 -newkey rsa:4096 -nodes -days ‹#30-900› -subj "/CN=‹domain›"
                    jq -r '.‹camel›[] | select(.‹snake› > ‹#0-99›) | .‹snake›' ‹kebab›.json
                    while ! nc -z localhost ‹#1000-9999›; do sleep ‹#1-9›; done
                    test -f ‹unixPath› || exit 1
                    ls -la ‹unixPath›
                    Get-ChildItem -Path C:\\‹^word› -Recurse | Where-Object { $_.Length -gt ‹#1-99›MB } | Select-Object Name
                    ffmpeg -i ‹kebab›.mov -vf "scale=‹#100-1900›:-1" ‹kebab›.mp4
                    wget -q -O - https://‹domain›/‹kebab›.sh > ‹kebab›.sh; less ‹kebab›.sh
                    chmod +x ./‹kebab›.sh && ./‹kebab›.sh ‹option›
                    """)
            .repeat("commands", "command", 2, 6, "\n")
            .blocks(
                    "script",
                    """
                    #!/‹bin/sh|bin/bash|usr/bin/env bash›
                    set -euo pipefail
                    # ‹tclause›
                    ‹commands›
                    ====
                    #!/bin/bash
                    ‹!word›="${1:-‹word›}"
                    if [ -z "$‹!word›" ] || [[ "$#" -lt ‹#1-4› ]]; then
                      echo "Usage: $0 <‹word›>" >&2
                      exit 1
                    fi
                    case "$1" in
                      start) ‹command› ;;
                      stop|‹word›) ‹command› ;;
                    esac
                    ====
                    ‹snake›() {
                      local dir="$(dirname "$0")"
                      ‹command› || return $?
                    }
                    trap 'rm -rf "$tmp"' EXIT
                    ====
                    FROM ‹word›:‹version›-alpine AS build
                    ARG ‹upper_snake›=‹word›
                    WORKDIR /app
                    COPY --chown=‹word›:‹word› package*.json ./
                    RUN apk add --no-cache ‹kebab› \\
                     && ‹tool› install ‹option›
                    ENV PATH="/app/bin:${PATH}"
                    EXPOSE ‹#1000-9999›
                    ENTRYPOINT ["/bin/‹kebab›", "‹option›"]
                    ====
                    .PHONY: ‹word› ‹word›
                    ‹word›: $(wildcard src/*.c)
                    \t@echo "‹verb› $@ < $<"
                    \t$(CC) $(CFLAGS) -o $@ $^ && ./$@
                    clean:
                    \trm -rf ‹word›/*.o
                    ====
                    $ErrorActionPreference = 'Stop'
                    foreach ($f in Get-ChildItem *.‹ext›) {
                      Write-Host "‹word›: $($f.FullName)"
                    }
                    ====
                    @echo off
                    set ‹!word›=%~dp0
                    if not exist "%‹!word›%\\‹word›" mkdir "%‹!word›%\\‹word›"
                    """)
            .lines(
                    "any",
                    """
                    ‹command›
                    ‹command›
                    ‹command›
                    ‹commands›
                    ‹script›
                    ‹script›
                    """)
            .checked();

    private Shell() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }
}
