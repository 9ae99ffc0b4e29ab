import { expect, test } from "vitest";
import { contactIdSchema } from "#shared/ids.ts";
import { e164Schema } from "#shared/phone-number.ts";
import { readContactsFile } from "./read-contacts-file.ts";
import { contactsCsv, contactsVcard } from "./write-contacts.ts";

const read = (...lines: string[]) => readContactsFile(lines.join("\r\n"), "US");

function told(...lines: string[]) {
  return read(...lines).contacts.map(({ line, name, e164, company, note }) => [line, name, e164, company, note]);
}

const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD"];

test("a vCard of version 3 or 4 is read, with each of its numbers", () => {
  const apple = card(
    "VERSION:3.0",
    "N:Lovelace;Ada;King;;",
    "FN:Ada Lovelace",
    "ORG:Engines Ltd;Research",
    "item1.TEL;type=CELL;type=VOICE;type=pref:(415) 555-0100",
    "TEL;type=WORK:+44 20 7946 0018",
    "NOTE:Likes numbers\\, and a",
    "  long note\\nin two lines",
  );
  const newest = card("VERSION:4.0", "FN:Émilie", "TEL;VALUE=uri;TYPE=home:tel:+33-1-42-68-53-00");
  expect(told(...apple, ...newest)).toEqual([
    [1, "Ada Lovelace", "+14155550100", "Engines Ltd, Research", "Likes numbers, and a long note\nin two lines"],
    [1, "Ada Lovelace", "+442079460018", "Engines Ltd, Research", "Likes numbers, and a long note\nin two lines"],
    [11, "Émilie", "+33142685300", "", ""],
  ]);
});

test("a vCard of version 2.1, as phones write it, is read", () => {
  const android = card(
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;;",
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen=20=",
    "M=C3=BCller",
    "TEL;CELL;PREF:+49 30 901820",
    "NOTE;ENCODING=QUOTED-PRINTABLE:100=25 friendly",
  );
  expect(told(...android)).toEqual([[1, "Jürgen Müller", "+4930901820", "", "100% friendly"]]);
});

test("each card that is none is told of by its line, and the others are read", () => {
  const { contacts, problems } = read(
    ...card("VERSION:3.0", "FN:Ada", "TEL:+14155550100"),
    ...card("VERSION:3.0", "FN:Nobody"),
    ...card("VERSION:3.0", "TEL:+14155550101"),
    ...card("VERSION:3.0", "FN:Bad", "TEL:call me"),
    ...card("VERSION:3.0", "FN:Again", "TEL:415 555 0100"),
    ...card("this is not a property"),
    "BEGIN:VCARD",
    "FN:Cut short",
  );
  expect(contacts.map(({ name }) => name)).toEqual(["Ada"]);
  expect(problems).toEqual([
    { kind: "noNumber", line: 6 },
    { kind: "noName", line: 10 },
    { kind: "badNumber", line: 14, number: "call me" },
    { kind: "twice", line: 19, number: "415 555 0100" },
    { kind: "unreadable", line: 24 },
    { kind: "unreadable", line: 27 },
  ]);
});

test.each([
  ["ours", "name,number,company,note", "Ada,+1 415 555 0100,Engines,Hello"],
  ["Google's", "First Name,Last Name,Organization Name,Notes,Phone 1 - Value", "Ada,,Engines,Hello,(415) 555-0100 ::: 911"],
  ["Outlook's", "First Name\tLast Name\tCompany\tMobile Phone\tNotes", "Ada\t\tEngines\t415.555.0100\tHello"],
  ["a German one", "Firma;Name;Telefon;Notiz", "Engines;Ada;+1 (415) 555-0100;Hello"],
])("a CSV file such as %s is read by the names of its columns", (_whose, head, row) => {
  expect(told(head, row)).toEqual([[2, "Ada", "+14155550100", "Engines", "Hello"]]);
});

test("each row that is no contact is told of by its line, also after cells of several lines", () => {
  const { contacts, problems } = read(
    "name,number,note",
    'Ada,+14155550100,"two',
    'lines"',
    "",
    "Nobody,",
    ",+14155550101",
    "Bad,12,",
    `Long,+14155550102,${"x".repeat(2_001)}`,
  );
  expect(contacts.map(({ line, note }) => [line, note.split(/\r?\n/)])).toEqual([[2, ["two", "lines"]]]);
  expect(problems).toEqual([
    { kind: "noNumber", line: 5 },
    { kind: "noName", line: 6 },
    { kind: "badNumber", line: 7, number: "12" },
    { kind: "tooLong", line: 8 },
  ]);
});

test.each([
  ["", "nothing"],
  ["name,number", undefined],
  ["hello, world", "noColumns"],
  ['name,number\n"Ada,+14155550100', "unreadable"],
])("%j is read without a throw", (text, kind) => {
  const { contacts, problems } = readContactsFile(text, "US");
  expect(contacts).toEqual([]);
  expect(problems[0]?.kind).toBe(kind ?? "nothing");
});

const contact = {
  id: contactIdSchema.parse("con_01JD9Z6V7W8X9Y0Z1A2B3C4D5E"),
  name: "Zoë; Núñez, \\ the =1",
  number: e164Schema.parse("+14155550100"),
  company: "=SUM(A1)",
  note: 'First, "second"\nthird; fourth',
  createdAt: "2026-01-01T00:00:00.000Z",
  lastCalledAt: null,
};

test.each([
  ["vCard", contactsVcard],
  ["CSV", contactsCsv],
])("what is exported as %s is read back as it was", (_format, write) => {
  const plain = { ...contact, id: contact.id, name: "Ada", number: e164Schema.parse("+442079460018"), company: null, note: null };
  expect(told(...write([contact, plain]).split("\r\n")).map(([, ...rest]) => rest)).toEqual([
    [contact.name, contact.number, contact.company, contact.note],
    ["Ada", "+442079460018", "", ""],
  ]);
});

test("no cell of an export is a formula", () => {
  expect(contactsCsv([contact])).toContain("'=SUM(A1)");
});
