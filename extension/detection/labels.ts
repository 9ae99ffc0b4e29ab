/** What the words around a number say of it. */
export type Label = "phone" | "fax" | "other" | "none";

const phoneWords = [
  "tele?",
  "tele?phones?",
  "phones?",
  "ph",
  "fon",
  "mob(?:ile)?",
  "cell(?:ulare|ular|phone)?",
  "handy",
  "gsm",
  "calls?",
  "calling",
  "dial",
  "ring",
  "text",
  "sms",
  "whatsapp",
  "viber",
  "signal",
  "hot-?line",
  "help-?line",
  "info-?line",
  "help-?desk",
  "toll[ -]?free",
  "free ?phone",
  "free ?call",
  "switchboard",
  "reception",
  "front desk",
  "direct",
  "office",
  "contact",
  "voice",
  "main",
  "local",
  "sales",
  "support",
  "tty",
  "tdd",
  "tél(?:éphone)?",
  "telefon[ioen]*",
  "teléfonos?",
  "telef",
  "tfno",
  "tlf",
  "tlfn",
  "telefoon",
  "telefonnummer",
  "telefonnr",
  "telefonszám",
  "telefonas",
  "tālrunis",
  "puhelin",
  "puh",
  "sími",
  "mobiltelefon",
  "mobilní",
  "mobil[ie]?",
  "mobiel",
  "móvil",
  "movil",
  "móviles",
  "celular",
  "telemóvel",
  "tlm",
  "portable",
  "fixe",
  "numéro vert",
  "numero verde",
  "ruf(?:en|nummer)",
  "anruf(?:en)?",
  "zentrale",
  "durchwahl",
  "appele[zr]",
  "ll[aá]m[ae]\\p{L}*",
  "lig(?:ue|ar)",
  "chiam[aio]\\p{L}*",
  "bel(?:len)?",
  "zadzwoń",
  "zavolejte",
  "komórka",
  "kom",
  "ring oss",
  "điện thoại",
  "đt",
  "sđt",
  "telp(?:on)?",
  "hp",
  "τηλ(?:έφωνο)?",
  "κιν(?:ητό)?",
  "тел(?:ефон\\p{L}*)?",
  "моб(?:ильн\\p{L}*)?",
  "звон\\p{L}*",
  "телефонуйте",
  "טלפון",
  "טל",
  "נייד",
  "هاتف",
  "تلفن",
  "تليفون",
  "موبايل",
  "جوال",
  "फ़?ोन",
  "मोबाइल",
];
const faxWords = ["fax", "tele?fax", "facsimile", "faks", "факс", "φαξ", "פקס", "فاكس"];
const otherWords = [
  "orders?",
  "order (?:no|number|id)",
  "invoices?",
  "inv",
  "ref(?:erence|s)?",
  "refs?",
  "isbn",
  "issn",
  "doi",
  "pmid",
  "pmc",
  "vat",
  "vat reg",
  "iban",
  "bic",
  "swift",
  "sku",
  "items?",
  "item no",
  "part",
  "model",
  "serial",
  "s/n",
  "imei",
  "asin",
  "ean",
  "upc",
  "gtin",
  "mpn",
  "tickets?",
  "case",
  "acc(?:oun)?t",
  "tracking",
  "licen[cs]e",
  "lic",
  "cslb",
  "npi",
  "ssn",
  "ein",
  "tin",
  "duns",
  "tax(?: id)?",
  "company",
  "registration",
  "reg",
  "charity",
  "policy",
  "permit",
  "patent",
  "article",
  "art(?:ikel)?",
  "bestell(?:ung|nummer|nr)",
  "auftrag\\p{L}*",
  "rechnung\\p{L}*",
  "kunden\\p{L}*",
  "ust",
  "ust-?id(?:nr)?",
  "hr[ab]",
  "steuer(?:nummer|nr)?",
  "blz",
  "konto",
  "kto",
  "sire[tn]",
  "rcs",
  "tva",
  "nif",
  "cif",
  "nie",
  "cnpj",
  "cpf",
  "rut",
  "ruc",
  "rfc",
  "icp",
  "abn",
  "acn",
  "kvk",
  "cvr",
  "btw",
  "org(?:nr)?",
  "orgnr",
  "organisationsnummer",
  "p\\.? ?iva",
  "partita iva",
  "c\\.?f",
  "rea",
  "regon",
  "nip",
  "krs",
  "ičo?",
  "dič",
  "инн",
  "огрн",
  "кпп",
  "бик",
  "р/с",
  "заказ",
  "артикул",
  "ids?",
  "uid",
  "code",
  "pin",
  "version",
  "build",
  "bug",
  "issue",
  "page",
  "pp",
  "vol",
  "no",
  "gps",
  "lat",
  "lon(?:g)?",
  "population",
  "score",
  "p\\.? ?o\\.? box",
  "box",
  "zip",
  "suite",
  "sha",
  "订单",
  "注文",
  "주문",
];
// Letters alone count only where they are marked as a label: "T: 0221", "(p)".
const phoneLetters = "[tpmcdohw]";

