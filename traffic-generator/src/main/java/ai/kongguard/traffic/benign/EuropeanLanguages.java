package ai.kongguard.traffic.benign;

/** Sentences in languages with Latin letters, whose apostrophes and accents are no signs of malice. */
final class EuropeanLanguages {

    static final Grammar GRAMMAR = English.GRAMMAR
            .extend()
            .words(
                    "deN",
                    "Tisch Stuhl Lampe Schlüssel Tür Straße Größe Bestellung Rechnung Lieferung Übung Maß Käse Öl")
            .words("deA", "schön groß klein kaputt müde fröhlich günstig teuer gemütlich überfällig süß heiß")
            .words("deV", "liefern prüfen löschen ändern auswählen einfügen bezahlen öffnen schließen zurückgeben")
            .lines(
                    "german",
                    """
                    Könnten Sie bitte die ‹deN› ‹deV›? Die ‹deN› ist leider ‹deA› und ‹deA›.
                    Ich möchte ‹#2-99› Stück „‹deN›“ ‹deV› – geht's bis ‹#1-28›.‹#1-12›.?
                    Wir haben die ‹deN› (Nr. ‹#100-9999›) noch nicht ‹deV› können; ‹deA› war's trotzdem!
                    Sag' mal, wie ‹deA› ist denn so 'ne ‹deN›? Hab' ich nicht gewusst.
                    Liebe Grüße aus ‹city›, ‹first› & ‹first› :-)
                    Die ‹deN› kostet ‹#1-99›,‹d:2› €/St., oder?
                    """)
            .words("frN", "eau école été hôtel église œuf idée arrivée adresse erreur image étagère horloge opéra")
            .words("frA", "déçu ravie cassé parfait raté énorme léger français œcuménique naïf")
            .lines(
                    "french",
                    """
                    L'‹frN› d'‹first› n'est pas ‹frA›, mais j'aime l'‹frN› qu'il m'a donnée !
                    Qu'est-ce que c'est ? C'est l'‹frN›, aujourd'hui à ‹#1-23›h‹#10-59›.
                    Je n'ai pas reçu l'‹frN› « ‹frN› » ; s'il vous plaît, vérifiez l'‹frN›.
                    D'accord, jusqu'à l'‹frN› de ‹city› il n'y a qu'un pas…
                    Où est passé l'‹frN› n° ‹#1-999› ? Merci d'avance, ‹first›.
                    """)
            .words("esN", "mesa niño corazón canción camión año señal jardín información cigüeña pingüino")
            .lines(
                    "spanish",
                    """
                    ¿Dónde está la ‹esN›? ¡No llegó el ‹day›, qué ‹esN›!
                    Quiero devolver el «‹esN›» porque está roto; ¿me pueden ayudar, ‹first›?
                    La ‹esN› y el ‹esN› cuestan ‹#1-99›,‹d:2› €: más caro que ayer.
                    Según ‹first› O'‹last›, el ‹esN› n.º ‹#1-99› es ‹#1-99›% más grande.
                    """)
            .words("itN", "acqua orso ufficio albero anno isola aereo ordine errore esempio uovo angelo")
            .lines(
                    "italian",
                    """
                    C'è un problema con l'‹itN›: dov'è l'‹itN› dell'‹itN›?
                    L'‹itN› all'‹itN› non è arrivato, perché quest'‹itN› è già chiuso.
                    Un po' d'‹itN›, cos'è? Dell'‹itN› nell'‹itN›, com'era nel '‹#60-99›!
                    Vorrei cambiare quell'‹itN› (taglia ‹#38-52›), grazie mille — ‹first›
                    """)
            .words("trN", "masa sandalye kapı gün şehir çiçek ağaç öğretmen kullanıcı sipariş ürün İstanbul'da")
            .lines(
                    "turkish",
                    """
                    ‹^trN› çok güzel ama ‹trN› henüz gelmedi; ne zaman gelir?
                    İstanbul'dan Ankara'ya ‹#2-9› saat sürdü, ‹first› Bey'in ‹trN›sı nerede?
                    Lütfen ‹trN› ve ‹trN› için ‹#1-99›,‹d:2› ₺ iade edin. Teşekkürler!
                    """)
            .words("plN", "stół krzesło klucz źródło żółw łódź gęś zamówienie wysyłka książka ćwiczenie śnieg")
            .lines(
                    "slavic",
                    """
                    Proszę o zwrot: ‹plN› i ‹plN› są uszkodzone, a ‹plN› — nie ta (nr ‹#100-999›).
                    Czy ‹plN› będzie w ‹day›? „‹^plN›” kosztuje ‹#1-99›,‹d:2› zł!
                    Dobrý den, kde je moje objednávka č. ‹#1000-9999›? Žluťoučký kůň pěl ďábelské ódy, ‹first›.
                    Příliš drahé: ‹#1-99› Kč/ks; raději zruším objednávku, děkuji.
                    Ďakujem, ‹first›; môžem prísť až o ‹#10-23›:‹#10-59›?
                    Hvala, sve je u redu s narudžbom br. ‹#100-9999›; đački ruksak je odličan.
                    """)
            .lines(
                    "other",
                    """
                    Cho tôi hỏi đơn hàng số ‹#1000-9999› đã giao chưa? Cảm ơn ‹first› nhiều lắm!
                    Sản phẩm rất tốt, nhưng giá hơi cao (‹#100-999›.000 ₫), tôi không thích màu đỏ.
                    Jag vill ändra min beställning nr ‹#100-999›: två gröna i stället för en blå, tack!
                    Hvor er pakken? Den skulle være her på mandag kl. ‹#8-20›, hilsen ‹first› Ærøskøbing
                    Missä tilaukseni ‹#100-9999› viipyy? Terveisin ‹first› Äänekoskelta.
                    Waar blijft m'n pakje? 's Avonds thuis, foto's bijgevoegd; 't is nr. ‹#100-999›.
                    Olá, a encomenda n.º ‹#100-9999› não chegou à minha caixa d'água; obrigado, ‹first›.
                    Kérem, küldjék a ‹#1-99›. számú terméket a győri fiókba, köszönöm szépen!
                    Bună ziua, nu funcționează țeava și șurubul nr. ‹#1-99›; mulțumesc, ‹first›.
                    Tha mi sgìth; 's toil leam an leabhar aig ‹first› MacLeòid.
                    Hauʻoli lā hānau, e ‹first›! Aia ka ʻupena i Oʻahu.
                    Li ĉiutage manĝas ‹#1-9› freŝajn ovojn, ĉu ne?
                    Terima kasih, pesanan no. ‹#100-999› sudah sampai; anak-anak senang sekali.
                    """)
            .lines(
                    "sentence",
                    """
                    ‹german›
                    ‹german›
                    ‹french›
                    ‹french›
                    ‹spanish›
                    ‹italian›
                    ‹turkish›
                    ‹slavic›
                    ‹other›
                    """)
            .repeat("text", "sentence", 1, 4, " ")
            .checked();

    private EuropeanLanguages() {}
}
