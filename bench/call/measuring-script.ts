/** What a document is given to tell when something happened, in milliseconds of the wall clock, which all documents share. */
export interface Measuring {
  clickedAtMs: number | undefined;
  audibleAtMs: number | undefined;
  /** Makes ready for the next call. */
  reset: () => void;
}

// Far below anything that is spoken, far above what comfort noise and rounding leave.
const audibleLevel = 0.001;
const lookEveryMs = 4;

/** Runs in the document of a call, or in a page that is clicked: notes the click, and when the far end is heard first. */
function startMeasuring(level: number, everyMs: number): void {
  const measuring: Measuring = {
    clickedAtMs: undefined,
    audibleAtMs: undefined,
    reset() {
      measuring.clickedAtMs = undefined;
      measuring.audibleAtMs = undefined;
    },
  };
  Object.assign(globalThis, { measuring });
  addEventListener("click", ({ timeStamp }) => (measuring.clickedAtMs ??= performance.timeOrigin + timeStamp), true);

  let ears: AudioContext | undefined;

  /** Listens to a voice that comes in. The browser gives no event for the first sound, and its own statistics are up to 50 ms old. */
  function listen(connection: RTCPeerConnection): void {
    ears ??= new AudioContext();
    const { context: hearing, analyser } = { context: ears, analyser: ears.createAnalyser() };
    const heard = new Float32Array(analyser.fftSize);
    connection.addEventListener("track", ({ track }) => {
      hearing.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    });
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(heard);
      const isAudible = heard.some((sample) => Math.abs(sample) > level);
      if (isAudible) measuring.audibleAtMs ??= performance.timeOrigin + performance.now();
      if (isAudible || connection.connectionState === "closed") clearInterval(timer);
    }, everyMs);
  }

  // The SDK keeps the constructor that it found when it was loaded, so that a method is what can be watched.
  // oxlint-disable-next-line typescript/unbound-method -- It is called with a connection of its own below.
  const { setRemoteDescription } = RTCPeerConnection.prototype;
  const listenedTo = new WeakSet<RTCPeerConnection>();
  RTCPeerConnection.prototype.setRemoteDescription = function set(this: RTCPeerConnection, ...given: unknown[]) {
    if (!listenedTo.has(this)) listen(this);
    listenedTo.add(this);
    return Reflect.apply(setRemoteDescription, this, given);
  };
}

/** The same as a script. */
export const measuringScript = `(${startMeasuring.toString()})(${audibleLevel}, ${lookEveryMs})`;
