// As often as a meter needs to follow a voice. A timer and not a frame: what is heard counts on a page that is not in sight, too.
const everyMs = 33;

/**
 * Measures how loud a stream is, from 0 to 1, some thirty times a second until `signal` aborts. The stream stays open. The scale is
 * logarithmic, as ears are: -60 dB and below is 0, full scale is 1.
 */
export function measureLevel(stream: MediaStream, onLevel: (level: number) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, everyMs);
  signal.addEventListener(
    "abort",
    () => {
      clearInterval(timer);
      void context.close();
    },
    { once: true },
  );
}

/** The loudness of samples between -1 and 1. */
export function levelOf(samples: Float32Array): number {
  const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(meanSquare);
  return Math.max(0, Math.min(1, 1 + decibels / 60));
}
