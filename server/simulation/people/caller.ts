import { requestCallAnswerSchema } from "#shared/api/calls.ts";
import { problemSchema } from "#shared/api/problem.ts";
import type { AccountId } from "#shared/ids.ts";
import type { ServerRoom } from "../machine/server-room.ts";
import type { Answer } from "../machine/simulated-server.ts";
import { countRefusal } from "../observe.ts";
import { destinations } from "../prices.ts";
import { goesWrong, type World } from "../world.ts";
import type { Connect } from "./connect.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { asJson } from "./requests.ts";

interface Wish {
  accountId: AccountId;
  delayMs: number;
  /** How long after the server's answer the browser connects. */
  connectAfterMs: number;
}

/** Asks for a call and connects it, as a browser does that hears nothing, asks again, or has lost its mind. */
export type PlaceCall = (wish: Wish) => void;

interface Request {
  clientKey: string;
  to: string;
}

const mostAttempts = 4;

export function createCaller(world: World, servers: Pick<ServerRoom, "request">, connect: Connect): PlaceCall {
  const { timeline, random, count, violate } = world;
  const kept = createKeptAnswers(world);

  async function ask(accountId: AccountId, request: Request): Promise<Answer | undefined> {
    const answer = await servers.request("/api/calls", asJson(accountId, request));
    if (!answer || goesWrong(world, world.conditions.answerLost)) return undefined;
    // Another process is answering it, or its process died a moment ago.
    return answer.status === 409 || answer.status >= 500 ? undefined : answer;
  }

  /** Asks until there is an answer; `onAnswer` hears every one. */
  function insist(wish: Wish, request: Request, onAnswer: (answer: Answer) => void, attempt = 1): void {
    if (attempt > 1) count("request repeated");
    timeline.after(wish.delayMs, `${wish.accountId} asks to call ${request.to}`, async () => {
      const answer = await ask(wish.accountId, request);
      if (answer) onAnswer(answer);
      else if (attempt < mostAttempts) insist({ ...wish, delayMs: random.between(300, 3_000) }, request, onAnswer, attempt + 1);
    });
  }

  function place({ accountId, connectAfterMs }: Wish, { to }: Request, answer: Answer): void {
    const { call } = requestCallAnswerSchema.parse(JSON.parse(answer.body));
    if (call.toNumber !== to) violate(`Whoever asked to call ${to} was given a call to ${call.toNumber}.`);
    connect({ accountId, callId: call.id }, connectAfterMs);
  }

  /** The same key, and another number: the key belongs to the first request that had it. */
  function askForAnother(wish: Wish, request: Request): void {
    const to = random.pick(destinations.filter((other) => other !== request.to));
    timeline.after(wish.delayMs + random.between(0, 120_000), `${wish.accountId} asks to call ${to} by an old key`, async () => {
      count("key used for another request");
      const answer = await ask(wish.accountId, { ...request, to });
      if (answer?.status === 201) place(wish, { ...request, to }, answer);
    });
  }

  return (wish) => {
    const request = { clientKey: random.uuid(), to: random.pick(destinations) };
    let isPlaced = false;
    function heard(answer: Answer): void {
      kept.check(`${wish.accountId} ${request.clientKey}`, answer);
      if (answer.status >= 400) countRefusal(world, problemSchema.parse(JSON.parse(answer.body)).code);
      if (answer.status !== 201 || isPlaced) return;
      isPlaced = true;
      place(wish, request, answer);
    }
    insist(wish, request, heard);
    if (goesWrong(world, 0.2)) insist({ ...wish, delayMs: wish.delayMs + random.between(0, 300) }, request, heard, 2);
    if (goesWrong(world, 0.1)) askForAnother(wish, request);
  };
}
