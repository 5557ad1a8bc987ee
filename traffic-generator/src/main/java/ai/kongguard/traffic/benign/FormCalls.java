package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.List;
import java.util.SplittableRandom;

/** Forms with many fields, in the languages of those who built them. */
final class FormCalls {

    private static final List<String> TEXTS = List.of(
            "name",
            "firstName",
            "last_name",
            "nombre",
            "apellidos",
            "vorname",
            "nachname",
            "nom",
            "prenom",
            "nome",
            "cognome",
            "imie",
            "ad",
            "company",
            "firma",
            "empresa",
            "city",
            "ciudad",
            "ort",
            "ville",
            "address",
            "direccion",
            "strasse",
            "adresse",
            "indirizzo",
            "department",
            "contact[name]",
            "billing_address_1",
            "shippingAddress.street",
            "owner",
            "fullname",
            "alias");
    private static final List<String> CODES = List.of(
            "id",
            "sku",
            "zip",
            "plz",
            "cp",
            "dni",
            "ntc",
            "iban",
            "vat",
            "ref",
            "token",
            "_csrf",
            "csrfmiddlewaretoken",
            "form_id",
            "form_build_id",
            "lang",
            "locale",
            "country",
            "pais",
            "provincia",
            "state",
            "type",
            "mode",
            "B1",
            "submit",
            "step",
            "ctl00$hdn",
            "item[0][id]",
            "items[0].sku",
            "variant",
            "q1",
            "q2",
            "answers[3]",
            "field_12",
            "wpcf7",
            "_method");
    private static final List<String> NUMBERS = List.of(
            "age",
            "precio",
            "price",
            "cantidad",
            "qty",
            "quantity",
            "amount",
            "date",
            "fecha",
            "datum",
            "birthday",
            "from",
            "to",
            "size",
            "weight",
            "width",
            "start_time",
            "end_time",
            "min",
            "max",
            "lat",
            "lng",
            "rating",
            "score",
            "x",
            "y",
            "total",
            "discount");
    private static final List<String> LONG = List.of(
            "message",
            "comment",
            "comentario",
            "nachricht",
            "bemerkung",
            "notes",
            "description",
            "bio",
            "reason",
            "about");

    private FormCalls() {}

    /** A form that is sent, by any method, or kept in the address. */
    static RequestDraft wide(SplittableRandom r) {
        String path = "/" + Words.GRAMMAR.draw(r, "component") + "/" + Words.GRAMMAR.draw(r, "verb")
                + Pick.one(r, "", ".do", ".jsp", ".php", "/");
        int count = Pick.number(r, 4, 14);
        if (Pick.chance(r, 0.4)) {
            RequestDraft draft = RequestDraft.of("GET", path, "forms");
            for (int i = 0; i < count; i++) {
                String[] field = field(r);
                draft.param(field[0], Wire.query(r, field[1]));
            }
            return draft;
        }
        String[] fields = new String[count];
        String[] pairs = new String[count];
        for (int i = 0; i < count; i++) {
            String[] field = field(r);
            fields[i] = Wire.field(r, field[0], field[1]);
            pairs[i] = Wire.pair(field[0], field[1]);
        }
        RequestDraft draft = RequestDraft.of("POST", path, "forms").status(Pick.one(r, 200, 200, 302, 303));
        return Pick.chance(r, 0.8) ? Wire.form(draft, r, fields) : Wire.json(draft, Wire.object(pairs));
    }

    private static String[] field(SplittableRandom r) {
        return switch (r.nextInt(12)) {
            case 0, 1, 2, 3 -> new String[] {Pick.one(r, TEXTS), Names.value(r)};
            case 4, 5, 6 -> new String[] {Pick.one(r, CODES), Identifiers.value(r)};
            case 7, 8 -> new String[] {Pick.one(r, NUMBERS), Quantities.value(r)};
            case 9 -> new String[] {Pick.one(r, LONG), Prose.value(r)};
            case 10 ->
                new String[] {Pick.one(r, "email", "login", "user", "pwd", "password", "clave"), ShopCalls.password(r)};
            default ->
                new String[] {
                    Pick.one(r, CODES), Pick.one(r, "", "1", "on", "true", "Enviar", "Weiter >", "OK", "---", "0")
                };
        };
    }
}
