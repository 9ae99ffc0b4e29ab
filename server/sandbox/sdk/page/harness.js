// What tests do with the SDK, by name; called through page.evaluate.

const sound = "/sound.opus";
const sounds = ["incoming", "outgoing", "disconnect", "dtmfs", "dtmfh", ..."0123456789".split("").map((d) => `dtmf${d}`)];

let device;
/** The call that the test is about: the one placed last, or the one that came in last. */
let call;
const events = [];

function note(name, detail) {
  events.push(detail === undefined ? name : `${name} ${detail}`);
}

function follow(newCall) {
  call = newCall;
  call.on("ringing", (hasEarlyMedia) => note("ringing", hasEarlyMedia ? "with early media" : "without audio"));
  for (const name of ["accept", "cancel", "reject", "disconnect", "reconnected"]) call.on(name, () => note(name));
  call.on("reconnecting", (error) => note("reconnecting", error.code));
  call.on("error", (error) => note("call error", error.code));
  call.on("messageReceived", (message) => note("message", JSON.stringify(message.content)));
  call.on("messageSent", () => note("message sent"));
}

window.harness = {
  events,

  start(token, options) {
    device = new Twilio.Device(token, {
      chunderw: "sandbox-carrier.invalid",
      publishEvents: false,
      enableImprovedSignalingErrorPrecision: true,
      maxCallSignalingTimeoutMs: 30_000,
      sounds: Object.fromEntries(sounds.map((name) => [name, sound])),
      ...options,
    });
    for (const name of ["registered", "unregistered", "tokenWillExpire"]) device.on(name, () => note(name));
    device.on("error", (error) => note("device error", error.code));
    device.on("incoming", (incoming) => {
      follow(incoming);
      note("incoming");
    });
  },

  // Not waited for: with a token that is refused, the SDK's promise stays pending for ever.
  register() {
    device.register().catch((error) => note("register failed", error.message));
  },
  unregister: () => device.unregister(),
  updateToken: (token) => device.updateToken(token),
  destroy: () => device.destroy(),

  async connect(params) {
    follow(await device.connect({ params }));
  },
  async takeOver(connectToken) {
    follow(await device.connect({ connectToken }));
  },
  connectToken: () => call.connectToken,
  accept: () => call.accept(),
  reject: () => call.reject(),
  ignore: () => call.ignore(),
  hangUp: () => call.disconnect(),
  mute: (muted) => call.mute(muted),
  press: (digits) => call.sendDigits(digits),
  sendMessage: (content) => call.sendMessage({ content, contentType: "application/json", messageType: "user-defined-message" }),
  status: () => call.status(),
  callSid: () => call.parameters.CallSid,
  parameters: () => ({ ...call.parameters }),
  customParameters: () => Object.fromEntries(call.customParameters),

  /** What the newest peer connection has heard: packets, and the energy of the sound in them (a sum that only grows). */
  async heard() {
    const stats = await window.peerConnections.at(-1)?.getStats();
    for (const report of stats?.values() ?? []) {
      if (report.type === "inbound-rtp") return { packets: report.packetsReceived, energy: report.totalAudioEnergy };
    }
    return { packets: 0, energy: 0 };
  },

  /** Makes the SDK restart ICE, as it does by itself after half a minute or so without media. */
  // oxlint-disable-next-line no-underscore-dangle -- The SDK offers no public way, and a test cannot wait for a network to fail.
  restartIce: () => call._mediaHandler.iceRestart(),
  /** The names of the ICE session at both ends. */
  iceUfrags() {
    const { currentLocalDescription, currentRemoteDescription } = window.peerConnections.at(-1);
    return [currentLocalDescription, currentRemoteDescription].map(({ sdp }) => /a=ice-ufrag:(\S+)/.exec(sdp)[1]);
  },

  async codec() {
    const stats = await window.peerConnections.at(-1).getStats();
    const inbound = [...stats.values()].find((report) => report.type === "inbound-rtp");
    return stats.get(inbound?.codecId)?.mimeType;
  },
};
