package ai.kongguard.detect.model;

/**
 * What a word may mean to one of the languages that values end up in. A word of several languages has the class that is
 * listed first; a word of none has a class by its form.
 */
enum WordClass {
    NONE(""),
    SQL_JOINER("and or xor div mod having rlike regexp like ilike between glob sounds"),
    SQL_VERB(
            """
            select union insert update delete drop alter truncate declare exec execute merge waitfor replace
            shutdown backup restore handler grant revoke attach pragma
            """),
    SQL_CLAUSE(
            """
            from where order group by into values table limit offset as is not null exists distinct all any join
            inner outer left right on using case when then else end intersect except fetch rows next only top
            procedure analyse outfile dumpfile infile database schema column columns tables create view trigger
            begin commit rollback cursor open set delay collate binary escape returning intersect minus
            """),
    SQL_FUNCTION(
            """
            sleep benchmark concat concat_ws group_concat char chr ascii ord substring substr substrb mid version
            user current_user session_user system_user database load_file extractvalue updatexml pg_sleep cast
            convert ifnull nullif coalesce isnull count sum min max avg floor ceil rand round if iif elt make_set
            md5 sha1 hex unhex length len char_length lower upper lcase ucase reverse repeat conv find_in_set
            row_count last_insert_id xmltype xmlelement dbms_pipe dbms_lock receive_message utl_http utl_inaddr
            get_host_address get_host_name httpuritype ctxsys drithsx randomblob zeroblob sqlite_version
            load_extension generate_series string_agg listagg pg_read_file lo_import lo_export dblink openrowset
            opendatasource openquery xp_cmdshell xp_dirtree xp_fileexist xp_regread sp_configure sp_executesql
            sp_oacreate sp_password nchar varchar nvarchar int numeric unsigned signed json_keys json_extract
            st_latfromgeohash gtid_subset gtid_subtract linestring multipoint polygon geometrycollection
            name_const exp pow wm_concat sys_context getutxid decode nvl to_char to_number rownum bitlength
            procedure_name db_name host_name is_srvrolemember fn_xe_file_target_read_file quote_literal
            """),
    SQL_META(
            """
            information_schema sysobjects syscolumns sysusers sysdatabases pg_catalog pg_tables pg_user pg_shadow
            dual sqlite_master all_tables all_users user_tables user_tab_columns mysql master msysobjects
            table_name column_name table_schema schema_name all_tab_columns sys global_name banner
            """),
    EVENT_ATTRIBUTE(""),
    HTML_RISKY(
            """
            script iframe svg embed object applet frameset frame base meta link math animate animatetransform
            foreignobject marquee isindex xmp noscript noembed noframes listing plaintext bgsound keygen xss set
            image srcdoc xlink formaction autofocus onfocus accesskey contenteditable contentscripttype
            """),
    HTML_TAG(
            """
            img body html head div span input form button textarea select option details summary video audio
            source style table td tr th a p b i u br hr title ul ol li h1 h2 h3 h4 h5 h6 label template slot
            canvas area map href src dialog picture track section article nav footer header pre code em strong
            """),
    SCRIPT(
            """
            javascript vbscript livescript alert confirm prompt eval document cookie window location fromcharcode
            constructor settimeout setinterval function atob btoa fetch innerhtml outerhtml write writeln
            createelement appendchild getelementbyid queryselector xmlhttprequest localstorage sessionstorage
            import importscripts unescape decodeuricomponent parent top self globalthis frames domain referrer
            href msgbox expression behaviour behavior binding throw onerror tostring valueof reflect prototype
            __proto__ apply call bind string console log this return var let const new typeof instanceof
            """),
    SHELL_STRONG(
            """
            whoami uname ifconfig ipconfig wget curl nslookup netstat powershell cmd certutil bitsadmin nc ncat
            netcat chmod chown systeminfo tasklist passthru shell_exec phpinfo printenv busybox mkfifo tftp lsof
            lsb_release crontab nohup sudo socat pwd ls ifs bash zsh ksh csh sh dash comspec xterm mknod dd
            tracert traceroute schtasks wmic rundll32 regsvr32 mshta cscript getent popen proc_open pcntl_exec
            """),
    SHELL_WEAK(
            """
            cat ping echo rm cp mv id python python3 perl ruby php node type dir net find grep tail more less sort
            touch kill ps env host dig telnet ssh scp ftp tar test time date w who su awk sed xargs base64 reg
            copy del start nl tac print printf tee xxd rev expr timeout hostname groups history passwd ver vol
            """),
    SENSITIVE_FILE(
            """
            etc passwd shadow group hosts issue proc self environ cmdline fd win ini boot system32 windows winnt
            drivers htaccess htpasswd inetpub wwwroot repair sam ssh id_rsa authorized_keys known_hosts bash_history
            access_log error_log httpd apache apache2 nginx web_inf meta_inf web_config wp_config config git env
            svn bashrc profile motd fstab mtab mysql my cnf php_ini globals php sessions syslog auth messages
            """),
    SCHEME(
            """
            http https ftp gopher dict file data jar ldap ldaps rmi jndi expect phar zip netdoc tftp sftp ssh2
            glob ogg rar zlib compress iiop corba nis dns ws wss mailto tel view feed resource chrome about
            """),
    INTERNAL_HOST(
            """
            localhost metadata internal computemetadata latest 169 127 192 instance security_credentials iam
            kubernetes svc cluster local consul redis elasticsearch docker nip xip sslip localtest burpcollaborator
            oast interactsh
            """),
    CODE(
            """
            class forname runtime getruntime processbuilder system subclasses mro globals builtins os subprocess
            freemarker utility objectconstructor getclass getmethod invoke newinstance classloader resources
            ognl memberaccess ognlcontext actioncontext _memberaccess allowstaticmethodaccess java lang javax
            scriptengine scriptenginemanager nashorn spring context springframework velocity thymeleaf smarty twig
            jinja2 lipsum cycler joiner namespace popen check_output assign require child_process execsync spawn
            process mainmodule _load assert preg_replace create_function call_user_func base64_decode gzinflate
            str_rot13 file_get_contents file_put_contents fopen readfile include include_once require_once
            move_uploaded_file unserialize request _get _post _request _cookie _server _files server response
            getparameter getwriter getinputstream activexobject wscript createobject diagnostics io ioutils reader
            templatesimpl jdbcrowsetimpl datasourcename autocommit badattributevalueexpexception hashmap
            commons collections functors invokertransformer objectdataprovider windowsidentity yaml script pyyaml
            marshal pickle cposix nt reduce lower upper env sys date base hostname main
            """),
    DIRECTORY(
            """
            uid cn sn ou dc objectclass objectcategory userpassword givenname mail memberof samaccountname
            password username usuario login admin administrator root
            """),
    OPERATOR_WORD("ne gt gte lt lte nin regex in nor elemmatch slice mapreduce match lookup gets tojson"),
    MARKUP_DECLARATION(
            """
            doctype entity element attlist notation system public cdata ssi exec xi xinclude xsl xslt stylesheet
            value_of copy_of xml xmlns dtd parse encoding standalone instance soap envelope
            """),
    RESPONSE_HEADER(
            """
            cookie setcookie content length transfer chunked refresh x_xss cache control expires last modified
            httponly samesite max_age path disposition attachment
            """),
    LITERAL("true false nan undefined infinity nil none"),
    SHORT_WORD(""),
    WORD(""),
    LONG_WORD(""),
    MIXED_WORD(""),
    BLOB(""),
    FOREIGN_WORD("");

