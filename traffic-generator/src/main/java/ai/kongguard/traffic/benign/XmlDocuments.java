package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** Well-formed XML of many vocabularies; none declares an entity. */
final class XmlDocuments {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .drawn("text", r -> Texture.xml(Pick.chance(r, 0.7) ? Prose.sentence(r) : Names.value(r)))
            .drawn("html", r -> Texture.xml(RichText.blocks(r)))
            .drawn("link", r -> Texture.xml(Urls.web(r)))
            .lines(
                    "head",
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <?xml version="1.0"?>
                    <?xml version="1.0" encoding="utf-8" standalone="yes"?>
                    <?xml version='1.0' encoding='UTF-8'?>
                    """)
            .lines(
                    "item",
                    """
                    <item sku="‹UP:8›" count="‹#1-99›"/>
                    <item sku="‹UP:8›"><name>‹text›</name><price currency="EUR">‹#1-99›.‹d:2›</price></item>
                    <line n="‹#1-99›">‹text›</line>
                    <note xml:lang="‹en|de|fr›">‹text›</note>
                    <note><![CDATA[‹word› & ‹word› < ‹#1-99›]]></note>
                    <customer id="‹#1-999›"><name>‹&person›</name><email>‹&email›</email><phone type='home'>‹&phone›</phone></customer>
                    <address street="‹&address›" zip="‹d:5›"/>
                    <!-- ‹word› ‹word› -->
                    <empty/>
                    <date>‹date›</date>
                    """)
            .repeat("items", "item", 1, 8, "\n  ")
            .lines(
                    "entry",
                    """
                    <entry><title>‹text›</title><id>urn:uuid:‹hex:8›-‹hex:4›-4‹hex:3›-a‹hex:3›-‹hex:12›</id><link href="‹link›"/><updated>20‹#10-39›-01-0‹#1-9›T10:00:00Z</updated><content type="html">‹html›</content></entry>
                    """)
            .repeat("entries", "entry", 1, 3, "\n")
            .lines(
                    "rssItem",
                    """
                    <item><title>‹text›</title><link>‹link›</link><description>‹html›</description><pubDate>Mon, ‹#10-28› Nov 20‹#10-39› 10:00:00 GMT</pubDate></item>
                    """)
            .repeat("rssItems", "rssItem", 1, 3, "\n")
            .lines(
                    "url",
                    """
                    <url><loc>‹link›</loc><lastmod>20‹#10-39›-0‹#1-9›-‹#10-28›</lastmod><priority>0.‹#1-9›</priority></url>
                    """)
            .repeat("urls", "url", 1, 9, "\n")
            .lines(
                    "plistEntry",
                    """
                    <key>‹pascal›</key><string>‹text›</string>
                    <key>‹pascal›</key><true/>
                    <key>‹pascal›</key><integer>‹#0-999›</integer>
                    <key>‹pascal›</key><array><string>‹&unixPath›</string></array>
                    """)
            .repeat("plistEntries", "plistEntry", 1, 6, "\n")
            .lines(
                    "shape",
                    """
                    <circle cx="‹#0-99›" cy="‹#0-99›" r="‹#1-50›" fill="#‹hex:6›"/>
                    <path d="M‹#0-99›,‹#0-99› L‹#0-99›,‹#0-99› C‹#0-9› ‹#0-9› ‹#0-9› ‹#0-9› ‹#0-9› ‹#0-9› Z" stroke="currentColor"/>
                    <rect x="‹#0-99›" width="‹#0-99›" height="‹#0-99›" rx="‹#1-9›" style="fill:url(#g‹#1-9›)"/>
                    <text x="‹#0-99›" y="‹#0-99›" font-family="sans-serif">‹text›</text>
                    <g transform="translate(‹#0-99›,‹#0-99›) rotate(‹#0-90›)"><line x1="0" y1="‹#0-9›" x2="‹#0-99›" y2="0"/></g>
                    """)
            .repeat("shapes", "shape", 1, 8, "\n  ")
            .blocks(
                    "svg",
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" width="‹#8-900›" height="‹#8-900›" viewBox="0 0 ‹#8-900› ‹#8-900›">
                      <title>‹text›</title>
                      ‹shapes›
                    </svg>
                    ====
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                    <svg xmlns="http://www.w3.org/2000/svg" version="1.1">
                      ‹shapes›
                    </svg>
                    """)
            .lines(
                    "propfind",
                    """
                    <D:propfind xmlns:D="DAV:"><D:prop><D:getcontentlength/><D:getetag/></D:prop></D:propfind>
                    """)
            .blocks(
                    "soap",
                    """
                    <soap:Envelope xmlns:soap="http://‹schemas.xmlsoap.org/soap/envelope/|www.w3.org/2003/05/soap-envelope›">
                      <soap:Header><wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><wsse:UsernameToken><wsse:Username>‹login›</wsse:Username></wsse:UsernameToken></wsse:Security></soap:Header>
                      <soap:Body>
                        <m:GetStatus xmlns:m="http://‹domain›/‹word›">
                          <m:comment>‹text›</m:comment>
                        </m:GetStatus>
                      </soap:Body>
                    </soap:Envelope>
                    """)
            .blocks(
                    "document",
                    """
                    ‹head›
                    <order id="‹#1-9999›">
                      ‹items›
                    </order>
                    ====
                    ‹head›
                    <ns:records xmlns:ns="http://‹domain›/schema/‹word›" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://‹domain›/schema ‹word›.xsd">
                      ‹items›
                    </ns:records>
                    ====
                    <request><id>‹#1-9999›</id>‹items›</request>
                    ====
                    ‹head›
                    ‹soap›
                    ====
                    ‹head›
                    <methodCall><methodName>‹word›.‹camel›</methodName><params><param><value><string>‹text›</string></value></param></params></methodCall>
                    ====
                    ‹head›
                    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>‹text›</title>
                    ‹rssItems›
                    </channel></rss>
                    ====
                    ‹head›
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>‹text›</title>
                    ‹entries›
                    </feed>
                    ====
                    ‹head›
                    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                    ‹urls›
                    </urlset>
                    ====
                    ‹head›
                    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                    <plist version="1.0"><dict>
                    ‹plistEntries›
                    </dict></plist>
                    ====
                    ‹head›
                    <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><artifactId>‹kebab›</artifactId><version>‹#0-9›.‹#0-9›</version><dependencies><dependency><groupId>org.‹word›</groupId><artifactId>‹kebab›</artifactId><version>[‹#1-9›.0,)</version></dependency></dependencies></project>
                    ====
                    ‹head›
                    <beans xmlns="http://www.springframework.org/schema/beans"><bean id="‹camel›" class="org.example.‹pascal›"><property name="‹camel›" value="${‹word›.‹word›}"/></bean></beans>
                    ====
                    <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">‹text›</w:t></w:r></w:p>
                    ====
                    ‹head›
                    ‹propfind›
                    ====
                    ‹head›
                    <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="‹word›[@‹word›='‹word›']"><xsl:value-of select="count(//‹word›)"/></xsl:template></xsl:stylesheet>
                    ====
                    ‹head›
                    <kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>‹text›</name><Point><coordinates>‹#0-90›.‹d:4›,‹#0-90›.‹d:4›,0</coordinates></Point></Placemark></kml>
                    ====
                    ‹head›
                    <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_‹hex:32›" Version="2.0" Destination="https://idp.‹domain›/sso"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://‹domain›/sp</saml:Issuer></samlp:AuthnRequest>
                    ====
                    ‹head›
                    <resources><string name="‹snake›">‹text›</string><string-array name="‹snake›"><item>‹text›</item></string-array></resources>
                    ====
                    ‹head›
                    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en" target-language="de" datatype="plaintext" original="‹kebab›"><body><trans-unit id="‹#1-999›"><source>‹text›</source><target>‹text›</target></trans-unit></body></file></xliff>
                    ====
                    <Configuration status="WARN"><Appenders><Console name="STDOUT"><PatternLayout pattern="%d{HH:mm:ss} [%t] %-5level %logger{36} - %msg%n"/></Console></Appenders></Configuration>
                    ====
                    ‹svg›
                    """)
            .checked();

    private XmlDocuments() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "document");
    }

    static String draw(SplittableRandom r, String rule) {
        return GRAMMAR.draw(r, rule);
    }

    static String svg(SplittableRandom r) {
        return GRAMMAR.draw(r, "svg");
    }
}
