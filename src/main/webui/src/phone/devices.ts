import { create } from 'zustand';

/** Where it rings, where it speaks, and what it hears. An empty id is the system's own choice. */
export interface Devices {
  readonly ring: string;
  readonly talk: string;
  readonly microphone: string;
}

const KEPT_AS = 'rescueline.devices';
const NONE: Devices = { ring: '', talk: '', microphone: '' };

function kept(): Devices {
  try {
    return { ...NONE, ...(JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as Partial<Devices>) };
  } catch {
    return NONE;
  }
}

interface DeviceStore {
  readonly chosen: Devices;
  readonly known: readonly MediaDeviceInfo[];
  readonly choose: (what: keyof Devices, id: string) => void;
  readonly look: () => Promise<void>;
}

/** The devices of this browser. The choice belongs to the place, not to the person, so it stays in the browser. */
export const useDevices = create<DeviceStore>((set, get) => ({
  chosen: kept(),
  known: [],
  choose(what, id) {
    const chosen = { ...get().chosen, [what]: id };
    localStorage.setItem(KEPT_AS, JSON.stringify(chosen));
    set({ chosen });
  },
  async look() {
    if (!('mediaDevices' in navigator)) return;
    set({ known: await navigator.mediaDevices.enumerateDevices() });
  },
}));

/** What to ask the browser for: the chosen microphone, cleaned of echo and noise. */
export function microphoneWish(): MediaStreamConstraints {
  const { microphone } = useDevices.getState().chosen;
  const device = microphone === '' ? {} : { deviceId: { ideal: microphone } };
  return { audio: { ...device, echoCancellation: true, noiseSuppression: true }, video: false };
}

/** Sends an element's sound to a device, where the browser can; elsewhere it sounds where the system says. */
export async function routeTo(element: HTMLAudioElement, device: string): Promise<void> {
  if (!('setSinkId' in element)) return;
  // A headset that was pulled out is not there any more: then the system's own choice is right.
  await element.setSinkId(device).catch(() => element.setSinkId(''));
}
