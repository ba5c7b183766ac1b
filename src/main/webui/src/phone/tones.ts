import { routeTo, useDevices } from './devices';

/** A tone through a chosen device, made here: nothing has to be fetched. Returns what ends it. */
function play(device: string, pattern: (gain: AudioParam, at: number) => void, hertz: number): () => void {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  const out = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(volume).connect(out);
  pattern(volume.gain, context.currentTime);
  oscillator.start();
  const element = new Audio();
  element.srcObject = out.stream;
  void routeTo(element, device).then(() => element.play().catch(() => undefined));
  return () => {
    element.pause();
    void context.close();
  };
}

const RINGS = 60;

/** China's ringing: a second of tone, four of silence. */
export function ring(): () => void {
  return play(
    useDevices.getState().chosen.ring,
    (gain, at) => {
      for (let each = 0; each < RINGS; each++) {
        gain.setValueAtTime(0.25, at + each * 5);
        gain.setValueAtTime(0, at + each * 5 + 1);
      }
    },
    450,
  );
}

/** One second of tone where people speak: is this the headset I wear? */
export function testTone(): () => void {
  return play(
    useDevices.getState().chosen.talk,
    (gain, at) => {
      gain.setValueAtTime(0.2, at);
      gain.setValueAtTime(0, at + 1);
    },
    660,
  );
}
