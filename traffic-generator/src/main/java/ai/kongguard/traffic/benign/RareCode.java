package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Programs and notations that are met seldom: Lua to Verilog, build rules, diagrams, policies. */
final class RareCode {

    private static final Grammar GRAMMAR = SourceCode.GRAMMAR
            .extend()
            .blocks(
                    "document",
                    """
                    local ‹pascal› = {}
                    function ‹pascal›:‹camel›(‹abc:1›)
                      if not ‹abc:1› or #‹abc:1› == 0 then return nil, "‹tclause›" end
                      return self.‹snake›[‹abc:1›] .. "‹word›"
                    end
                    ====
                    ‹camel› <- function(df, n = ‹#1-99›L) {
                      df %>% filter(‹snake› > n & !is.na(‹snake›)) %>% group_by(‹snake›) %>% summarise(m = mean(‹snake›))
                    }
                    ====
                    Sub ‹pascal›()
                        If Range("A‹#1-99›").Value <> "" Then
                            MsgBox "‹^word› '" & Cells(‹#1-9›, 2) & "'", vbOKOnly
                        End If ' ‹tclause›
                    End Sub
                    ====
                    program ‹pascal›;
                    var ‹abc:1›: array[1..‹#2-99›] of integer;
                    begin
                      writeln('‹word›''s ‹word›: ', ‹abc:1›[‹#1-9›]); { ‹tclause› }
                    end.
                    ====
                    (ns ‹word›.‹word› (:require [clojure.string :as str]))
                    (defn ‹kebab› [{:keys [‹kebab› id] :or {id ‹#0-9›}}]
                      (->> ‹kebab› (filter #(> (:‹kebab› %) id)) (map str/upper-case)))
                    ====
                    let rec ‹camel› = function
                      | [] -> None
                      | x :: _ when x > ‹#0-9› -> Some x
                      | _ :: xs -> ‹camel› xs (* ‹tclause› *)
                    ====
                    Future<List<‹pascal›>> ‹camel›({required String id, int? n}) async =>
                        (await _dio.get('/‹component›/$id', queryParameters: {'n': n ?? ‹#0-9›})).data!.map(‹pascal›.fromJson).toList();
                    ====
                    // SPDX-License-Identifier: MIT
                    pragma solidity ^0.8.‹#0-29›;
                    contract ‹pascal› {
                        mapping(address => uint256) private _‹camel›;
                        function ‹camel›(address to) external payable { require(msg.value > ‹#0-9› ether, "‹word›"); }
                    }
                    ====
                    Feature: ‹^word› ‹word›
                      Scenario Outline: ‹tclause›
                        Given a user "<name>" with ‹#1-99› ‹tech›s
                        When she ‹verb›s "<‹word›>"
                        Then the ‹tech› isn't ‹past›
                        Examples:
                          | name | ‹word› |
                          | O'Brien | ‹#1-99› |
                    ====
                    module ‹snake› #(parameter W = ‹#1-64›) (input wire clk, input [W-1:0] d, output reg [W-1:0] q);
                      always @(posedge clk) q <= d ^ 8'h‹hex:2›;
                    endmodule
                    ====
                    #version 330 core
                    uniform sampler2D ‹camel›; in vec2 uv; out vec4 color;
                    void main() { color = texture(‹camel›, uv) * vec4(‹#0-1›.‹#0-9›, 0.5, 1.0, 1.0); }
                    ====
                    plugins { id("java-library"); kotlin("jvm") version "2.‹#0-2›.0" }
                    dependencies {
                        implementation("org.‹word›:‹kebab›:‹version›")
                        testImplementation(project(":‹kebab›")) { exclude(group = "‹word›") }
                    }
                    ====
                    cmake_minimum_required(VERSION 3.‹#10-30›)
                    project(‹snake› LANGUAGES CXX)
                    if(NOT TARGET ‹word›::‹word› AND ${CMAKE_BUILD_TYPE} STREQUAL "Debug")
                      target_link_libraries(${PROJECT_NAME} PRIVATE $<$<CONFIG:Debug>:‹word›>)
                    endif()
                    ====
                    { pkgs ? import <nixpkgs> {} }:
                    pkgs.mkShell {
                      buildInputs = with pkgs; [ ‹tool› ‹tool› ];
                      shellHook = ''export ‹upper_snake›=${toString ./.}'';
                    }
                    ====
                    package ‹word›.authz
                    default allow := false
                    allow if { input.method == "GET"; some r in input.user.roles; r != "‹word›" }
                    ====
                    parent(‹word›, X) :- member(X, ['‹word›', "‹word›"]), \\+ X = ‹word›, !.
                    ?- parent(Y, _), Y @< ‹word›.
                    ====
                    " ‹tclause›
                    set nocompatible | syntax on
                    nnoremap <silent> <leader>‹abc:1› :%s/‹word›/‹word›/gc<CR>
                    autocmd BufWritePre *.‹ext› :call ‹pascal›('<sfile>')
                    ====
                    digraph ‹word› {
                      rankdir=LR; node [shape=box, label="‹word›\\n(‹#1-9›)"];
                      "‹word›" -> ‹word› [label=<<b>‹word›</b>>];
                    }
                    ====
                    sequenceDiagram
                      participant ‹abc:1›
                      ‹abc:1›->>+‹word›: ‹camel›(‹word›)
                      Note over ‹word›: ‹tclause›
                      ‹word›-->>-‹abc:1›: ‹#200-500›
                    ====
                    graph TD; A[‹^word›] -->|‹word›| B{‹tclause›?}; B -- no --> C((‹word›)); B ==> D["‹word› & ‹word›"]
                    ====
                    @startuml
                    class ‹pascal› { -‹camel›: String {readOnly} +‹camel›(): void }
                    ‹pascal› "1" *-- "0..*" ‹pascal› : ‹verb›s >
                    @enduml
                    ====
                    G21 ; ‹word›
                    G0 X‹#0-99›.‹d:2› Y-‹#0-99› F‹#100-9000›
                    M104 S‹#150-250› T0
                    ====
                    DECLARE v_‹snake› NUMBER := ‹#0-9›;
                    BEGIN
                      FOR r IN (SELECT ‹snake› FROM ‹snake› WHERE ‹snake› = '‹word›') LOOP
                        DBMS_OUTPUT.PUT_LINE('‹word›: ' || r.‹snake›);
                      END LOOP;
                    EXCEPTION WHEN NO_DATA_FOUND THEN NULL;
                    END;
                    ====
                    PREFIX ex: <http://‹domain›/>
                    SELECT DISTINCT ?x WHERE { ?x a ex:‹pascal› ; ex:‹camel› ?y . OPTIONAL { ?x ex:‹camel› "‹word›"@en } FILTER(?y != ‹#0-99›) }
                    ====
                    db.‹snake›.aggregate([
                      { $match: { ‹snake›: { $gte: ‹#0-99› }, "‹word›.‹word›": { $in: ["‹word›"] } } },
                      { $group: { _id: "$‹snake›", n: { $sum: 1 } } }, { $sort: { n: -1 } }
                    ])
                    ====
                    MULTI
                    HSET ‹word›:‹#1-999› ‹snake› "‹word› ‹word›"
                    EXPIRE ‹word›:‹#1-999› ‹#10-9999›
                    ZRANGEBYSCORE ‹word› (‹#0-9› +inf LIMIT 0 ‹#1-99›
                    EXEC
                    ====
                    tell application "‹^word›"
                      set ‹camel› to (name of every document whose name contains "‹word›") as string
                      display dialog "‹^word›: " & ‹camel›
                    end tell
                    ====
                    <template><‹^word› v-model="‹camel›" @click.prevent="‹camel›(‹#0-9›)" :class="{ active: ‹camel› }" /></template>
                    ====
                    {#if ‹camel›.length > ‹#0-9›}
                      {#each ‹camel› as x, i (x.id)}<li class:active={i === 0}>{x.‹camel›}</li>{/each}
                    {:else}<p>‹^word›</p>{/if}
                    ====
                    proc ‹snake› {‹abc:1› args} { set x [lindex $args ‹#0-9›]; if {$x eq ""} { puts stderr "‹word›: $x" }; return [expr {$x * ‹#2-9›}] }
                    ====
                    IDENTIFICATION DIVISION.
                    PROGRAM-ID. ‹!word›.
                    PROCEDURE DIVISION.
                        IF WS-‹!word› > ‹#0-99› THEN DISPLAY '‹!word› ' WS-‹!word› END-IF.
                        STOP RUN.
                    """)
            .checked();

    private RareCode() {}

    static String document(SplittableRandom r) {
        return GRAMMAR.draw(r, "document");
    }
}
