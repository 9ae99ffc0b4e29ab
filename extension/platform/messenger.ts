import { err, type Result } from "#shared/result.ts";
import { browser, type Browser } from "wxt/browser";

/** Who a message is for. "page" is the content script in a tab. */
export type Addressee = "service-worker" | "offscreen" | "page" | "dialer";

/** One message of a protocol: what is sent, and what comes back. */
export interface Exchange<Request = undefined, Value = undefined, Failure = never> {
  request: Request;
  value: Value;
  failure: Failure;
}

type Protocol<P> = { [Name in keyof P]: Exchange<unknown, unknown, unknown> };

/** Why a message got no answer of its own. The sender decides what that means; the console has the details. */
export interface MessengerFailure {
  code: "no_receiver" | "sender_refused" | "handler_failed";
  message: string;
}

/** Tells what went wrong on the way from what the receiver itself answered. */
export function isMessengerFailure(failure: object): failure is MessengerFailure {
  if (!("code" in failure)) return false;
  return failure.code === "no_receiver" || failure.code === "sender_refused" || failure.code === "handler_failed";
}

export type Sender = Browser.runtime.MessageSender;

type Handlers<P extends Protocol<P>> = {
  [Name in keyof P]: (request: P[Name]["request"], sender: Sender) => Promise<Result<P[Name]["value"], P[Name]["failure"]>>;
};

/** Handlers of requests that anybody may have made up: each must parse what it got. */
type WaryHandlers<P extends Protocol<P>> = {
  [Name in keyof P]: (request: unknown, sender: Sender) => Promise<Result<P[Name]["value"], P[Name]["failure"]>>;
};

type Body<Request> = undefined extends Request ? [] : [request: Request];
type Reply<E extends Exchange<unknown, unknown, unknown>> = Promise<Result<E["value"], E["failure"] | MessengerFailure>>;

/** One frame of a tab; 0 is the page itself. */
interface FramePlace {
  tabId: number;
  frameId: number;
}

/** The messages of one protocol to one addressee. */
export interface Channel<P extends Protocol<P>> {
  /** Never rejects: whatever goes wrong on the way comes back as a MessengerFailure. */
  send: <Name extends keyof P & string>(name: Name, ...body: Body<P[Name]["request"]>) => Reply<P[Name]>;
  /** The same to the content script of one tab. */
  sendToTab: <Name extends keyof P & string>(tabId: number, name: Name, ...body: Body<P[Name]["request"]>) => Reply<P[Name]>;
  /** The same to one frame of a tab. */
  sendToFrame: <Name extends keyof P & string>(
    frame: FramePlace,
    name: Name,
    ...body: Body<P[Name]["request"]>
  ) => Reply<P[Name]>;
  /** Answers the extension's own pages and service worker, and refuses everybody else. Gives a function that stops it. */
  serve: (handlers: Handlers<P>) => () => void;
  /**
   * Answers content scripts too. They share a process with a stranger's page, which may have taken it over, so what they
   * send arrives as `unknown`.
   */
  serveContentScripts: (handlers: WaryHandlers<P>) => () => void;
}

/** `runtime.sendMessage` reaches every page of the extension at once; the envelope says who is to open it. */
interface Envelope {
  to: Addressee;
  channel: string;
  name: string;
  request: unknown;
}

/** Opens the channel of a protocol. Sender and receiver open it with the same arguments, usually in a `*-messages.ts` file. */
export function createChannel<P extends Protocol<P>>(to: Addressee, channel: string): Channel<P> {
  const envelope = (name: string, request: unknown): Envelope => ({ to, channel, name, request });
  return {
    send: (name, ...[request]) => deliver(() => browser.runtime.sendMessage(envelope(name, request))),
    sendToTab: (tabId, name, ...[request]) => deliver(() => browser.tabs.sendMessage(tabId, envelope(name, request))),
    sendToFrame: ({ tabId, frameId }, name, ...[request]) =>
      deliver(() => browser.tabs.sendMessage(tabId, envelope(name, request), { frameId })),
    serve: (handlers) => listen({ to, channel }, handlers, isOwnPage),
    serveContentScripts: (handlers) => listen({ to, channel }, handlers, isOwnExtension),
  };
}

async function deliver<Value, Failure>(send: () => Promise<unknown>): Promise<Result<Value, Failure | MessengerFailure>> {
  try {
    // In a page that has outlived its extension this throws before there is anything to wait for.
    const reply = await send();
    if (isReply(reply)) return reply as Result<Value, Failure>;
    return err({ code: "no_receiver", message: "Nobody answered." });
  } catch (error) {
    // Chrome rejects when the addressee is not there (yet, or any more): an expected outcome for pages that come and go.
    return err({ code: "no_receiver", message: messageOf(error) });
  }
}

type AnyHandler = (request: unknown, sender: Sender) => Promise<Result<unknown, unknown>>;

function listen(
  address: { to: Addressee; channel: string },
  handlers: Record<string, AnyHandler>,
  mayAsk: (sender: Sender) => boolean,
): () => void {
  const listener = (message: unknown, sender: Sender, reply: (answer: unknown) => void): true | undefined => {
    if (!isEnvelope(message) || message.to !== address.to || message.channel !== address.channel) return undefined;
    const handler = Object.hasOwn(handlers, message.name) ? handlers[message.name] : undefined;
    if (!handler) return undefined;
    void answer(mayAsk(sender) ? handler : refuse, message, sender).then(reply);
    // Says that the answer comes later. https://developer.chrome.com/docs/extensions/develop/concepts/messaging
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => {
    // Of an extension that is gone nothing can be taken away, and nothing has to be.
    if (browser.runtime?.id !== undefined) browser.runtime.onMessage.removeListener(listener);
  };
}

async function answer(
  handler: AnyHandler,
  { channel, name, request }: Envelope,
  sender: Sender,
): Promise<Result<unknown, unknown>> {
  try {
    return await handler(request, sender);
  } catch (error) {
    console.error(`The handler of "${channel}/${name}" threw.`, error);
    return err<MessengerFailure>({ code: "handler_failed", message: messageOf(error) });
  }
}

const refuse: AnyHandler = () =>
  Promise.resolve(err<MessengerFailure>({ code: "sender_refused", message: "Only the extension's own pages may ask this." }));

function isOwnExtension(sender: Sender): boolean {
  return sender.id === browser.runtime.id;
}

/** The browser process fills in the sender's address, so a page cannot pretend to be one of ours. */
export function isOwnPage(sender: Sender): boolean {
  return isOwnExtension(sender) && sender.url?.startsWith(`chrome-extension://${browser.runtime.id}/`) === true;
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === "object" && message !== null && "to" in message && "channel" in message && "name" in message;
}

function isReply(reply: unknown): boolean {
  return typeof reply === "object" && reply !== null && "ok" in reply;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
