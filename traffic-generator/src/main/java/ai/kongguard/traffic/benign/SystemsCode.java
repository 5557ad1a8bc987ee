package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** C, C++, Go, Rust, Haskell, assembler, styles and schemas. */
final class SystemsCode {

    private static final Grammar GRAMMAR = SourceCode.GRAMMAR
            .extend()
            .lines(
                    "line",
                    """
                    #include <‹stdio.h|vector|sys/types.h|string›>
                    #define ‹upper_snake›(x) ((x) << ‹#1-31›)
                    #ifdef ‹upper_snake›
                    static int ‹snake›(struct ‹snake› *‹abc:1›, const char *‹abc:2›)
                    if (!‹snake› || ‹snake›->‹snake› < 0) {
                    ‹snake› = malloc(sizeof(*‹snake›) * ‹#1-99›);
                    printf("%s: %d\\n", ‹snake›, ‹expr›);
                    fprintf(stderr, "‹tclause›\\n");
                    memset(&‹snake›, 0, sizeof ‹snake›);
                    goto ‹snake›;
                    return -EINVAL;
                    std::cout << ‹str› << ‹camel› << std::endl;
                    for (const auto& [k, v] : ‹snake›) {
                    template <typename T, std::size_t N = ‹#1-99›>
                    auto ‹snake› = [&](int x) -> bool { return x > ‹#0-9›; };
                    ‹snake›::‹pascal› *‹abc:1› = static_cast<‹pascal› *>(‹snake›);
                    if err != nil { return nil, fmt.Errorf("‹word›: %w", err) }
                    ‹camel›, ok := ‹camel›["‹word›"].(*‹pascal›)
                    func (‹abc:1› *‹pascal›) ‹pascal›(ctx context.Context, ‹camel› ...string) (<-chan int, error) {
                    go func() { defer wg.Done(); ‹camel› <- ‹expr› }()
                    type ‹pascal› struct { ‹pascal› string `json:"‹snake›,omitempty"` }
                    let ‹snake› = ‹snake›.iter().map(|x| x * ‹#2-9›).collect::<Vec<_>>();
                    impl<'a, T: Clone + 'static> ‹pascal› for ‹pascal›<'a, T> {
                    match ‹snake› { Some(‹abc:1›) => ‹abc:1›?, None => return Err(‹pascal›::‹pascal›) }
                    println!("{:?} {}", ‹snake›, &‹snake›[..‹#1-9›]);
                    #[derive(Debug, Clone, PartialEq)]
                    pub fn ‹snake›(&mut self, ‹snake›: &'static str) -> Result<(), Box<dyn Error>> {
                    ‹camel› :: (Eq a) => a -> [a] -> Maybe Int
                    ‹camel› (x:xs) = foldr (\\y acc -> y + acc) ‹#0-9› xs >>= return
                    (defun ‹kebab› (‹word› &optional ‹word›) "‹tclause›" (when (> ‹word› ‹#0-9›) '(‹word› . ‹#0-9›)))
                    mov eax, [ebp+‹#4-99›] ; ‹word›
                    .‹kebab› > li:nth-child(‹#2-9›n+1)::before { content: "\\201C"; margin: 0 auto !important; }
                    @media (min-width: ‹#300-1200›px) and (max-width: ‹#1300-1900›px) { #‹kebab› { display: none } }
                    background: url('/img/‹kebab›.png') no-repeat 0 ‹#10-99›%; color: #‹hex:6›;
                    $‹kebab›: map-get($‹word›, '‹word›') * ‹#1-9› + 2px;
                    {-# LANGUAGE OverloadedStrings #-}
                    my ($‹snake›, @‹snake›) = @_; $‹snake› =~ s/‹word›/‹word›/g;
                    x <- c(‹#1-9›, ‹#1-9›); lm(y ~ x + I(x^2), data = ‹word›) |> summary()
                    ‹camel› = zeros(‹#2-9›, ‹#2-9›); ‹camel›(:, end+1) = ‹camel›'; % ‹word›
                    local ‹snake› = ‹snake› or {} -- ‹tclause›
                    defp ‹snake›(%{"‹word›" => ‹snake›} = ‹snake›), do: ‹snake› |> Enum.map(&(&1 + ‹#1-9›))
                    """)
            .repeat("body", "cLine", 1, 6, "\n\t")
            .blocks(
                    "document",
                    """
                    #include <stdio.h>
                    #include "‹kebab›.h"

                    /*
                     * ‹^tclause›.
                     */
                    int ‹snake›(const struct ‹snake› *‹abc:1›, size_t n)
                    {
                    \t‹body›
                    \treturn ‹expr›;
                    }
                    ====
                    int main(int argc, char **argv) {
                      if (argc < ‹#2-4›) {
                        fprintf(stderr, "usage: %s <‹word›> [‹word›]\\n", argv[0]);
                        return 1;
                      }
                      while ((c = getopt(argc, argv, "‹abc:3›:‹abc:2›")) != -1) { ‹camel›(c); }
                    }
                    ====
                    namespace ‹word› {
                    template <class T> class ‹pascal› : public ‹pascal›<T> {
                     public:
                      explicit ‹pascal›(T&& x) noexcept : x_(std::move(x)) {}
                      bool operator<(const ‹pascal›& o) const { return x_ < o.x_; }
                    };
                    }  // namespace ‹word›
                    ====
                    package ‹word›

                    import (
                    \t"context"
                    \t"fmt"
                    )

                    // ‹pascal› ‹tclause›.
                    func (s *‹pascal›) ‹pascal›(ctx context.Context, id string) (*‹pascal›, error) {
                    \trow := s.db.QueryRowContext(ctx, `SELECT ‹snake›, ‹snake› FROM ‹snake› WHERE id = $1`, id)
                    \tif err := row.Scan(&‹abc:1›.‹pascal›); err != nil {
                    \t\treturn nil, fmt.Errorf("‹word› %q: %w", id, err)
                    \t}
                    \treturn &‹abc:1›, nil
                    }
                    ====
                    use std::collections::HashMap;

                    #[derive(Debug)]
                    pub struct ‹pascal›<'a> {
                        ‹snake›: &'a str,
                        ‹snake›: HashMap<String, Vec<u8>>,
                    }

                    impl<'a> ‹pascal›<'a> {
                        /// ‹^tclause›.
                        pub fn ‹snake›(&self) -> Option<&'a str> {
                            self.‹snake›.split('‹/|,|;|:›').nth(‹#0-9›)
                        }
                    }
                    ====
                    syntax = "proto3";
                    package ‹word›.v‹#1-3›;

                    message ‹pascal› {
                      string ‹snake› = 1; // ‹tclause›
                      repeated ‹pascal› ‹snake› = ‹#2-19›;
                      oneof ‹snake› { int64 ‹snake› = ‹#20-39›; }
                    }
                    service ‹pascal› { rpc ‹pascal›(‹pascal›) returns (stream ‹pascal›); }
                    ====
                    /* ‹word› */
                    .‹kebab›, #‹kebab› > a[href^="https"]:not(.‹word›):hover {
                      font: ‹#8-40›px/1.‹#1-9› "Helvetica Neue", sans-serif;
                      background-image: linear-gradient(to right, rgba(0,0,0,.‹#1-9›), #‹hex:3›);
                      width: calc(100% - ‹#1-99›px);
                    }
                    @import url("‹kebab›.css");
                    ====
                    type ‹pascal› @key(fields: "id") {
                      id: ID!
                      ‹camel›(first: Int = ‹#1-99›): [‹pascal›!]!
                    }
                    extend type Query { ‹camel›(filter: ‹pascal›): ‹pascal› }
                    ====
                    module Main where
                    import qualified Data.Map as M

                    main :: IO ()
                    main = do
                      xs <- fmap lines getContents
                      mapM_ (putStrLn . ‹camel›) $ filter (/= "") xs
                    ====
                    func ‹camel›(_ ‹camel›: [String: Any]?) throws -> ‹pascal›? {
                        guard let ‹abc:2› = ‹camel›?["‹word›"] as? String, !‹abc:2›.isEmpty else { return nil }
                        return try ‹pascal›(‹abc:2›, ‹camel›: .‹camel›)
                    }
                    """)
            .checked();

    private SystemsCode() {}

    static String line(SplittableRandom r) {
        return GRAMMAR.draw(r, "line");
    }

    static String document(SplittableRandom r) {
        return GRAMMAR.draw(r, "document");
    }
}
