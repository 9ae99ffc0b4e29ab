import type { BrowserContext, CDPSession } from "playwright-core";
import { z } from "zod";

const targetsSchema = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), url: z.string() })) });
const messageSchema = z.object({
  id: z.int().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.unknown().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
});
type Message = z.infer<typeof messageSchema>;
const remoteObjectSchema = z.object({ result: z.object({ objectId: z.string() }) });
const queriedSchema = z.object({ objects: z.object({ objectId: z.string() }) });
const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.unknown().optional(),
});

/**
 * The offscreen document, spoken to over the DevTools protocol: it is no page that a test could open. Detached with `stop`, or by the
 * document's end.
 */
export class OffscreenSession {
  readonly #devTools: CDPSession;
  readonly #sessionId: string;
  readonly #listeners = new Set<(message: Message) => void>();
  #lastId = 0;

  private constructor(devTools: CDPSession, sessionId: string) {
    this.#devTools = devTools;
    this.#sessionId = sessionId;
    devTools.on("Target.receivedMessageFromTarget", ({ message, sessionId: from }) => {
      if (from !== sessionId) return;
      const parsed = messageSchema.parse(JSON.parse(message));
      for (const listener of this.#listeners) listener(parsed);
    });
  }

  /** Undefined when there is no such document now. */
  static async find(context: BrowserContext): Promise<OffscreenSession | undefined> {
    const browser = context.browser();
    if (!browser) throw new Error("This Chromium has no DevTools session to offer.");
    const devTools = await browser.newBrowserCDPSession();
    const { targetInfos } = targetsSchema.parse(await devTools.send("Target.getTargets"));
    const offscreen = targetInfos.find(({ url }) => url.endsWith("/offscreen.html"));
    if (!offscreen) {
      await devTools.detach();
      return undefined;
    }
    const { sessionId } = await devTools.send("Target.attachToTarget", { targetId: offscreen.targetId, flatten: false });
    return new OffscreenSession(devTools, sessionId);
  }

  static async attach(context: BrowserContext): Promise<OffscreenSession> {
    const session = await OffscreenSession.find(context);
    if (!session) throw new Error("There is no offscreen document.");
    return session;
  }

  async ask(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
    const listen = (message: Message) => {
      if (message.id !== id) return;
      this.#listeners.delete(listen);
      if (message.error !== undefined) reject(new Error(JSON.stringify(message.error)));
      else resolve(message.result ?? {});
    };
    this.#listeners.add(listen);
    await this.#devTools.send("Target.sendMessageToTarget", {
      sessionId: this.#sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    return promise;
  }

  /** Calls `listener` with the parameters of each event of that name. */
  on(method: string, listener: (params: unknown) => void): void {
    this.#listeners.add((message) => {
      if (message.method === method) listener(message.params);
    });
  }

  /** What an expression comes to there, awaited. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = evaluatedSchema.parse(answer);
    if (exceptionDetails !== undefined) throw new Error(`It failed in the document: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  /** Runs a function there with `this` being an array of all objects that have this prototype, such as "WebSocket.prototype". */
  async callOnAll(prototype: string, functionDeclaration: string): Promise<unknown> {
    const { result } = remoteObjectSchema.parse(await this.ask("Runtime.evaluate", { expression: prototype }));
    const { objects } = queriedSchema.parse(await this.ask("Runtime.queryObjects", { prototypeObjectId: result.objectId }));
    const called = await this.ask("Runtime.callFunctionOn", {
      objectId: objects.objectId,
      functionDeclaration,
      awaitPromise: true,
      returnByValue: true,
    });
    // Held by the inspector, the objects would never be collected.
    await this.ask("Runtime.releaseObject", { objectId: objects.objectId });
    return evaluatedSchema.parse(called).result.value;
  }

  async stop(): Promise<void> {
    await this.#devTools.detach();
  }
}
