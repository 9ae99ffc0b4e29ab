import { i18n } from "#i18n";

/**
 * What the card says. All of it is read when the card comes into a page: a page outlives an update of the extension, and from then on
 * Chrome answers its scripts nothing any more, words included.
 */
export const cardWords = {
  gone: i18n.t("card.gone"),
  close: i18n.t("card.close"),
  change: i18n.t("card.change"),
  notMarkedAnyMore: i18n.t("card.notMarkedAnyMore"),
  undo: i18n.t("card.undo"),
  withExtension: later(["number", "extension"], (names) => i18n.t("card.withExtension", names)),
  thenSends: later(["digits"], (names) => i18n.t("card.thenSends", names)),
  call: i18n.t("card.call"),
  timeThere: later(["time"], (names) => i18n.t("card.timeThere", names)),
  outsideHours: later(["from", "until"], (names) => i18n.t("card.outsideHours", names)),
  partlyOutsideHours: later(["from", "until"], (names) => i18n.t("card.partlyOutsideHours", names)),
  starting: i18n.t("card.starting"),
  cancel: i18n.t("card.cancel"),
  ringing: i18n.t("card.ringing"),
  hangUp: i18n.t("card.hangUp"),
  reconnecting: i18n.t("card.reconnecting"),
  dialExtension: later(["extension"], (names) => i18n.t("card.dialExtension", names)),
  endedAfter: later(["duration"], (names) => i18n.t("card.endedAfter", names)),
  callAgain: i18n.t("card.callAgain"),
  noSuchNumber: later(["country"], (names) => i18n.t("card.noSuchNumber", names)),
  lookingUpRate: i18n.t("card.lookingUpRate"),
  free: i18n.t("card.free"),
  tooLittle: i18n.t("card.tooLittle"),
  upTo: later(["time"], (names) => i18n.t("card.upTo", names)),
  copy: i18n.t("card.copy"),
  copied: i18n.t("card.copied"),
  copyNotAllowed: i18n.t("card.copyNotAllowed"),
  addContact: i18n.t("card.addContact"),
  more: i18n.t("card.more"),
  privacy: i18n.t("card.privacy"),
  notANumber: i18n.t("card.notANumber"),
  notOnThisSite: i18n.t("card.notOnThisSite"),
  international: i18n.t("ui.international"),
  countries: i18n.t("ui.countries"),
  searchCountries: i18n.t("ui.searchCountries"),
  countryOrCode: i18n.t("ui.countryOrCode"),
  noCountryFound: later(["example"], (names) => i18n.t("ui.noCountryFound", names)),
  reason: {
    number: later(["callingCode"], (names) => i18n.t("card.reason.number", names)),
    areaCode: i18n.t("card.reason.areaCode"),
    choice: i18n.t("card.reason.choice"),
    own: i18n.t("card.reason.own"),
    domain: later(["domain"], (names) => i18n.t("card.reason.domain", names)),
    language: i18n.t("card.reason.language"),
    address: i18n.t("card.reason.address"),
    otherNumbers: i18n.t("card.reason.otherNumbers"),
  },
} as const;

/** Reads a sentence now, with its names still in it, and puts the values in when they are known. */
function later<Name extends string>(
  names: readonly Name[],
  say: (names: Record<Name, string>) => string,
): (values: Readonly<Record<Name, string>>) => string {
  const sentence = say(Object.fromEntries(names.map((name) => [name, `{${name}}`])) as Record<Name, string>);
  return (values) => sentence.replace(/\{(\w+)\}/g, (insert, name: string) => values[name as Name] ?? insert);
}
