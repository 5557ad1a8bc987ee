package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** People, companies, and where they are to be found. */
final class Names {

    static final Grammar GRAMMAR = Words.GRAMMAR
            .extend()
            .words(
                    "first",
                    """
                    Aoife Jean-Luc Siobhán Zoë Władysław Ann Bob Carla David Emma Finn Grace Hassan Ines Jürgen Katarzyna Liam
                    María-José Noël Oluwaseun Priya Quentin Renée Søren Thi Uwe Véronique Wei Ximena Yusuf Žofia Björn Chloé
                    Dmitri Esra Fatima Gönül Håkon Ibrahim Jana Kwame László Mehmet Nguyễn Ólafur Paweł Rúben Sinéad Tomáš
                    Ursula Vlad Wanjiru Yuki Ásta Đorđe Ștefan İpek D'Andre Ja'Marcus Anna-Lena Mary-Kate T'Challa Kang'ethe""")
            .words(
                    "last",
                    """
                    O'Brien D'Angelo O'Neill-Smith Müller Select Null Union Drop Update Order Table Script Host Root Tester
                    O'Connor O'Hara D'Arcy M'Bala N'Diaye L'Heureux Dell'Acqua D'Souza Ng'ang'a O’Malley De'Ath Smith Johnson
                    Williams Brown García López Fernández Hernández Nowak Kowalski Wójcik Novák Svobodová Dvořák Horváth
                    Nagy Popescu Ivanov Petrović Jørgensen Åkesson Öztürk Yılmaz Şahin Kaya Nguyen Trần Phạm Kim Park Lee
                    Tanaka Suzuki Satō Wang Li Zhang Singh Patel Sharma Okafor Mensah Haddad Cohen Levy Papadopoulos Weiß
                    Schröder Strauß Grün Meyer-Lansky Sainte-Beuve And Like Where Else Case True False Cookie Echo Cat
                    Sleep Kill""")
            .lines(
                    "otherScript",
                    """
                    李小龍
                    王秀英
                    山田 太郎
                    佐藤さくら
                    김민준
                    박서연
                    محمد علي
                    فاطمة الزهراء
                    דוד כהן
                    יעל לוי
                    Иван Петров
                    Наталья Ильинична Кузнецова
                    Γιώργος Παπαδόπουλος
                    Ελένη Νικολάου
                    अमित शर्मा
                    प्रिया पटेल
                    สมชาย ใจดี
                    გიორგი ბერიძე
                    Հայկ Սարգսյան
                    நந்தினி
                    """)
            .lines(
                    "person",
                    """
                    ‹first› ‹last›
                    ‹^coined› ‹^coined›
                    ‹first› ‹^coined›
                    ‹^coined› ‹last›
                    ‹O'|D'|Mc|Mac|Fitz|L'|von |van de |De |da |Al-|St. |Ó |Nic ›‹^coined› ‹^coined›
                    ‹first› ‹last›
                    ‹first› ‹last›
                    ‹first› ‹last›
                    ‹first› van 't ‹last›
                    ‹first› de la ‹last›
                    ‹last›, ‹first›
                    Dr. ‹first› ‹last›
                    Prof. Dr.-Ing. ‹first› ‹last›
                    ‹first› "‹^thing›" ‹last›
                    ‹first› (‹first›) ‹last›
                    ‹first› ‹last› Jr.
                    ‹first› ‹last› III
                    ‹first› ‹last› & ‹first› ‹last›
                    ‹first› & ‹first›
                    ‹first› ‹last›-‹last›
                    Mrs. ‹first› ‹last›, Ph.D.
                    ‹first› al-‹last›
                    ‹!last› ‹first›
                    Fam. ‹last› / ‹last›
                    ‹otherScript›
                    ‹otherScript›
                    ‹first› ‹🌸|🚀|⚡|🐱|❤️|🎸|🇫🇷|👩🏽‍💻›
                    e\u0301milie ‹last›
                    ‹first›
                    """)
            .lines(
                    "company",
                    """
                    ‹brand› & ‹brand› ‹Ltd.|LLP|Inc.|GmbH & Co. KG|S.A.|S.p.A.|Oy|A/S|Sp. z o.o.|s.r.o.|Pty Ltd|LLC|, Inc.›
                    ‹last› & Sons
                    ‹brand› ‹AG|Group|Holdings|Labs|B.V.|K.K.|SARL›
                    AT&T reseller "‹brand›"
                    ‹first›'s ‹^thing› ‹Shop|Emporium|Co.|Corner|& More›
                    The ‹^adjective› ‹^thing› ‹Company|Co.|Inn|Bar & Grill›
                    ‹brand›.‹com|io|ai|net›
                    ‹last›, ‹last› & ‹last› LLP
                    ‹brand›/‹brand› JV
                    ‹UP:3›! ‹^thing›s
                    Café ‹brand›
                    株式会社‹brand›
                    ООО «Ромашка-‹#1-99›»
                    L'‹^thing› d'Or
                    ‹brand›+ (‹city›)
                    H&M-‹brand›
                    ‹brand› #‹#1-40›
                    """)
            .words(
                    "streetName",
                    """
                    Church Station Union King's Queen's St. High Mill Park School Victoria Bridge North O'Connell Martin's
                    Abbey Hill Lime Chestnut Market Harbour Castle Order Table Drop""")
            .lines(
                    "address",
                    """
                    ‹#1-400› ‹streetName› ‹Street|St|St.|Road|Rd|Ave|Ave.|Lane|Blvd.|Sq.|Dr›
                    ‹#1-400›/‹#1-40› ‹streetName› ‹Street|Road›, Apt. #‹#1-99›
                    ‹#1-99›, rue de l'Église
                    ‹#1-99› bis, avenue de l'Opéra, ‹d:5› ‹city›
                    ‹streetName› & ‹streetName›, SE corner
                    c/o ‹person›, ‹#1-99› ‹streetName› Rd; 2nd floor
                    Größe-Weg ‹#1-99›‹a|b|c|›, ‹d:5› ‹city›
                    Hauptstraße ‹#1-99› (Hinterhaus)
                    Via dell'‹Orso|Acqua|Arancio› ‹#1-99›/‹A|B|C›, ‹d:5› ‹city›
                    P.O. Box ‹#10-9999›, ‹city›
                    Unit ‹#1-40›, "‹^adjective› House", ‹streetName› Lane, ‹city›
                    ul. Św. Anny ‹#1-99›/‹#1-30›, ‹d:2›-‹d:3› ‹city›
                    C/ Mayor, n.º ‹#1-99›, ‹#1-9›.º ‹A|B|izq.›
                    ‹city›, ‹UP:3› ‹UP:3›
                    東京都千代田区丸の内‹#1-3›-‹#1-20›-‹#1-20›
                    서울특별시 중구 세종대로 ‹#1-200›
                    ул. Ленина, д. ‹#1-90›, кв. ‹#1-200›
                    شارع الملك فهد ‹#1-90›
                    רחוב הרצל ‹#1-90›
                    ‹#1-999› ‹streetName› Hwy ~‹#1-9› mi. past the ‹place›
                    """)
            .lines(
                    "phone",
                    """
                    +1 (555) 01‹d:2›-‹d:4›
                    (555) 01‹d:1›-‹d:4› x‹#1-999›
                    +49 30 / ‹d:3› ‹d:4›-‹#0-99›
                    0‹d:3›/‹d:6›
                    +44 (0)20 7946 ‹d:4›
                    +33 1 ‹d:2› ‹d:2› ‹d:2› ‹d:2›
                    555.01‹d:2›.‹d:4› ext. ‹#1-99›
                    tel:+1-555-01‹d:2›-‹d:4›
                    *‹#10-99›#
                    +81-3-‹d:4›-‹d:4›
                    """)
            .lines(
                    "login",
                    """
                    ‹thing›‹#1-999›
                    ‹adjective›.‹thing›
                    ‹adjective›_‹thing›‹#1-99›
                    ‹thing›-‹thing›
                    x‹thing›x
                    """)
            .lines(
                    "domain",
                    """
                    example.‹com|org|net›
                    mail.example.‹com|org›
                    ‹thing›.example
                    ‹adjective›-‹thing›.example
                    ‹thing›.test
                    """)
            .lines(
                    "email",
                    """
                    ‹login›@‹domain›
                    ‹login›@‹domain›
                    ‹login›+‹thing›@‹domain›
                    o'‹thing›@‹domain›
                    "‹first› ‹last›" <‹login›@‹domain›>
                    ‹first› <‹login›@‹domain›>
                    <‹login›@‹domain›>
                    mailto:‹login›@‹domain›?subject=‹^idea›
                    ‹login›@‹domain›; ‹login›@‹domain›
                    ‹login›(at)‹domain›
                    ‹login›%‹domain›@relay.example
                    """)
            .lines(
                    "handle",
                    """
                    @‹login›
                    ‹login›
                    u/‹login›
                    ‹login›#‹d:4›
                    """)
            .lines(
                    "jobTitle",
                    """
                    ‹^adjective› ‹^people›
                    R&D ‹people›
                    VP, ‹^idea› & ‹^idea›
                    ‹^people› (‹50|60|80›%)
                    ‹^people›/‹people›
                    Sr. ‹^people› - ‹^tech›s
                    C‹E|T|F|I›O
                    """)
            .lines(
                    "any",
                    """
                    ‹person›
                    ‹person›
                    ‹person›
                    ‹company›
                    ‹address›
                    ‹phone›
                    ‹email›
                    ‹handle›
                    ‹jobTitle›
                    ‹city›
                    ‹last›
                    """)
            .checked();

    private Names() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }

    static String person(SplittableRandom r) {
        return GRAMMAR.draw(r, "person");
    }

    static String email(SplittableRandom r) {
        return GRAMMAR.draw(r, "email");
    }

    static String draw(SplittableRandom r, String rule) {
        return GRAMMAR.draw(r, rule);
    }
}
