import { mostContacts, type CallStatistics, type CallTotals } from "#shared/api/call-statistics.ts";
import { addMicros, zeroMicros } from "#shared/money.ts";
import type { CallFigures, CallGroup } from "../store/call-statistics-store.ts";

const nothing: CallFigures = { calls: 0, answered: 0, talkSeconds: 0, chargedMicros: zeroMicros };

/** Adds up the groups of one reading, so that the totals and every table are of the same moment. */
export function rollUpCalls(groups: readonly CallGroup[]): Omit<CallStatistics, "series"> {
  const byContact = sumBy(groups, ({ contactId }) => contactId);
  const nobodys = byContact.filter(({ of }) => of.contactId === null);
  const contacts = byContact.filter(({ of }) => of.contactId !== null).slice(0, mostContacts);
  return {
    totals: totalsOf(groups.reduce(addFigures, nothing)),
    firstCallAt: firstCallAt(groups),
    byCountry: sumBy(groups, ({ countryCode }) => countryCode).map(tellCountry),
    byStatus: sumBy(groups, ({ status }) => status).map(tellStatus),
    byContact: mostFirst([...contacts, ...nobodys]).map(tellContact),
  };
}

function firstCallAt(groups: readonly CallGroup[]): string | null {
  // Not by spreading into Math.min: there may be more groups than a function takes arguments.
  const earliestMs = groups.reduce((earliest, group) => Math.min(earliest, group.earliestMs), Infinity);
  return earliestMs === Infinity ? null : new Date(earliestMs).toISOString();
}

function totalsOf(sum: CallFigures): CallTotals {
  return {
    ...sum,
    averageTalkSeconds: sum.answered === 0 ? null : sum.talkSeconds / sum.answered,
    answerRate: sum.calls === 0 ? null : sum.answered / sum.calls,
  };
}

interface Summed {
  /** Any of the groups that were added up: what they were put together by is the same in all. */
  of: CallGroup;
  sum: CallFigures;
}

function tellCountry({ of, sum }: Summed) {
  return { countryCode: of.countryCode, ...sum };
}

function tellStatus({ of, sum }: Summed) {
  return { status: of.status, ...sum };
}

function tellContact({ of, sum }: Summed) {
  return { contactId: of.contactId, contactName: of.contactName, ...sum };
}

function sumBy(groups: readonly CallGroup[], keyOf: (group: CallGroup) => string | null): Summed[] {
  const sums = Map.groupBy(groups, keyOf);
  const summed = [...sums.values()].flatMap((members) => {
    const [of] = members;
    return of ? [{ of, sum: members.reduce(addFigures, nothing) }] : [];
  });
  return mostFirst(summed);
}

function mostFirst(summed: Summed[]): Summed[] {
  return summed.toSorted((a, b) => b.sum.calls - a.sum.calls || b.sum.chargedMicros - a.sum.chargedMicros);
}

function addFigures(a: CallFigures, b: CallFigures): CallFigures {
  return {
    calls: a.calls + b.calls,
    answered: a.answered + b.answered,
    talkSeconds: a.talkSeconds + b.talkSeconds,
    chargedMicros: addMicros(a.chargedMicros, b.chargedMicros),
  };
}