    private static final int SIZE = 1 << 13;
    private static final int[] HASHES = new int[SIZE];
    private static final WordClass[] CLASSES = new WordClass[SIZE];

    static {
        for (WordClass wordClass : values()) {
            wordClass.register();
        }
    }

    private final String words;

    WordClass(String words) {
        this.words = words;
    }

    /** The hash by which words are known; of lower-case text. */
    static int hash(String lower, int start, int end) {
        int hash = 0x811c9dc5;
        for (int i = start; i < end; i++) {
            hash = (hash ^ lower.charAt(i)) * 0x01000193;
        }
        // Zero marks a free place in the table.
        return hash == 0 ? 1 : hash;
    }

    /** Whether a token of this kind is a word that no language knows. */
    static boolean isPlain(int kind) {
        return kind >= SHORT_WORD.ordinal() && kind <= FOREIGN_WORD.ordinal();
    }

    /** The class of a listed word; {@link #NONE} for any other. */
    static WordClass ofListed(int hash) {
        int slot = slot(hash);
        while (HASHES[slot] != 0) {
            if (HASHES[slot] == hash) {
                return CLASSES[slot];
            }
            slot = (slot + 1) & (SIZE - 1);
        }
        return NONE;
    }

    private void register() {
        int start = 0;
        for (int i = 0; i <= words.length(); i++) {
            if (i == words.length() || words.charAt(i) <= ' ') {
                if (i > start) {
                    put(hash(words, start, i), this);
                }
                start = i + 1;
            }
        }
    }

    private static void put(int hash, WordClass wordClass) {
        int slot = slot(hash);
        while (HASHES[slot] != 0) {
            if (HASHES[slot] == hash) {
                return;
            }
            slot = (slot + 1) & (SIZE - 1);
        }
        HASHES[slot] = hash;
        CLASSES[slot] = wordClass;
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B9) >>> (32 - 13);
    }
}
