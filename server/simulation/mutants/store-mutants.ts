import type { Mutant } from "./mutant.ts";

const placeHold = "server/store/outcome/place-hold.ts";
const refuseCall = "server/store/outcome/refuse-call.ts";
const owed = "server/store/outcome/owed.ts";
const commit = "server/store/sqlite/commit.ts";
const purse = "server/store/sqlite/purse.ts";

/** Faults in what the databases are told to do, and in how SQLite does it. */
export const storeMutants: readonly Mutant[] = [
  {
    name: "a repeated voice webhook holds again",
    file: placeHold,
    find: "if (call.parentSid !== null)",
    replace: "if (call.parentSid !== null && call.parentSid !== parentSid)",
    hurts: "A webhook that was sent twice sets money aside twice.",
  },
  {
    name: "one hold lets two legs through",
    file: placeHold,
    find: "call.parentSid === parentSid ? ok",
    replace: "call.holdOpen ? ok",
    hurts: "Whoever connects a call twice talks twice for one hold.",
  },
  {
    name: "nobody asks about a call that was connected",
    file: placeHold,
    find: "limitDeadlineMs(nowMs, timeLimitSeconds)",
    replace: "null",
    hurts: "A call whose callbacks are all lost holds its money for ever.",
  },
  {
    name: "a call with an open hold can be refused",
    file: refuseCall,
    find: "isTerminal(call.status) || call.holdOpen",
    replace: "isTerminal(call.status)",
    hurts: "A call that is being dialled is told as failed, and its hold is let go.",
    // On SQLite nothing comes between the look at a call and its refusal.
    store: "postgres",
  },
  {
    name: "what live calls hold can be taken back",
    file: owed,
    find: "account.postedMicros - account.heldMicros",
    replace: "account.postedMicros",
    hurts: "A dispute takes the money of a call that is going on.",
  },
  {
    name: "money that comes in pays off nothing",
    file: owed,
    find: "if (owedMicros === 0 ||",
    replace: "if (owedMicros >= 0 ||",
    hurts: "Whoever had money taken back tops up and goes on talking.",
  },
  {
    name: "more is paid off than is owed",
    file: owed,
    find: "Math.min(owedMicros, incoming.amountMicros)",
    replace: "incoming.amountMicros",
    hurts: "A top-up goes whole to a debt that is smaller.",
  },
  {
    name: "answered before COMMIT",
    file: commit,
    find: "commit.run();\n      for (const { waiting, value } of done) waiting.answer(value);",
    replace: "for (const { waiting, value } of done) waiting.answer(value);\n      commit.run();",
    hurts: "A top-up that was acknowledged is lost when the server dies at that moment.",
  },
  {
    name: "a group that failed is told as done",
    file: commit,
    find: "for (const { fail } of group) fail(error);",
    replace: "for (const { answer } of group) answer(error);",
    hurts: "What a crash has undone counts as done.",
  },
  {
    name: "changes go unnoticed",
    file: purse,
    find: "rev: sql`${accounts.rev} + 1`",
    replace: "rev: sql`${accounts.rev}`",
    hurts: "No stream and no poll ever tells a client of its new balance.",
  },
  {
    name: "the day's costs are counted from its end",
    file: "server/store/sqlite/spent.ts",
    find: 'gte(transfers.createdMs, sql.placeholder("sinceMs"))',
    replace: 'sql`${transfers.createdMs} < ${sql.placeholder("sinceMs")}`',
    hurts: "The limit per day does not see what was spent today.",
  },
  {
    name: "a hold is not written to its call",
    file: "server/store/sqlite/save-call.ts",
    find: '  "holdOpen",\n',
    replace: "",
    hurts: "What a wallet holds belongs to no call, and is never let go.",
  },
  {
    name: "wallets are read and not kept",
    file: "server/store/postgres/purse.ts",
    find: '.for("no key update", { of: accounts }).prepare("lock_account")',
    replace: '.prepare("lock_account")',
    hurts: "Calls at the same moment each find the whole limit of the day.",
    store: "postgres",
  },
  {
    name: "calls are read and not kept",
    file: "server/store/postgres/call-row.ts",
    find: '.for("no key update", { of: calls })',
    replace: "",
    hurts: "Two servers that are told of one end charge it twice.",
    store: "postgres",
  },
];
