import { callSchema, type Call } from "#shared/api/calls.ts";
import { profileSchema, type Profile } from "#shared/api/profile.ts";
import type { z } from "zod";
import type { Dialled } from "../call-state.ts";

/** A call as the server tells it just after it was asked for. */
export function sampleCall(change: Partial<z.input<typeof callSchema>> = {}): Call {
  return callSchema.parse({
    id: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E",
    clientKey: sampleDialled.clientKey,
    toNumber: "+14155550100",
    fromNumber: "+14155550199",
    callerIdType: "verified",
    countryCode: "US",
    country: "United States",
    contactId: null,
    contactName: null,
    status: "queued",
    reason: null,
    rate: { perMinuteMicros: 14_000, incrementSeconds: 1, minimumSeconds: 0, connectMicros: 0 },
    timeLimitSeconds: null,
    heldMicros: 0,
    createdAt: "2026-01-01T00:00:00.000Z",
    answeredAt: null,
    endedAt: null,
    durationSeconds: 0,
    chargedMicros: 0,
    final: false,
    note: null,
    ...change,
  });
}

/** A profile with the calls given, ten dollars, and the usual limits. */
export function sampleProfile(rev: number, ...recentCalls: Call[]): Profile {
  const profile = profileSchema.parse({
    rev,
    user: {
      email: "ada@example.com",
      name: "Ada",
      role: "owner",
      accountId: "acct_01JD9Z6V7W8X9Y0Z1A2B3C4D5E",
      isDemo: false,
    },
    balance: {
      postedMicros: 10_000_000,
      heldMicros: 0,
      availableMicros: 10_000_000,
      owedMicros: 0,
      lowBalanceMicros: 0,
      isLow: false,
    },
    limits: {
      maxConcurrentCalls: 3,
      maxPerMinuteMicros: 1_000_000,
      maxPerCallMicros: null,
      maxPerDayMicros: null,
      countries: null,
    },
    recentCalls: [],
  });
  return { ...profile, recentCalls };
}

export const sampleDialled: Dialled = {
  clientKey: "0b8f9b7e-6f0e-4d0e-9a53-0a54f7e6a001",
  dialled: "+1 415 555 0100",
  requestedAtMs: 1_000,
};
