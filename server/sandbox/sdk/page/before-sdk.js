// Runs before the SDK, which takes these two constructors when it is loaded.

// The SDK can only be told a host, and speaks TLS to it. One address of its making leads to the sandbox instead.
const signalUrl = new URLSearchParams(location.search).get("signalUrl");
window.WebSocket = class extends WebSocket {
  constructor(url, protocols) {
    super(url === "wss://sandbox-carrier.invalid/signal" ? signalUrl : url, protocols);
  }
};

/** Every peer connection that the SDK makes, so that a test can read what really flows. */
window.peerConnections = [];
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration) {
    super(configuration);
    window.peerConnections.push(this);
  }
};
