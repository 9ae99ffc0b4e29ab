import { WebSocket } from "ws";
import { testToken } from "./test-account.ts";
import { eventually } from "../../testing/eventually.ts";

interface Frame {
  type: string;
  payload: Record<string, unknown>;
}

/** A bare client of the signalling protocol: says what a test wants said, and keeps all that it is told. */
export class WireClient {
  readonly frames: Frame[] = [];
  heartbeats = 0;
  closeCode: number | undefined;
  /** Whether heartbeats are answered, as the SDK does. */
  answersHeartbeats = true;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => this.#receive(data.toString("utf8")));
    socket.on("close", (code) => (this.closeCode = code));
    socket.on("error", () => undefined);
  }

  static async open(url: string): Promise<WireClient> {
    const client = new WireClient(new WebSocket(url));
    await eventually(() => client.#socket.readyState).toBe(WebSocket.OPEN);
    return client;
  }

  /** Opens a socket and says who it is. */
  static async listen(
    url: string,
    options: Parameters<typeof testToken>[0] & { token?: string; reconnectTimeout?: number } = {},
  ): Promise<WireClient> {
    const client = await WireClient.open(url);
    const { token = testToken(options), reconnectTimeout = 30 } = options;
    client.say("listen", { token, reconnectTimeout, browserinfo: {} });
    await client.hear("connected");
    return client;
  }

  static async register(url: string, options: Parameters<typeof WireClient.listen>[1] = {}): Promise<WireClient> {
    const client = await WireClient.listen(url, options);
    client.say("register", { media: { audio: true } });
    await client.hear("ready");
    return client;
  }

  say(type: string, payload: unknown): void {
    this.sayText(JSON.stringify({ type, payload, version: "1.6" }));
  }

  sayText(text: string | Buffer): void {
    this.#socket.send(text);
  }

  /** The payload of the first frame of a type; waits for it. */
  async hear(type: string, which: (payload: Record<string, unknown>) => boolean = () => true): Promise<Record<string, unknown>> {
    const find = () => this.frames.find((frame) => frame.type === type && which(frame.payload));
    await eventually(() => find()?.type, `a frame of type ${type}`).toBe(type);
    return find()?.payload ?? {};
  }

  heard(type: string): Record<string, unknown>[] {
    return this.frames.filter((frame) => frame.type === type).map((frame) => frame.payload);
  }

  /** Waits until all that was said has been handled: frames are handled in order, and this one has a known answer. */
  async settle(): Promise<void> {
    const before = this.heard("error").length;
    this.sayText("settle");
    await eventually(() => this.heard("error").length).toBeGreaterThan(before);
  }

  drop(): void {
    this.#socket.terminate();
  }

  #receive(text: string): void {
    if (text === "\n") {
      this.heartbeats += 1;
      if (this.answersHeartbeats) this.#socket.send("\n");
      return;
    }
    this.frames.push(JSON.parse(text) as Frame);
  }
}
