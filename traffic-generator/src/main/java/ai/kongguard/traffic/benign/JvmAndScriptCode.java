package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Java, Kotlin, C#, Python, Ruby, JavaScript, TypeScript and what is written beside them. */
final class JvmAndScriptCode {

    private static final Grammar GRAMMAR = SourceCode.GRAMMAR
            .extend()
            .lines(
                    "javaType",
                    """
                    String
                    int
                    List<String>
                    Map<String, ‹pascal›>
                    Optional<‹pascal›>
                    ‹pascal›
                    ‹pascal›<? extends ‹pascal›>
                    byte[]
                    """)
            .lines(
                    "line",
                    """
                    private final ‹javaType› ‹camel›;
                    public static ‹javaType› ‹camel›(‹javaType› ‹camel›) {
                    import org.example.‹word›.‹pascal›;
                    @GetMapping("/‹component›/{id}")
                    try (var ‹camel› = ‹camel›.‹camel›(‹str›)) {
                    } catch (‹pascal›Exception e) {
                    log.info("‹word› {} in {} ms", ‹expr›, ‹expr›);
                    ‹camel›.stream().filter(x -> x.‹camel›() > ‹#0-9›).map(‹pascal›::‹camel›).toList();
                    String ‹camel› = ‹str› + ‹expr› + ‹str›;
                    assertThat(‹expr›).isEqualTo(‹expr›);
                    import { ‹camel›, ‹camel› } from '../‹component›/‹kebab›';
                    import ‹camel› from './‹kebab›.js';
                    const { ‹camel›, ...rest } = await ‹camel›(‹expr›);
                    const ‹camel› = (‹camel›) => ‹expr›;
                    let ‹camel› = `${‹camel›}/‹word›/${‹camel›.‹camel›}`;
                    ‹camel›.then((‹camel›) => { ‹camel›(‹expr›); }).catch(console.error);
                    module.exports = { ‹camel›, ‹camel› };
                    console.log('‹word›', ‹expr›);
                    document.querySelector('#‹kebab› > .‹kebab›').textContent = ‹expr›;
                    export type ‹pascal› = { ‹camel›?: string | null; ‹camel›: number[] };
                    if (typeof ‹camel› === 'undefined' || ‹camel› === null) { return; }
                    const ‹camel› = require('‹kebab›');
                    $('.‹kebab›').on('click', function (e) { e.preventDefault(); });
                    fetch(`/api/‹component›/${id}`, { method: 'POST', body: JSON.stringify({ ‹camel› }) })
                    def ‹snake›(self, ‹snake›: str = "‹word›", *args, **kwargs) -> None:
                    from ‹word›.‹snake› import ‹snake› as ‹abc:2›
                    ‹snake› = [x for x in ‹snake› if x.‹snake› != ‹atom›]
                    print(f"{‹snake›!r}: {‹snake›:.2f}")
                    with open("‹kebab›.‹ext›", "r", encoding="utf-8") as f:
                    except (KeyError, ValueError) as e:
                    ‹snake› = lambda x: x[‹#0-9›] or ‹str›
                    raise ValueError("‹tclause›") from None
                    assert ‹snake› == {"‹word›": ‹#0-9›, "‹word›": [‹#0-9›, ‹#0-9›]}
                    df[df['‹snake›'] > ‹#0-99›].groupby('‹snake›').agg({'‹snake›': 'sum'})
                    ‹snake›.each { |x| puts "#{x.‹snake›} => #{‹snake›}" }
                    validates :‹snake›, presence: true, length: { maximum: ‹#10-99› }
                    scope :‹snake›, -> { where("‹snake› > ?", ‹#0-99›) }
                    val ‹camel›: List<‹pascal›> = ‹camel›?.‹camel› ?: emptyList()
                    var ‹camel› = ‹camel›.Where(x => x.‹pascal› != null).Select(x => $"{x.‹pascal›}");
                    cursor.execute("SELECT ‹snake› FROM ‹snake› WHERE id = %s", (‹snake›,))
                    ‹camel›.addEventListener("‹click|load›", ‹camel›);
                    var stmt = conn.prepareStatement("SELECT * FROM ‹snake› WHERE ‹snake› = ? AND ‹snake› > ?");
                    """)
            .repeat("body", "cLine", 1, 5, "\n    ")
            .blocks(
                    "document",
                    """
                    package org.example.‹word›;

                    import java.util.*;

                    /** ‹^tclause›. */
                    public class ‹pascal› extends ‹pascal› implements Comparable<‹pascal›> {
                        private static final ‹javaType› ‹upper_snake› = ‹expr›;

                        @Override
                        public ‹javaType› ‹camel›(‹javaType› ‹camel›) throws IOException {
                            ‹body›
                            return ‹expr›;
                        }
                    }
                    ====
                    public record ‹pascal›(‹javaType› ‹camel›, int ‹camel›) {
                        public ‹pascal› {
                            if (‹test›) {
                                throw new IllegalArgumentException("‹tclause›: " + ‹camel›);
                            }
                        }
                    }
                    ====
                    // ‹tclause›
                    export async function ‹camel›(‹camel›, { ‹camel› = ‹#0-9›, ...rest } = {}) {
                      const res = await fetch(`${BASE}/‹component›/${encodeURIComponent(‹camel›)}?page=${‹camel›}`);
                      if (!res.ok) throw new Error(`HTTP ${res.status}: ${await res.text()}`);
                      return (await res.json()).map((x) => ({ ...x, ‹camel›: x.‹camel› || ‹str› }));
                    }
                    ====
                    import React, { useState } from 'react';

                    export const ‹pascal›: React.FC<Props> = ({ ‹camel› }) => {
                      const [‹camel›, set] = useState<string>('');
                      return (
                        <div className="‹kebab›" style={{ width: ‹#10-99› }}>
                          {‹camel› && <‹pascal› ‹camel›={‹camel›} onChange={(e) => set(e.target.value)} />}
                          <p>‹^word› {‹camel›.length}</p>
                        </div>
                      );
                    };
                    ====
                    interface ‹pascal› {
                      readonly ‹camel›: string;
                      ‹camel›?: Record<string, ‹pascal›[]>;
                    }
                    type ‹pascal›Of<T> = T extends ‹pascal› ? keyof T : never;
                    ====
                    #!/usr/bin/env python3
                    \"""‹^tclause›.\"""
                    import os, sys
                    from ‹word› import ‹snake›


                    class ‹pascal›(‹pascal›):
                        def __init__(self, ‹snake›=None, *, ‹snake›: int = ‹#0-9›):
                            self._‹snake› = ‹snake› or []

                        @property
                        def ‹snake›(self):
                            # ‹tclause›
                            return {k: v for k, v in self._‹snake›.items() if v is not None}


                    if __name__ == "__main__":
                        sys.exit(‹snake›(sys.argv[1:]))
                    ====
                    def ‹snake›(‹snake›, ‹snake›='‹word›'):
                        try:
                            return ‹snake›[‹snake›]['‹word›']
                        except KeyError:
                            logging.warning("‹tclause› %s", ‹snake›)
                            return None
                    ====
                    class ‹pascal› < ApplicationRecord
                      belongs_to :‹word›, optional: true
                      has_many :‹word›s, -> { order(created_at: :desc) }, dependent: :destroy

                      def ‹snake›
                        @‹snake› ||= ‹snake›.map(&:to_s).join(", ")
                      end
                    end
                    ====
                    data class ‹pascal›(val ‹camel›: String, val ‹camel›: Int = ‹#0-9›)

                    fun ‹pascal›.‹camel›() = when {
                        ‹camel› > ‹#0-99› -> "‹word› $‹camel›"
                        else -> "${‹camel›.‹camel›}"
                    }
                    ====
                    public async Task<IActionResult> ‹pascal›([FromBody] ‹pascal› ‹camel›)
                    {
                        var sql = @"SELECT * FROM ‹snake› WHERE ‹snake› = @‹camel›";
                        return Ok(await _db.QueryAsync<‹pascal›>(sql, new { ‹camel› }));
                    }
                    ====
                    {
                      "cells": [{"cell_type": "code", "source": ["import pandas as pd\\n", "df.head(‹#1-9›)"], "outputs": []}]
                    }
                    ====
                    describe('‹pascal›', () => {
                      it("doesn't ‹verb› ‹word›", () => {
                        expect(‹camel›(‹expr›)).toEqual([‹#0-9›, '‹word›']);
                      });
                    });
                    ====
                    !function(e,t){"use strict";var n=e.‹abc:2›||{},r=t.‹abc:2›(n,‹#0-9›);for(var i=0;i<r.length;i++)n[i]=r[i]>>>0&255;e.‹abc:2›=n}(this,‹abc:2›);
                    """)
            .checked();

    private JvmAndScriptCode() {}

    static String line(SplittableRandom r) {
        return GRAMMAR.draw(r, "line");
    }

    static String document(SplittableRandom r) {
        return GRAMMAR.draw(r, "document");
    }
}
