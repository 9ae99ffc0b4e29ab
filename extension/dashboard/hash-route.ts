import { callIdSchema, type CallId } from "#shared/ids.ts";
import { e164Schema, type E164 } from "#shared/phone-number.ts";

export const routes = ["history", "contacts", "wallet", "settings"] as const;
export type Route = (typeof routes)[number];

/** The page a hash names: "#/contacts". Anything unknown is the history, which is what people come for. */
export function routeOf(hash: string): Route {
  const name = hash.replace(/^#\/?/, "").split(/[/?]/)[0];
  return routes.find((route) => route === name) ?? "history";
}

/** The section of the settings that a hash names, if it names one: "#/settings/sound". */
export function sectionOf(hash: string): string | undefined {
  return /^#\/settings\/(\w+)/.exec(hash)?.[1];
}

export function hashOf(route: Route): string {
  return `#/${route}`;
}

/** The address of one call in the history. */
export function hashOfCall(id: CallId): string {
  return `${hashOf("history")}?call=${id}`;
}

/** The call that an address names, if it names one. */
export function callOf(hash: string): CallId | undefined {
  return callIdSchema.safeParse(new URLSearchParams(hash.split("?")[1]).get("call")).data;
}

/** The number for which an address asks to add a contact, if it does: "#/contacts?add=%2B14155550100". */
export function numberToAdd(hash: string): E164 | undefined {
  return e164Schema.safeParse(new URLSearchParams(hash.split("?")[1]).get("add")).data;
}

/** The address of the form for a contact that has a number. */
export function hashOfAddContact(number: E164): string {
  return `${hashOf("contacts")}?add=${encodeURIComponent(number)}`;
}
