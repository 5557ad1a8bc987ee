package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Well-formed requests with ill intent. */
final class Abuse {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            figure ::=
              4×-«1..9999»
              -«0..999».«0..99»
              0.0000«1..9»
              «1..9»e«10..308»
              9999999999«0..999»
              2147483648
              -2147483648
              9223372036854775808
              NaN
              Infinity
              -0
              0
            number ::=
              4×-«1..9999»
              -«1..999».«10..99»
              0.0000«1..9»
              «1..9»e«10..300»
              99999999999«0..9»
              2147483648
            field ::=
              price
              total
              quantity
              amount
              discount
              unit_price
              credit
              balance
              points
              shipping
            privilege ::=
              "«role¦userRole¦group»":"«admin¦superuser¦root¦owner»"
              "«isAdmin¦admin¦is_staff¦verified¦superuser¦emailVerified»":true
              "«permissions¦scopes¦roles»":["«*¦admin¦write:all»"]
              "«status¦paymentStatus»":"«paid¦approved¦refunded¦completed»"
              "«userId¦accountId¦ownerId¦tenant»":«1..9»
            order ::=
              4×{"product":«1..90000»,"quantity":«number»}
              3×{"«field»":«number»,"«word»":"«word»"}
              3×{"name":"«word»",«privilege»}
              2×{"email":"«word»@example.com",«privilege»,«privilege»}
              {"items":[{"id":«1..9000»,"quantity":«number»},{"id":«1..9000»,"quantity":«1..4»}],"«field»":«number»}
              {"coupons":["«x:=LETTERS 4..7»«n:=10..99»"«2..6×,"«=x»«=n»"»]}
              {"«from¦to»":"«digits 6..10»","«field»":«number»,"currency":"«XXX¦ZWL¦VND»"}
            pairs ::=
              3×«field»=«figure»
              2×«x:=coupon¦voucher¦promo»=«c:=LETTERS 4..7»«n:=10..99»«1..5×&«=x»=«=c»«=n»»
              «field»=«1..99»&«field»=«figure»
              id=«1..90000»&«role=admin¦isAdmin=true¦admin=1¦debug=true¦price=«figure»¦user_id=1»
              product=«1..90000»&quantity=«figure»
              step=«confirm¦complete¦payment_done»&«field»=«figure»
            introspection ::=
              3×{__schema{«1..3×«type_list»«sp»»}}
              3×query «IntrospectionQuery¦«letters 3..8»»{__schema{queryType{name}«?mutationType{name}»«?subscriptionType{name}»types{...«f:=FullType¦«letters 3..7»»}«?directives{name}»}}fragment «=f» on __Type{kind name«?«sp»description»«?«sp»fields(includeDeprecated:true){name args{name}}»«?«sp»inputFields{name}»}
              2×{__type(name:"«@upper «letters 1..1»»«letters 3..8»"){name fields{name type{name kind}}}}
              query «letters 3..8»{__schema{«type_list»}}
            type_list ::=
              types{name«?«sp»kind»«?«sp»description»«?«sp»fields{name«?«sp»type{name}»}»}
              «queryType¦mutationType¦subscriptionType»{name«?«sp»fields{name}»}
              directives{name«?«sp»args{name}»}
            nesting ::=
              3×{«x:=user¦post¦author¦node»{«y:=friends¦comments¦posts¦edges»{«=x»{«=y»{«=x»{«=y»{«=x»{«=y»{«=x»{«=y»{id}}}}}}}}}}}}
              query{«x:=word»{«y:=word»{«=x»{«=y»{«=x»{«=y»{«=x»{id}}}}}}}}
              {«x:=word»(first:«1000..999999»){edges{node{«=x»(first:«1000..999999»){edges{node{id}}}}}}}
              query a{...A}fragment A on Query{...B}fragment B on Query{...A}
              {«10..60×__typename »}
              {«10..60×«x:=word» »}
            batching ::=
              3×mutation{«5..30×«letters 2..4»«0..999»:login(user:"«user»",password:"«alnum 4..9»"){token}«sp»»}
              2×query{«5..30×«letters 1..3»«0..999»:user(id:«1..9999»){email}«sp»»}
              mutation{«5..20×«letters 2..4»«0..99»:verify(code:"«digits 4..6»"){ok}«sp»»}
              mutation{«4..20×«letters 2..4»«0..99»:redeem(coupon:"«LETTERS 4..6»"){total}«sp»»}
              query @«letters 3..6»«5..40×@«letters 2..6»»{__typename}
            graphql ::=
              2×«introspection»
              «nesting»
              2×«batching»
            beacon ::=
              3×«beacon¦checkin¦keyreq¦register¦heartbeat¦ping»«d:=|¦;¦&»«host¦id¦bot¦uid¦victim»=«alnum 6..16»«=d»«key¦k¦pubkey¦aes»=«hex 32..64»«=d»«ext¦x»=.«extension»«=d»«files¦count¦n»=«100..90000»
              2×{"«id¦bot¦victim¦hwid»":"«hex 8..32»","«os¦platform»":"«win10¦win11¦linux¦esxi»","«key¦rsa¦pub»":"«@base64 «alnum 24..48»»","«encrypted¦files»":«100..90000»}
              2×{"cmd":"«getkey¦checkin¦exfil¦encrypt_done¦note»","«id¦uid»":"«hex 8..32»","ext":".«extension»","btc":"«1¦3¦bc1q»«alnum 26..33»"}
              «id¦uid»=«hex 16..32»&«act¦cmd»=«getkey¦knock¦done¦exfil»&«v¦ver»=«1..9».«0..9»&«key¦data»=«@base64 «alnum 24..60»»
              «READ_ME¦DECRYPT¦HOW_TO_RESTORE¦RECOVER-FILES»«?-«hex 4..8»».txt;«victim¦id»=«hex 8..16»;«contact¦onion»=«letters 16..56».onion
              Your files have been encrypted. «Send¦Pay» 0.«10..999» BTC to «1¦3¦bc1q»«alnum 26..33» «ID¦Key»: «hex 16..40»
              {"status":"encrypting","total":«1000..90000»,"done":«1..999»,"ext":".«extension»","host":"«@upper «letters 3..8»»-PC"}
            extension ::=
              «locked¦crypt¦encrypted¦enc¦crypted¦lock¦«letters 4..8»¦«hex 6..8»»
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            family("impossible_figure", "figure").in(Placement.QUERY, Placement.FORM, Placement.JSON),
            family("impossible_order", "order").in(Placement.JSON_BODY),
            family("repeated_parameter", "pairs").in(Placement.QUERY_PAIRS, Placement.FORM_PAIRS),
            family("graphql_abuse", "graphql").in(Placement.GRAPHQL_DOCUMENT),
            AttackFamily.of("ransom_callback", ThreatType.RANSOMWARE_C2, GRAMMAR.from("beacon"))
                    .in(Placement.JSON, Placement.QUERY, Placement.FORM, Placement.FORM, Placement.COOKIE));

    private Abuse() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.BUSINESS_LOGIC, GRAMMAR.from(rule));
    }
}
