import type { RTCSession } from 'jssip/lib/RTCSession';
import type { UA } from 'jssip';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import { create } from 'zustand';
import type { SignOn } from '../api/types';
import { microphoneWish, routeTo, useDevices } from './devices';
import { ring } from './tones';

export type Registration = 'off' | 'connecting' | 'ready' | 'lost' | 'refused';

interface SoftPhoneState {
  readonly registration: Registration;
  readonly line: 'idle' | 'ringing' | 'talking';
  /** Who rings, as the exchange says; only digits and a plus. */
  readonly number: string | null;
  readonly held: boolean;
  readonly muted: boolean;
  /** Why the last call could not be taken, in the library's word, such as `User Denied Media Access`. */
  readonly problem: string | null;
}

const IDLE = { line: 'idle', number: null, held: false, muted: false } as const;

/** What the phone in this page does. */
export const useSoftPhone = create<SoftPhoneState>(() => ({ registration: 'off', ...IDLE, problem: null }));

/** The browser knows its own addresses at once; only a missing STUN server would keep it looking. */
const GATHER_MILLIS = 400;

/** A call that was ordered from this page rings back within this time, and is taken without a key. */
const EXPECT_MILLIS = 30_000;

/** After this a change that the library would not take yet is tried again. */
const AGAIN_MILLIS = 100;

const speaker = new Audio();
speaker.autoplay = true;

let agent: UA | null = null;
let session: RTCSession | null = null;
let wishesHold = false;
let iceServers: readonly string[] = [];
let stopRinging: () => void = () => undefined;
let expected: { readonly digits: string; readonly until: number } | null = null;

/** The library declares these words as an enum that does not exist when the page runs. */
const isBy = (originator: string, side: 'local' | 'remote') => originator === side;

const digitsOf = (number: string) => number.replace(/\D/g, '').slice(-8);

/** Signs on with the exchange. A phone that is signed on already only learns the new secret. */
export async function signOn(given: SignOn): Promise<void> {
  iceServers = given.iceServers;
  if (agent !== null) {
    agent.set('password', given.secret);
    if (!agent.isRegistered()) agent.register();
    return;
  }
  const { UA, WebSocketInterface } = await import('jssip');
  const made = new UA({
    sockets: [new WebSocketInterface(given.socket)],
    uri: given.uri,
    authorization_user: given.username,
    password: given.secret,
    realm: given.realm,
    register_expires: 60,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 8,
  });
  made.on('connecting', () => useSoftPhone.setState({ registration: 'connecting' }));
  made.on('registered', () => useSoftPhone.setState({ registration: 'ready' }));
  made.on('disconnected', () => useSoftPhone.setState({ registration: 'lost' }));
  made.on('registrationFailed', () => useSoftPhone.setState({ registration: 'refused' }));
  made.on('newRTCSession', ({ originator, session: offered }: RTCSessionEvent) => {
    if (isBy(originator, 'remote')) take(offered);
  });
  agent = made;
  made.start();
}

/** Signs off. A call in progress ends with it. */
export function signOff(): void {
  agent?.stop();
  agent = null;
  stopRinging();
  useSoftPhone.setState({ registration: 'off', ...IDLE });
}

function take(offered: RTCSession): void {
  if (session !== null) {
    offered.terminate({ status_code: 486 });
    return;
  }
  session = offered;
  wishesHold = false;
  const number = offered.remote_identity.uri.user;
  useSoftPhone.setState({ ...IDLE, line: 'ringing', number, problem: null });
  stopRinging = ring();
  offered.on('peerconnection', ({ peerconnection }) => hear(peerconnection));
  offered.on('icecandidate', ({ ready }) => void setTimeout(ready, GATHER_MILLIS));
  offered.on('accepted', () => {
    stopRinging();
    useSoftPhone.setState({ line: 'talking' });
  });
  offered.on('hold', ({ originator }) => {
    if (isBy(originator, 'local')) useSoftPhone.setState({ held: true });
  });
  offered.on('unhold', ({ originator }) => {
    if (isBy(originator, 'local')) useSoftPhone.setState({ held: false });
  });
  offered.on('muted', () => useSoftPhone.setState({ muted: true }));
  offered.on('unmuted', () => useSoftPhone.setState({ muted: false }));
  offered.on('ended', () => end(null));
  offered.on('failed', ({ originator, cause }) => end(isBy(originator, 'remote') ? null : cause));
  if (expected !== null && Date.now() < expected.until && digitsOf(number) === expected.digits) {
    expected = null;
    answer();
  }
}

function hear(connection: RTCPeerConnection): void {
  connection.addEventListener('track', ({ track, streams }) => {
    speaker.srcObject = streams[0] ?? new MediaStream([track]);
    void routeTo(speaker, useDevices.getState().chosen.talk);
  });
}

function end(problem: string | null): void {
  session = null;
  stopRinging();
  speaker.srcObject = null;
  useSoftPhone.setState({ ...IDLE, problem });
}

/** A call to this number was just ordered from this page. */
export function expectCall(number: string): void {
  expected = { digits: digitsOf(number), until: Date.now() + EXPECT_MILLIS };
}

/** Goes off the hook. */
export function answer(): void {
  stopRinging();
  session?.answer({
    mediaConstraints: microphoneWish(),
    pcConfig: { iceServers: iceServers.map((urls) => ({ urls })) },
  });
}

/** Hangs up, or lets a ringing call go on to somebody else. */
export function hangUp(): void {
  session?.terminate();
}

export function toggleHold(): void {
  wishesHold = !wishesHold;
  followHoldWish();
}

/** While the exchange has not answered the change before, the library takes no other: a second press must not be lost. */
function followHoldWish(): void {
  if (session?.isEstablished() !== true || session.isOnHold().local === wishesHold) return;
  const isTaken = wishesHold ? session.hold() : session.unhold();
  if (!isTaken) setTimeout(followHoldWish, AGAIN_MILLIS);
}

export function toggleMute(): void {
  if (useSoftPhone.getState().muted) session?.unmute({ audio: true });
  else session?.mute({ audio: true });
}

/** Presses a key for the other side's machine, as a sound event beside the voice (RFC 4733). */
export function pressKey(key: string): void {
  session?.sendDTMF(key, { transportType: 'RFC2833' as never });
}

/** Speaks and hears through what was chosen just now, also in the middle of a call. */
export function applyDevices(): void {
  void routeTo(speaker, useDevices.getState().chosen.talk);
  if (session?.isEstablished() !== true) return;
  const sender = session.connection.getSenders().find((each) => each.track?.kind === 'audio');
  if (sender === undefined) return;
  void navigator.mediaDevices
    .getUserMedia(microphoneWish())
    .then((stream) => sender.replaceTrack(stream.getAudioTracks()[0] ?? null))
    .catch(() => undefined);
}
