import type { Mutant } from "./mutant.ts";

const decide = "server/ledger/decide.ts";
const authorise = "server/ledger/authorise.ts";
const admitCall = "server/ledger/admit-call.ts";
const priceCall = "shared/price-call.ts";

/** Faults in what is pure: what a fact does to a call, and how long a balance lets one talk. */
export const ledgerMutants: readonly Mutant[] = [
  {
    name: "arrival decides the status, not rank",
    file: decide,
    find: "laterStatus(call.status, said)",
    replace: "said",
    hurts: "A late callback takes an ended call back to ringing.",
  },
  {
    name: "the last duration counts, not the longest",
    file: decide,
    find: "Math.max(call.durationSeconds, durationSeconds)",
    replace: "durationSeconds",
    hurts: "A callback without a duration makes a talk free.",
  },
  {
    name: "the record cannot lower a duration",
    file: decide,
    find: "isFinal ? durationSeconds : Math.max(call.durationSeconds, durationSeconds)",
    replace: "Math.max(call.durationSeconds, durationSeconds)",
    hurts: "Nobody gets back what the carrier's record says they did not talk.",
  },
  {
    name: "facts count after the last word",
    file: decide,
    find: "if (call.final) return undefined;",
    replace: "",
    hurts: "A replayed callback charges again what was paid back.",
  },
  {
    name: "an end without its duration is an end",
    file: decide,
    find: 'fact.status === "completed" && fact.durationSeconds === undefined ? "in-progress" : fact.status',
    replace: "fact.status",
    hurts: "The hold is let go before it is known what there is to pay.",
  },
  {
    name: "the hold is never let go",
    file: decide,
    find: "holdDelta: subtractMicros(zeroMicros, releasedMicros),",
    replace: "holdDelta: zeroMicros,",
    hurts: "Money stays set aside for calls that are over.",
  },
  {
    name: "the hold is let go at every end",
    file: decide,
    find: "call.holdOpen ? call.holdMicros : zeroMicros",
    replace: "call.holdMicros",
    hurts: "A repeated end frees what other calls hold.",
  },
  {
    name: "every end charges the whole talk",
    file: decide,
    find: "addMicros(call.chargedMicros, call.unrecoveredMicros)",
    replace: "zeroMicros",
    hurts: "The record charges what the callback has charged.",
  },
  {
    name: "a settlement is named after its call alone",
    file: decide,
    find: "id: `${kind}:${call.id}:${targetMicros}`",
    replace: "id: `${kind}:${call.id}`",
    hurts: "A call that costs more than it seemed at first can never be settled.",
  },
  {
    name: "no guard against an overrun",
    file: authorise,
    find: "heldSeconds - overrunGuardSeconds",
    replace: "heldSeconds",
    hurts: "A carrier that is two seconds late is not paid.",
  },
  {
    name: "more is allowed than is there",
    file: authorise,
    find: "spendableMicros === null || spendableMicros > availableMicros ? availableMicros : spendableMicros",
    replace: "spendableMicros ?? availableMicros",
    hurts: "A limit above the balance lets calls through that the balance does not pay for.",
  },
  {
    name: "one call too many at once",
    file: admitCall,
    find: "openHolds >= account.maxConcurrentCalls",
    replace: "openHolds > account.maxConcurrentCalls",
    hurts: "An account has more calls at once than its operator allowed.",
  },
  {
    name: "the limit per day forgets live calls",
    file: admitCall,
    find: "maxPerDayMicros - spentTodayMicros - heldMicros",
    replace: "maxPerDayMicros - spentTodayMicros",
    hurts: "Calls at once spend the limit of a day several times.",
  },
  {
    name: "the limit per day forgets what was spent",
    file: admitCall,
    find: "nowMs - (((nowMs % dayMs) + dayMs) % dayMs)",
    replace: "nowMs",
    hurts: "Calls one after the other spend the limit of a day several times.",
  },
  {
    name: "the looser limit holds",
    file: admitCall,
    find: "perDay.leftMicros < perCall.leftMicros ? perDay : perCall",
    replace: "perDay.leftMicros < perCall.leftMicros ? perCall : perDay",
    hurts: "One of two limits is not kept.",
  },
  {
    name: "every country may be called",
    file: admitCall,
    find: "country !== null && countries.includes(country)",
    replace: "country !== null",
    hurts: "An account calls where its operator said it may not.",
  },
  {
    name: "prices are rounded down",
    file: priceCall,
    find: "Math.ceil(multiplyMicros(rate.perMinuteMicros, billedSeconds) / 60)",
    replace: "Math.floor(multiplyMicros(rate.perMinuteMicros, billedSeconds) / 60)",
    hurts: "Each call is sold for up to a micro-dollar less than its price.",
  },
  {
    name: "the minimum is not billed",
    file: priceCall,
    find: "Math.ceil(Math.max(durationSeconds, rate.minimumSeconds) / rate.incrementSeconds)",
    replace: "Math.ceil(durationSeconds / rate.incrementSeconds)",
    hurts: "Short calls are sold below their price.",
  },
];
