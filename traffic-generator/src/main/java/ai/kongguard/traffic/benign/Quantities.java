package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Amounts, times, measures and formulae, the way people write them into a field. */
final class Quantities {

    static final Grammar GRAMMAR = Names.GRAMMAR
            .extend()
            .words(
                    "unit",
                    "mm cm m km in ft yd mi g kg lb oz l ml gal °C °F K % W kWh V A Hz GHz MB GB TB ms s min h px em")
            .lines(
                    "amount",
                    """
                    ‹#0-99›
                    ‹#0-9999›
                    ‹#0-999›.‹d:2›
                    ‹#1-99›,‹d:2›
                    -‹#1-99›.‹d:1›
                    ‹#1-99›,‹d:3›.‹d:2›
                    ‹#1-9›e‹-|+|›‹#1-30›
                    1/‹#2-9›
                    ½
                    """)
            .lines(
                    "price",
                    """
                    $‹#1-999›.‹d:2›
                    €‹#1-999›,-
                    ‹#1-999›,‹d:2› €
                    £‹#1-99›
                    USD ‹#1-99›,‹d:3›.00
                    ¥‹#100-99999›
                    ‹#1-99›% off
                    ($‹#1-99›.‹d:2›)
                    $‹#1-9›/‹month|kg|day›
                    ‹#1-99›.-- CHF
                    < $‹#10-900›
                    $‹#1-99›-$‹#100-900›
                    Rs. ‹#100-9999›/-
                    """)
            .lines(
                    "date",
                    """
                    20‹#10-39›-0‹#1-9›-‹#10-28›
                    20‹#10-39›-1‹#0-2›-‹#10-28›T1‹#0-9›:‹#10-59›:‹#10-59›Z
                    20‹#10-39›-0‹#1-9›-‹#10-28›T‹#10-23›:‹#10-59›:‹#10-59›.‹d:3›‹+|-›0‹#1-9›:00
                    ‹#1-28›.‹#1-12›.20‹#10-39›
                    ‹#1-12›/‹#1-28›/20‹#10-39›
                    ‹#1-28›/‹#1-12›/‹#10-39›
                    ‹day›, ‹#1-28› ‹month› 20‹#10-39› ‹#10-23›:‹#10-59›:‹#10-59› GMT
                    ‹month› ‹#1-28›th, '‹#10-99›
                    ‹#1-12›:‹#10-59› ‹a.m.|p.m.|AM|PM›
                    ‹#10-23›:‹#10-59›-‹#10-23›:‹#10-59›
                    ‹#10-23›h‹#10-59›
                    20‹#10-39›-W‹#10-52›-‹#1-7›
                    P‹#1-9›DT‹#1-23›H‹#1-59›M
                    17‹d:8›
                    17‹d:11›
                    ‹Europe/Berlin|America/New_York|Asia/Ho_Chi_Minh|Etc/GMT+5|America/Argentina/Buenos_Aires|UTC|GMT-03:30›
                    20‹#10-39›0‹#1-9›‹#10-28›
                    20‹#10-29›-01-01..20‹#30-39›-12-31
                    20‹#10-29›-01-01/P1Y
                    now-‹#1-90›d/d
                    -‹#1-24›h
                    R5/20‹#10-39›-03-01T13:00:00Z/P1Y2M10DT2H30M
                    '‹#10-99›-'‹#10-99›
                    """)
            .lines(
                    "size",
                    """
                    ‹#1-99›" x ‹#1-99›"
                    ‹#10-20›.‹#1-9›"
                    ‹#1-9›'‹#1-11›"
                    ‹#1-9›' ‹#1-11› ½"
                    ‹#1-99›" x ‹#1-99›'
                    ‹#1-99› x ‹#1-99› x ‹#1-99› ‹cm|mm|in›
                    ‹#1-99›×‹#1-99› ‹cm|mm›
                    ‹#1-999› ‹unit›
                    ‹#1-99›.‹d:1›‹unit›
                    Ø ‹#1-99› mm
                    ‹#1-99›-‹#1-9›/‹2|4|8|16›"
                    ~‹#1-99› ‹unit›
                    ±‹#1-9›.‹d:1› ‹unit›
                    >‹#1-99› ‹unit›
                    <= ‹#1-99› ‹unit›
                    #‹#1-99›
                    XL / ‹#30-50›
                    W‹#26-40›/L‹#28-36›
                    ‹#1-3›‹/|:|-›‹#4-9›
                    """)
            .lines(
                    "coordinates",
                    """
                    ‹#10-59›.‹d:5›,-‹#0-90›.‹d:5›
                    ‹#10-59›°‹#10-59›'‹#10-59›"N ‹#0-90›°‹#10-59›'‹#10-59›"‹E|W›
                    POINT(-‹#0-90›.‹d:4› ‹#10-59›.‹d:4›)
                    POLYGON((‹#10-29› ‹#10-29›, ‹#30-49› ‹#30-49›, ‹#20-29› ‹#40-49›, ‹#10-29› ‹#10-29›))
                    geo:‹#10-59›.‹d:4›,‹#0-90›.‹d:4›;u=‹#10-99›
                    -‹#0-90›.‹d:4›,‹#10-59›.‹d:4›,-‹#0-90›.‹d:4›,‹#10-59›.‹d:4›
                    [‹#10-59›.‹d:4›, ‹#0-90›.‹d:4›]
                    @‹#10-59›.‹d:6›,‹#0-90›.‹d:6›,‹#5-19›z
                    """)
            .words("var", "a b c d f g h i j k m n p q s t u v w x y z α β λ μ π σ x1 x2 y0")
            .lines(
                    "maths",
                    """
                    ‹var›=‹var›+‹var›
                    ‹#1-99›*‹#1-99›
                    ‹var› < ‹var› && ‹var› > ‹#1-99›
                    ‹var›<‹var› && ‹var›>‹var›
                    ‹var› = ‹#1-9› OR ‹var› = -‹#1-9›
                    f(‹var›) = ‹#1-9›‹var›^2 - ‹#1-9›‹var› + ‹#1-9›
                    f'(‹var›) = ‹#1-9›‹var› and f''(‹var›) = 0
                    (‹var› + ‹var›)² = ‹var›² + 2‹var›‹var› + ‹var›²
                    ‹#1-9› + ‹#1-9› = ‹#10-18›; ‹#1-9› - ‹#1-9› = ?
                    ‹var› ≤ ‹var› ≠ ‹var›
                    sqrt(‹#2-99›)/‹#2-9›
                    sin(‹var›)*cos(‹var›)
                    ‹#1-99› mod ‹#2-9› == ‹#0-1›
                    {‹var› ∈ ℝ | ‹var› > ‹#0-9›}
                    |‹var›| <= ‹#1-9›
                    ∑_{i=1}^{n} i = n(n+1)/2
                    ‹var› := ‹var›/‹#2-9›
                    lim ‹var›->∞ 1/‹var› = 0
                    A ∪ B \\ C
                    P(A|B) = P(B|A)*P(A)/P(B)
                    ‹#1-9›! / (‹#1-9›!*‹#1-9›!)
                    0x‹hex:4› & 0xff
                    1 << ‹#1-31›
                    ‹#1-9›:‹#1-9› = x:‹#10-30›
                    =SUM(A‹#1-9›:A‹#10-99›)
                    =IF(B‹#1-9›>‹#1-99›;"yes";"no")
                    """)
            .lines(
                    "chemistry",
                    """
                    H2SO4
                    C6H12O6 + 6 O2 -> 6 CO2 + 6 H2O
                    Ca(OH)2
                    [Fe(CN)6]4-
                    CH3-CH(OH)-COOH
                    (R)-2-amino-3-(‹#1-9›-hydroxyphenyl)propanoic acid
                    2,4-dichloro-N-(‹#1-9›-methylphenyl)benzamide
                    CC(=O)Oc1ccccc1C(=O)O
                    N#Cc1ccc(cc1)C(=O)N2CCCC‹#1-2›2
                    α-D-glucopyranosyl-(1->‹#2-6›)-β-D-fructofuranoside
                    5'-‹ATG|GCA|TTA›CC‹GAT|CGT›A-3'
                    p.Val‹#100-900›Glu / c.‹#100-900›T>A
                    """)
            .lines(
                    "game",
                    """
                    ‹#0-5›:‹#0-5› (‹#0-2›:‹#0-2›)
                    1. e4 e5 2. Nf3 Nc6 3. B‹b|c›‹4|5› ‹a|d|h›6
                    rnbqkbnr/pp1ppppp/8/2p5/4P3/5N2/PPPP1PPP/RNBQKB1R b KQkq - 1 ‹#2-40›
                    ‹#1-9›d‹4|6|8|10|12|20›+‹#0-9›
                    ‹#6-7›-‹#0-6›, ‹#6-7›-‹#0-6›
                    |: C | Am | F | G7 :|
                    """)
            .lines(
                    "any",
                    """
                    ‹amount›
                    ‹price›
                    ‹price›
                    ‹date›
                    ‹date›
                    ‹size›
                    ‹size›
                    ‹coordinates›
                    ‹maths›
                    ‹maths›
                    ‹chemistry›
                    ‹game›
                    """)
            .checked();

    private Quantities() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }

    static String draw(SplittableRandom r, String rule) {
        return GRAMMAR.draw(r, rule);
    }
}
