import type { AccountId } from "#shared/ids.ts";

/** A request as a signed-in client sends it. */
export function asJson(accountId: AccountId, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: "POST",
    headers: { authorization: `Bearer ${accountId}`, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}
