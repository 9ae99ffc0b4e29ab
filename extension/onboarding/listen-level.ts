/**
 * Measures how loud the microphone is, from 0 to 1, once a frame until `signal` aborts; then the microphone is let go.
 * The scale is logarithmic, as ears are: -60 dB and below is 0, full scale is 1.
 */
export async function listenLevel(onLevel: (level: number) => void, signal: AbortSignal): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new AudioContext();
  const release = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  // Aborted while the microphone was being opened: it must not stay on.
  if (signal.aborted) return release();
  signal.addEventListener("abort", release, { once: true });

  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const measure = () => {
    if (signal.aborted) return;
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
    requestAnimationFrame(measure);
  };
  measure();
}

/** The loudness of samples between -1 and 1. */
export function levelOf(samples: Float32Array): number {
  const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(meanSquare);
  return Math.max(0, Math.min(1, 1 + decibels / 60));
}
