import type { Profile } from "#shared/api/profile.ts";
import type { AccountId } from "#shared/ids.ts";
import { heartbeatIntervalMs, type LiveEvent } from "#shared/live-events.ts";
import type { SignedIn } from "../http/context.ts";
import type { LiveBus } from "./live-bus.ts";
import { createSlots } from "./slots.ts";

/** Where a stream's text goes: the socket of one response. */
export interface StreamSink {
  write(text: string): void;
  /** How much of what was written still waits for a slow reader. */
  readonly waitingBytes: number;
  end(): void;
}

export interface LiveStreamsDeps {
  bus: LiveBus;
  readProfile: (signedIn: SignedIn) => Promise<Profile>;
  /** The rev of an account's profile: to look whether it has changed costs less than to read it. */
  readRev: (accountId: AccountId) => Promise<number | undefined>;
  handleFailure: (failure: unknown) => void;
  heartbeatMs?: number;
  maxStreamsPerAccount?: number;
  /** A stream ends after this long, so that one whose session has ended since must sign in again. */
  maxStreamAgeMs?: number;
}

export interface LiveStreams {
  /** Sends the account's snapshot to `sink` now and after every change. Gives a function that lets the sink go. */
  open(signedIn: SignedIn, sink: StreamSink): () => void;
  readonly count: number;
  /** Ends every stream. */
  close(): void;
}

interface Stream {
  sink: StreamSink;
  /** The rev that was sent last; undefined until the first snapshot. */
  sentRev: number | undefined;
  heartbeatsLeft: number;
}

/** What all streams of one account share: one subscription, and one reading and one text for each change. */
interface Channel {
  signedIn: SignedIn;
  streams: Set<Stream>;
  /** Ends the subscription and the beat. */
  close: () => void;
  isReading: boolean;
  isStale: boolean;
}

// A reader this far behind has stopped reading. It comes back by itself and needs only the newest snapshot.
const maxWaitingBytes = 256 * 1024;

// All accounts may have to look again at once, as after another process has written. Webhooks are served in between.
const readAtOnce = 20;

/**
 * Holds the live streams of all accounts. A snapshot is read and written out once an account. Each account has a beat of its own,
 * from when its first stream came: one for all would write to every socket of the server at the same moment.
 */
export function createLiveStreams(deps: LiveStreamsDeps): LiveStreams {
  const { bus, readProfile, readRev, handleFailure, heartbeatMs = heartbeatIntervalMs, maxStreamsPerAccount = 10 } = deps;
  const heartbeatsPerStream = Math.ceil((deps.maxStreamAgeMs ?? 30 * 60_000) / heartbeatMs);
  const channels = new Map<AccountId, Channel>();
  const slots = createSlots(readAtOnce);
  let isClosed = false;

  function openChannel(signedIn: SignedIn): Channel {
    const channel: Channel = { signedIn, streams: new Set(), close: () => {}, isReading: false, isStale: false };
    const unsubscribe = bus.subscribe(signedIn.accountId, () => refresh(channel));
    const heartbeat = setInterval(() => beat(channel), heartbeatMs);
    heartbeat.unref();
    channel.close = () => {
      unsubscribe();
      clearInterval(heartbeat);
    };
    channels.set(signedIn.accountId, channel);
    return channel;
  }

  function refresh(channel: Channel): void {
    channel.isStale = true;
    if (channel.isReading) return;
    channel.isReading = true;
    slots.run(() => read(channel));
  }

  /** Reads until nothing has changed while reading, so that an older snapshot never follows a newer one. */
  async function read(channel: Channel): Promise<void> {
    try {
      while (channel.isStale && channel.streams.size > 0) {
        channel.isStale = false;
        if (await hasNews(channel)) tell(channel, await readProfile(channel.signedIn));
      }
    } catch (failure) {
      // A stream that cannot be served is ended, so that the client falls back to asking and sees the failure itself.
      handleFailure(failure);
      for (const stream of channel.streams) end(channel, stream);
    } finally {
      channel.isReading = false;
    }
  }

  async function hasNews({ signedIn, streams }: Channel): Promise<boolean> {
    const rev = await readRev(signedIn.accountId);
    return [...streams].some((stream) => stream.sentRev === undefined || stream.sentRev !== rev);
  }

  function tell(channel: Channel, profile: Profile): void {
    const text = formatEvent({ type: "profile", profile });
    for (const stream of channel.streams) {
      if (stream.sentRev === profile.rev) continue;
      stream.sentRev = profile.rev;
      send(channel, stream, text);
    }
  }

  function beat(channel: Channel): void {
    for (const stream of channel.streams) {
      stream.heartbeatsLeft -= 1;
      if (stream.heartbeatsLeft <= 0) end(channel, stream);
      else if (stream.sentRev !== undefined) send(channel, stream, formatEvent({ type: "heartbeat", rev: stream.sentRev }));
    }
    // The bus only hints. What it was not told is found here.
    refresh(channel);
  }

  function send(channel: Channel, stream: Stream, text: string): void {
    if (stream.sink.waitingBytes > maxWaitingBytes) end(channel, stream);
    else stream.sink.write(text);
  }

  function end(channel: Channel, stream: Stream): void {
    forget(channel, stream);
    stream.sink.end();
  }

  function forget(channel: Channel, stream: Stream): void {
    if (!channel.streams.delete(stream) || channel.streams.size > 0) return;
    channel.close();
    if (channels.get(channel.signedIn.accountId) === channel) channels.delete(channel.signedIn.accountId);
  }

  return {
    open(signedIn, sink) {
      // A server that stops still answers what was under way, and a stream opened now would hold it up.
      if (isClosed) {
        sink.end();
        return () => {};
      }
      const channel = channels.get(signedIn.accountId) ?? openChannel(signedIn);
      // The oldest gives way, not the newest: after a change of network the old ones are dead without the server knowing.
      const [oldest] = channel.streams;
      if (oldest && channel.streams.size >= maxStreamsPerAccount) {
        channel.streams.delete(oldest);
        oldest.sink.end();
      }
      const stream: Stream = { sink, sentRev: undefined, heartbeatsLeft: heartbeatsPerStream };
      channel.streams.add(stream);
      refresh(channel);
      return () => forget(channel, stream);
    },
    get count() {
      return [...channels.values()].reduce((sum, channel) => sum + channel.streams.size, 0);
    },
    close() {
      isClosed = true;
      slots.close();
      for (const channel of channels.values()) for (const stream of channel.streams) end(channel, stream);
    },
  };
}

/** One event as it travels. The id lets a client say which snapshot it has seen. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function formatEvent(event: LiveEvent): string {
  const rev = event.type === "profile" ? event.profile.rev : event.rev;
  return `id: ${rev}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