const before = "(?<![\\p{L}\\p{N}])";
const after = "(?![\\p{L}\\p{N}])";
const spaceless = "电话|電話|手机|手機|热线|熱線|携帯|전화|휴대폰|연락처|โทร";
const anyLabel = new RegExp(
  `${before}(?<fax>${faxWords.join("|")}|f(?=[.:]))${after}|(?<phone>${before}(?:${phoneWords.join("|")})${after}|${before}${phoneLetters}(?=[.:)])|${spaceless})|传真|傳真|${before}(?<other>${otherWords.join("|")})${after}`,
  "giu",
);
const phoneLabelAtEnd = new RegExp(`(?:${before}(?:${phoneWords.join("|")}|${faxWords.join("|")}|[tpmf])|${spaceless})$`, "iu");
const otherLabelAtEnd = new RegExp(
  `${before}(?:${otherWords.join("|")})${after}[\\s.:#()\\-\u2116]*(?:(?:no|nr|num(?:ber|mer|éro|ero)?|n[°º]|id|code)${after}[\\s.:#]*)?$`,
  "iu",
);
const labelAfter = new RegExp(
  `^\\s{0,2}[([-]?\\s?(?:(?<fax>${faxWords.join("|")}|f(?=\\)))|(?<phone>phone|tel|mobile|cell|voice|office|toll[ -]free|[tpmco](?=\\))))${after}(?![^\\p{L}\\d]{0,4}\\d)`,
  "iu",
);

/** How far before a number a word still speaks of it. */
export const labelReach = 48;

/** The nearest label before a number, or the one right after it. `preceding` ends where the number begins. */
export function labelOf({ preceding, following }: { preceding: string; following: string }): Label {
  const behind = labelAfter.exec(following)?.groups;
  if (behind?.["fax"] !== undefined) return "fax";
  const nearest = nearestBefore(preceding.slice(-labelReach));
  if (nearest !== "none") return nearest;
  return behind?.["phone"] !== undefined ? "phone" : "none";
}

/** Whether the text right before says that a reference number follows: "Order no. ", "ISBN: ". */
export function isNamedOtherwise(preceding: string): boolean {
  return otherLabelAtEnd.test(preceding.slice(-labelReach));
}

/** Whether a text ends in a word for phone, as in "Tel0221 ...", where nothing stands between label and number. */
export function endsWithPhoneLabel(text: string): boolean {
  return phoneLabelAtEnd.test(text);
}

function nearestBefore(text: string): Label {
  let nearest: Label = "none";
  let previousEnd = 0;
  for (const match of text.matchAll(anyLabel)) {
    const label: Label =
      match.groups?.["phone"] !== undefined ? "phone" : match.groups?.["other"] !== undefined ? "other" : "fax";
    const areJoined =
      nearest === "phone" &&
      label === "fax" &&
      /^\s?(?:[/&+,-]|and|und|et|y|e|o)\s?\.?$/i.test(text.slice(previousEnd, match.index).replace(/^[.:]/, ""));
    // "Tel/Fax: 0221 ..." is a line that also rings.
    if (!areJoined) nearest = label;
    previousEnd = match.index + match[0].length;
  }
  return nearest;
}
