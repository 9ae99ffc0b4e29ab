/** What words around a number say of it. */
export type WordKind = "phone" | "fax" | "other";

/**
 * Words that stand before numbers, in the languages of the pages that have them. "*" stands for any ending; words of several parts match
 * whatever stands between the parts: "p o box" is "P.O. Box" as well.
 */
export const labelWords: Readonly<Record<WordKind, string>> = {
  phone: `
    tel tele telephone telephones telphone telphones phone phones ph fon mob mobile cell cellular cellulare cellphone handy gsm
    call calls calling dial ring text sms whatsapp viber signal hotline hot-line helpline help-line infoline info-line helpdesk help-desk
    tollfree toll-free freephone free-phone freecall free-call switchboard reception front-desk direct office contact voice main local
    sales support tty tdd
    telefon* teléfono teléfonos telef telefoon telefoonnummer tfno tlf tlfn tlm tél téléphone téléphones numéro-vert numero-verde
    móvil móviles movil celular telemóvel portable fixe mobil* mobiel mobilní mobiltelefon ruf rufen rufnummer anruf anrufen zentrale durchwahl
    appeler appelez llame llama* lláma* lláme* ligue ligar chiama* chiami* chiamo* bel bellen
    zadzwoń zavolejte komórka kom tālrunis puhelin puh sími ring-oss điện-thoại đt sđt telp telpon hp
    τηλ τηλέφωνο κιν κινητό тел телефон* моб мобильн* звон* телефонуйте טלפון טל נייד
    هاتف تلفن تليفون موبايل جوال फोन फ़ोन मोबाइल`,
  fax: `fax telfax telefax facsimile faks факс φαξ פקס فاكس`,
  other: `
    order orders invoice invoices inv ref refs reference references isbn issn doi pmid pmc vat iban bic swift sku item items part model
    serial s-n imei asin ean upc gtin mpn ticket tickets case account acct tracking license licence lic cslb npi ssn ein tin duns tax
    company registration reg charity policy permit patent article art artikel
    bestellung bestellnummer bestellnr auftrag* rechnung* kunden* ust ustid ustidnr ust-id ust-idnr hra hrb steuer steuernummer steuernr
    blz konto kto siren siret rcs tva nif cif nie cnpj cpf rut ruc rfc icp abn acn kvk cvr btw org orgnr organisationsnummer
    p-iva piva partita-iva c-f rea regon nip krs ič ičo dič инн огрн кпп бик р-с заказ артикул
    id ids uid code pin version build bug issue page pp vol gps lat lon long population score p-o-box box zip suite sha`,
};

/** The same in scripts that set no spaces between words, so that the words stand inside others. */
export const spacelessWords: Readonly<Record<WordKind, RegExp>> = {
  phone: /电话|電話|手机|手機|热线|熱線|携帯|전화|휴대폰|연락처|โทร/,
  fax: /传真|傳真|팩스|โทรสาร/,
  other: /订单|訂單|注文|주문/,
};

/** "Order no.", "Tel. Nr.": words that leave it to the word before them what the number is. */
export const numberWords: ReadonlySet<string> = new Set(
  "no nr num number nummer numer número numéro numero n nº номер αριθμός id code".split(" "),
);

/** Words that are labels only where they are marked as such: "T: 0221", "(p)", and "No. 12", which is otherwise an answer. */
export const markedLabels: Readonly<Partial<Record<string, WordKind>>> = {
  no: "other",
  nr: "other",
  t: "phone",
  p: "phone",
  m: "phone",
  c: "phone",
  d: "phone",
  o: "phone",
  h: "phone",
  w: "phone",
  f: "fax",
};
