import { expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import { matchingPeople, type Person } from "./matching-people.ts";

const ada = person("Ada King Lovelace", "+442079460958");
const jose = person("José Núñez", "+34912345678", { company: "Talleres Sol" });
const alan = person("Alan Turing", "+441614960001");
const unknown = person(undefined, "+14155550111", { calledAtMs: 5 });
const people = [ada, jose, alan, unknown];

test.each([
  ["ada", [ada]],
  ["ada lo", [ada]],
  ["lovelace", [ada]],
  ["al", [alan, ada, jose]],
  ["akl", [ada]],
  ["a.k.l.", [ada]],
  ["jn", [jose]],
  ["jose nunez", [jose]],
  ["talleres", [jose]],
  ["velac", [ada]],
  ["555 01", [unknown]],
  ["0912 345", [jose]],
  ["lovelace ada", []],
  ["zz", []],
  ["5", []],
  ["  ", []],
])("%j finds whom it may mean, the likeliest first", (text, expected) => {
  expect(matchingPeople(people, text)).toEqual(expected);
});

test("of those that are as likely, whoever was called last comes first", () => {
  const before = person("Adam", "+14155550101", { calledAtMs: 1 });
  const lately = person("Adele", "+14155550102", { calledAtMs: 9 });
  expect(matchingPeople([ada, before, lately], "ad")).toEqual([lately, before, ada]);
});

function person(name: string | undefined, number: string, rest: Partial<Person> = {}): Person {
  return { name, number: number as E164, company: undefined, calledAtMs: undefined, ...rest };
}
