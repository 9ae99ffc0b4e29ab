import { e164Schema } from "#shared/phone-number.ts";

/** Numbers of the sandbox carrier that are good for a first call. They are in the range kept for fiction, and ring nobody. */
export const demoNumbers = [
  { number: e164Schema.parse("+14155550100"), title: "The echo", does: "Greets you and repeats what you say." },
  {
    number: e164Schema.parse("+14155550101"),
    title: "The menu",
    does: "Says which digit you press. Use your keyboard’s digits.",
  },
  { number: e164Schema.parse("+14155550103"), title: "The busy line", does: "Shows what a call that fails looks like." },
];
