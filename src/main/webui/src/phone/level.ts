/** Root mean square of a stretch of sound, 0…1. */
export function loudness(samples: Float32Array): number {
  const sum = samples.reduce((total, sample) => total + sample * sample, 0);
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** Measures how loud a microphone is. Closing it lets the microphone go. */
export function inputLevel(stream: MediaStream): { read: () => number; close: () => void } {
  const context = new AudioContext();
  // Longer than the pause between two looks, so that no word falls in between.
  const analyser = new AnalyserNode(context, { fftSize: 8192 });
  new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read() {
      analyser.getFloatTimeDomainData(samples);
      return loudness(samples);
    },
    close() {
      stream.getTracks().forEach((track) => track.stop());
      void context.close();
    },
  };
}
