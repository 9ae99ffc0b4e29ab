import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AccountId } from "#shared/ids.ts";
import { newAccountId } from "../contract/fixture.ts";
import { createChangeFeed } from "./change-feed.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two processes, each of which hears what the other sends. */
function setUp() {
  const sent: string[][] = [];
  let isDown = false;
  const feed = createChangeFeed({
    async send(messages) {
      if (isDown) throw new Error("There is no connection.");
      sent.push([...messages]);
      for (const message of messages) other.receive(message);
    },
  });
  const other = createChangeFeed({ send: async () => {} });
  const heard: AccountId[] = [];
  let gaps = 0;
  other.onAccountChanged((accountId) => void heard.push(accountId));
  other.onChangedElsewhere(() => void (gaps += 1));
  return {
    feed,
    other,
    sent,
    heard,
    gaps: () => gaps,
    soon: () => vi.advanceTimersByTimeAsync(50),
    cut: () => void (isDown = true),
    mend: () => void (isDown = false),
  };
}

function accounts(count: number): Set<AccountId> {
  return new Set(Array.from({ length: count }, newAccountId));
}

describe("the change feed", () => {
  test("tells its own listeners at once, and others once for all that came in quick succession", async () => {
    const { feed, sent, heard, soon } = setUp();
    const [one, two] = [...accounts(2)] as [AccountId, AccountId];
    const own: AccountId[] = [];
    feed.onAccountChanged((accountId) => void own.push(accountId));
    feed.tellChanged(new Set([one]));
    feed.tellChanged(new Set([two, one]));
    feed.tellChanged(new Set([one]));
    expect(own).toEqual([one, two, one, one]);
    expect(sent).toEqual([]);
    await soon();
    expect(sent).toHaveLength(1);
    expect(heard).toEqual([one, two]);
  });

  test("says nothing when nothing has changed", async () => {
    const { sent, soon } = setUp();
    await soon();
    expect(sent).toEqual([]);
  });

  test("names many accounts in as many messages as Postgres needs, each short enough for it", async () => {
    const { feed, sent, heard, soon } = setUp();
    const many = accounts(1_000);
    feed.tellChanged(many);
    await soon();
    expect(new Set(heard)).toEqual(many);
    const [messages = []] = sent;
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThan(8_000);
  });

  test("more than are worth naming are told as everything", async () => {
    const { feed, heard, gaps, soon } = setUp();
    feed.tellChanged(accounts(5_001));
    await soon();
    expect([heard.length, gaps()]).toEqual([0, 1]);
  });

  test("what is no account is told as a change elsewhere, to others and not to itself", async () => {
    const { feed, gaps, soon } = setUp();
    let own = 0;
    feed.onChangedElsewhere(() => void (own += 1));
    feed.tellElsewhere();
    await soon();
    expect([own, gaps()]).toEqual([0, 1]);
  });

  test("what could not be told is told when the connection is back", async () => {
    const { feed, heard, soon, cut, mend } = setUp();
    const [one, two] = [...accounts(2)] as [AccountId, AccountId];
    cut();
    feed.tellChanged(new Set([one]));
    await soon();
    feed.tellChanged(new Set([two]));
    await soon();
    expect(heard).toEqual([]);
    mend();
    await feed.flush();
    expect(heard).toEqual([one, two]);
  });

  test("what has not been told is told before it closes", async () => {
    const { feed, heard } = setUp();
    const changed = accounts(3);
    feed.tellChanged(changed);
    await feed.close();
    expect(new Set(heard)).toEqual(changed);
  });

  test("a message that makes no sense is passed over", () => {
    const { other, heard, gaps } = setUp();
    for (const message of ["", "acct_1", ",,", "nothing"]) other.receive(message);
    expect([heard.length, gaps()]).toEqual([0, 0]);
  });

  test("who has stopped listening hears no more", () => {
    const { feed } = setUp();
    const heard: AccountId[] = [];
    const stop = feed.onAccountChanged((accountId) => void heard.push(accountId));
    stop();
    feed.tellChanged(accounts(1));
    expect(heard).toEqual([]);
  });
});
