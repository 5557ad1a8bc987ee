package ai.kongguard.traffic.benign;

/** English words by what they are, the ones that SQL, shells and browsers also know among them. */
final class Words {

    static final Grammar GRAMMAR = Grammar.create()
            .drawn("coined", Coined::word)
            .words(
                    "thing",
                    """
                    table chair lamp shelf desk sofa mirror carpet curtain door window key lock cabinet drawer bed pillow
                    blanket towel kettle pan pot plate bowl cup mug glass bottle knife fork spoon oven fridge freezer toaster
                    blender grinder scale timer clock watch ring necklace bracelet scarf coat jacket shirt blouse skirt dress
                    trousers jeans belt shoe boot sandal sock glove hat cap umbrella bag backpack suitcase wallet purse
                    bicycle helmet pump tyre chain saddle tent stove lantern rope hammer saw drill screw nail bolt nut
                    spanner pliers ladder bucket hose spade rake seed bulb rose tulip basil tomato onion garlic pepper salt
                    sugar flour butter cheese bread honey coffee tea wine beer juice apple pear plum cherry lemon orange
                    guitar drum violin piano trumpet flute record book novel atlas diary pencil pen brush canvas paper
                    envelope stamp printer scanner laptop tablet phone charger cable adapter battery router switch screen
                    keyboard mouse headset camera lens tripod drone speaker microphone projector coin insert union
                    select cursor index view trigger host shell cookie token cat tail head sort bin root""")
            .words(
                    "people",
                    """
                    team family neighbour driver customer teacher doctor nurse student plumber painter editor author manager
                    colleague landlord tenant guest visitor captain pilot farmer baker butcher tailor cook waiter singer
                    actor lawyer judge mayor minister clerk cashier courier carpenter mechanic engineer architect designer
                    accountant auditor librarian gardener coach referee goalkeeper children parents grandmother uncle cousin
                    twins bride groom union committee council admin user root owner member guest""")
            .words(
                    "place",
                    """
                    kitchen garden office garage cellar attic hall lobby warehouse shop market station airport harbour bridge
                    park museum theatre library school hospital hotel restaurant bakery pharmacy factory farm village city
                    suburb island beach lake river valley mountain forest corner street square crossroads border platform
                    terminal depot counter reception balcony terrace stairs lift basement roof yard front back shelf page
                    table list box folder drawer""")
            .words(
                    "adjective",
                    """
                    small large heavy light bright dark quick slow cheap expensive reliable broken missing wrong right old new
                    fresh stale warm cold dry wet soft hard smooth rough sharp dull loud quiet clean dirty empty full early
                    late simple complex strange familiar honest clever lazy busy tired happy sad angry proud nervous gentle
                    brave shy polite rude generous careful careless useful useless wooden metallic plastic woollen round
                    square flat steep narrow wide deep shallow sweet sour bitter salty spicy green blue red yellow purple
                    grey brown pink golden silver local foreign public private distinct null void global static final
                    default external internal hidden readable writable sturdy flimsy wobbly handmade secondhand""")
            .words(
                    "verb",
                    """
                    select update delete insert drop create alter order group join merge load replace call execute run open
                    close read write send fetch pick choose move lift carry push pull turn check test try keep hold leave
                    return collect deliver wrap unpack measure weigh count compare paint repair clean wash cook bake cut slice
                    stir serve taste print sign stamp post mail copy move remove find watch follow visit invite ask tell
                    explain describe mention promise forget remember cancel confirm approve reject postpone schedule start
                    stop finish continue kill sleep wait echo mount grant revoke declare exec import export include""")
            .words(
                    "past",
                    """
                    selected updated deleted inserted dropped created altered ordered grouped joined merged loaded replaced
                    called executed opened closed read wrote sent fetched picked chose moved lifted carried pushed pulled
                    turned checked tested tried kept held left returned collected delivered wrapped unpacked measured weighed
                    counted compared painted repaired cleaned washed cooked baked cut sliced stirred served tasted printed
                    signed stamped posted copied removed found watched followed visited invited asked told explained
                    mentioned promised forgot remembered cancelled confirmed approved rejected postponed scheduled started
                    stopped finished killed granted declared""")
            .words(
                    "adverb",
                    """
                    slowly quickly carefully twice once again often never always sometimes usually rarely already still soon
                    later today tomorrow yesterday here there everywhere outside upstairs together alone gladly quietly loudly
                    honestly frankly apparently probably certainly hopefully finally eventually suddenly immediately exactly
                    roughly almost nearly only even just really quite rather too perhaps maybe anyway""")
            .words(
                    "idea",
                    """
                    price quality delivery colour size weight shape taste smell sound noise light temperature weather summer
                    winter spring autumn morning evening night weekend holiday birthday wedding party meeting appointment
                    contract invoice receipt refund discount voucher guarantee complaint question answer reason problem
                    solution idea plan project budget deadline schedule report summary chapter paragraph sentence title
                    recipe story rumour joke secret mistake accident luck patience courage silence freedom union order
                    condition exception value difference result process system function version access permission history""")
            .words(
                    "tech",
                    """
                    server client database table column row index query cursor view trigger schema migration transaction
                    cache queue topic partition offset consumer producer broker cluster node pod container image volume
                    namespace deployment service ingress gateway proxy router endpoint request response header cookie session
                    token secret certificate key signature hash digest payload body parameter argument option flag variable
                    constant function method class interface module package library dependency plugin extension hook event
                    handler listener callback promise future thread lock mutex semaphore pool buffer stream socket port
                    protocol packet frame parser lexer compiler linker interpreter runtime heap stack pointer reference
                    iterator generator closure lambda template macro annotation decorator attribute property field record
                    enum struct union tuple array list map set tree graph matrix tensor pipeline job task worker scheduler
                    timer metric counter gauge histogram log trace span alert dashboard build release branch commit tag
                    merge rebase patch diff conflict repository submodule workflow runner artifact snapshot backup replica
                    shard leader follower quorum snapshot checkpoint""")
            .words(
                    "component",
                    """
                    auth billing search checkout inventory catalog orders payments users accounts profile settings admin
                    dashboard reports exports imports mailer notifications webhooks scheduler worker api web cli sdk core
                    common util config build docs tests ci deps parser lexer codegen runtime net http tls dns fs io db sql orm
                    cache queue metrics tracing logging i18n ui forms editor router store theme icons assets media uploads""")
            .words(
                    "city",
                    """
                    London Paris Berlin Madrid Rome Vienna Prague Warsaw Lisbon Dublin Oslo Stockholm Helsinki Copenhagen
                    Amsterdam Brussels Zürich Genève Köln München Málaga Kraków Łódź Göteborg Århus Tromsø Reykjavík Athens
                    Istanbul Ankara Cairo Nairobi Lagos Accra Delhi Mumbai Chennai Tokyo Osaka Kyoto Seoul Busan Beijing
                    Shanghai Hanoi Bangkok Jakarta Manila Sydney Melbourne Auckland Toronto Montréal Québec Boston Chicago
                    Denver Seattle Austin Houston Phoenix Miami Bogotá Lima Quito Santiago Córdoba Rosario Recife
                    Coeur-d'Alene L'Aquila Newcastle-upon-Tyne""")
            .words("day", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
            .words(
                    "month",
                    """
                    January February March April May June July August September October November December""")
            .words(
                    "brand",
                    """
                    Acme Northwind Contoso Fabrikam Globex Initech Umbra Vertex Halcyon Orbis Lumen Nimbus Kestrel Juniper
                    Marlow Tideway Brightwell Oakridge Silverline Bluebird Redwood Ironbark Foxglove Larkspur Hollis Pembroke
                    Whitfield Aldgate Zephyr Quillon Solaris Meridian Polaris Altair""")
            .words(
                    "lang",
                    """
                    Java Python JavaScript TypeScript Go Rust C C++ C# Kotlin Scala Ruby Swift Haskell Erlang Elixir Perl Lua
                    Bash PowerShell SQL HTML CSS YAML JSON XML Markdown LaTeX""")
            .words(
                    "tool",
                    """
                    git npm yarn pnpm pip cargo maven gradle make cmake docker kubectl helm terraform ansible curl wget ssh
                    rsync tar grep sed awk find xargs jq psql mysql sqlite3 redis-cli openssl systemctl journalctl cron tmux
                    vim emacs bash zsh nginx""")
            .words(
                    "ext",
                    """
                    txt md pdf png jpg jpeg gif svg webp csv json xml yaml yml toml ini conf log sql sh py js ts tsx jsx java go
                    rs c h cpp html css scss zip tar.gz docx xlsx pptx mp3 mp4 mov ics vcf bak tmp""")
            .lines(
                    "noun",
                    """
                    ‹coined›
                    ‹thing›
                    ‹thing›
                    ‹idea›
                    ‹people›
                    ‹place›
                    ‹adjective› ‹thing›
                    """)
            .lines(
                    "word",
                    """
                    ‹coined›
                    ‹thing›
                    ‹idea›
                    ‹adjective›
                    ‹verb›
                    ‹tech›
                    ‹place›
                    ‹component›
                    """)
            .lines(
                    "snake",
                    """
                    ‹tech›_‹idea›
                    ‹verb›_‹tech›
                    ‹tech›
                    ‹adjective›_‹tech›_‹idea›
                    ‹tech›_id
                    is_‹adjective›
                    ‹component›_‹tech›
                    ‹idea›_at
                    """)
            .lines(
                    "camel",
                    """
                    ‹verb›‹^tech›
                    ‹tech›‹^idea›
                    ‹adjective›‹^tech›
                    is‹^adjective›
                    ‹verb›‹^tech›By‹^idea›
                    ‹tech›
                    ‹tech›Id
                    ‹idea›
                    """)
            .lines(
                    "pascal",
                    """
                    ‹^tech›‹^idea›
                    ‹^adjective›‹^tech›
                    ‹^tech›‹Service|Factory|Handler|Repository|Controller|Exception|Config|Test|Builder|Util›
                    ‹^component›‹^tech›
                    ‹^tech›
                    """)
            .lines(
                    "kebab",
                    """
                    ‹tech›-‹idea›
                    ‹component›-‹tech›
                    ‹adjective›-‹tech›
                    ‹verb›-‹tech›-‹idea›
                    ‹tech›
                    ‹component›
                    """)
            .lines(
                    "upper_snake",
                    """
                    ‹!tech›_‹!idea›
                    ‹!component›_‹!tech›
                    MAX_‹!tech›_‹!idea›
                    ‹!verb›_‹!tech›
                    """)
            .lines(
                    "version",
                    """
                    ‹#0-30›.‹#0-20›.‹#0-40›
                    ‹#0-30›.‹#0-20›.‹#0-9›
                    v‹#0-30›.‹#0-20›.‹#0-9›
                    ‹#1-30›.‹#0-9›
                    ‹#0-9›.‹#0-9›.‹#0-9›-‹alpha|beta|rc|pre|SNAPSHOT|dev›.‹#0-9›
                    ‹#1-30›.‹#0-9›.‹#0-9›+‹hex:7›
                    """)
            .checked();

    private Words() {}
}
