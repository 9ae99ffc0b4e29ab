import { describe, expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import { matchPeople } from "./match-people.ts";

const contact = (name: string, number: string, company: string | null = null) => ({
  name,
  number: number as E164,
  company,
  lastCalledAt: null,
});
const contacts = [
  contact("Jörg Müller", "+4930231250101", "Söhne & Co"),
  contact("Zoë Ångström", "+46812345678"),
  contact("Ada King Lovelace", "+14155550101", "Analytical Engines"),
  contact("أحمد علي", "+201001234567"),
];
const calls = [
  { toNumber: "+14155550199" as E164, contactName: null, createdAt: "2026-03-04T09:00:00.000Z" },
  { toNumber: "+14155550101" as E164, contactName: "Ada", createdAt: "2026-03-03T09:00:00.000Z" },
];
const found = (query: string) => matchPeople({ contacts, calls }, query).map(({ name, number }) => name ?? number);

describe("people are found", () => {
  test.each([
    ["by the beginning of the name", "ada", ["Ada King Lovelace"]],
    ["by the beginning of another word", "love", ["Ada King Lovelace"]],
    ["by initials", "akl", ["Ada King Lovelace"]],
    ["by some of the initials", "ak", ["Ada King Lovelace"]],
    ["by company", "engines", ["Ada King Lovelace"]],
    ["without the umlaut", "muller", ["Jörg Müller"]],
    ["with the umlaut spelt out", "mueller", ["Jörg Müller"]],
    ["without accents", "zoe ang", ["Zoë Ångström"]],
    ["in Arabic, without the hamza", "احمد", ["أحمد علي"]],
    ["by digits in national form", "030 2312", ["Jörg Müller"]],
    ["by digits in international form", "+4930", ["Jörg Müller"]],
    ["among the numbers called last", "0199", ["+14155550199"]],
  ])("%s", (_how, query, people) => expect(found(query)).toEqual(people));
});

test("nobody is found by nothing, by one digit, or by what nobody is called", () => {
  expect([found(""), found("4"), found("xyz")]).toEqual([[], [], []]);
});

test("a number is listed once, under its contact's name, and whoever was called last comes first", () => {
  expect(found("415555")).toEqual(["+14155550199", "Ada King Lovelace"]);
});

test("the beginning of a name comes before a piece of one", () => {
  const people = [contact("Joanna", "+14155550110"), contact("Anna", "+14155550111"), contact("Mary Ann", "+14155550112")];
  expect(matchPeople({ contacts: people, calls: [] }, "ann").map(({ name }) => name)).toEqual(["Anna", "Mary Ann", "Joanna"]);
});
