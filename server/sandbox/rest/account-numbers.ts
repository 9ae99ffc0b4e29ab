import { newSid } from "../sids.ts";

/** A phone number that the account may show to those it calls: one it rents, or one of somebody's that it has verified. */
export interface AccountNumber {
  sid: string;
  kind: "owned" | "verified";
  /** In E.164 form. */
  phoneNumber: string;
  friendlyName: string;
  createdAtMs: number;
}

/** The account's phone numbers. */
export class AccountNumbers {
  readonly #numbers = new Map<string, AccountNumber>();

  add(number: Omit<AccountNumber, "sid">): AccountNumber {
    const added = { ...number, sid: newSid("PN") };
    this.#numbers.set(added.sid, added);
    return added;
  }

  list(kind: AccountNumber["kind"]): AccountNumber[] {
    return [...this.#numbers.values()].filter((number) => number.kind === kind);
  }

  find(kind: AccountNumber["kind"], sid: string): AccountNumber | undefined {
    return this.list(kind).find((number) => number.sid === sid);
  }

  has(phoneNumber: string): boolean {
    return [...this.#numbers.values()].some((number) => number.phoneNumber === phoneNumber);
  }

  remove(sid: string): void {
    this.#numbers.delete(sid);
  }
}
