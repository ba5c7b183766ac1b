// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  LiveFeed,
  PATIENCE_MILLIS,
  SILENCE_MILLIS,
  type FeedTools,
  type LiveMessage,
} from '../src/live/feed';

/** A socket whose other end is the test. */
class FakeSocket {
  readyState: number = WebSocket.OPEN;
  readonly sent: string[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(readonly url: string) {}
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.readyState = WebSocket.CLOSED;
  }
  hear(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

describe('the live feed', () => {
  let sockets: FakeSocket[];
  let waits: { action: () => void; millis: number; cancelled: boolean }[];
  let heard: LiveMessage[];
  let told: string[];
  let feed: LiveFeed;
  const last = () => sockets.at(-1) as FakeSocket;
  const pendingWait = () => waits.findLast((wait) => !wait.cancelled) as (typeof waits)[number];

  beforeEach(() => {
    sockets = [];
    waits = [];
    heard = [];
    told = [];
    const tools: FeedTools = {
      open(url) {
        sockets.push(new FakeSocket(url));
        return last() as unknown as WebSocket;
      },
      schedule(action, millis) {
        const wait = { action, millis, cancelled: false };
        waits.push(wait);
        return () => {
          wait.cancelled = true;
        };
      },
      random: () => 1,
    };
    const listener = {
      message: (message: LiveMessage) => heard.push(message),
      gap: () => told.push('gap'),
      connected: () => told.push('connected'),
      lost: () => told.push('lost'),
      sessionChanged: () => told.push('session'),
    };
    feed = new LiveFeed('ws://desk/live', listener, tools);
    feed.start();
  });

  function greet(resumed: boolean, seq: number, epoch = 'a') {
    last().hear({ type: 'hello', epoch, seq, resumed });
  }

  it('begins without a place to resume from, and has everything asked once it is greeted', () => {
    expect(last().url).toBe('ws://desk/live');
    greet(false, 40);
    expect(told).toEqual(['connected', 'gap']);
  });

  it('names epoch and last sequence when it returns, and asks nothing when it may go on', () => {
    greet(false, 40);
    last().hear({ type: 'call', seq: 41, data: {} });
    last().onclose?.({ code: 1006 });
    pendingWait().action();
    expect(last().url).toBe('ws://desk/live?epoch=a&since=41');
    greet(true, 43);
    expect(told).toEqual(['connected', 'gap', 'lost', 'connected']);
  });

  it('hears what was missed once, even when it comes twice', () => {
    greet(false, 40);
    last().hear({ type: 'call', seq: 41, data: 'x' });
    last().hear({ type: 'call', seq: 41, data: 'x' });
    last().hear({ type: 'telephony', data: 'unsequenced' });
    expect(heard.map((message) => message.type)).toEqual(['call', 'telephony']);
  });

  it('asks for everything again when the service began another epoch', () => {
    greet(false, 40);
    last().onclose?.({ code: 1006 });
    pendingWait().action();
    greet(false, 2, 'b');
    last().hear({ type: 'call', seq: 3, data: {} });
    expect(told.at(-1)).toBe('gap');
    expect(heard).toHaveLength(1);
  });

  it('waits longer after each failure, and not longer than ten seconds', () => {
    const millis = Array.from({ length: 7 }, () => {
      last().onclose?.({ code: 1006 });
      const wait = pendingWait();
      wait.action();
      return wait.millis;
    });
    expect(millis).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it('asks a silent service whether it is there, and gives it up when it does not answer', () => {
    greet(false, 40);
    const silence = pendingWait();
    expect(silence.millis).toBe(SILENCE_MILLIS);
    silence.action();
    expect(last().sent).toEqual(['{"type":"ping"}']);
    expect(told).not.toContain('lost');
    const patience = pendingWait();
    expect(patience.millis).toBe(PATIENCE_MILLIS);
    patience.action();
    expect(told.at(-1)).toBe('lost');
    expect(sockets[0]?.readyState).toBe(WebSocket.CLOSED);
  });

  it('remembers the sequence that a heartbeat names', () => {
    greet(false, 40);
    last().hear({ type: 'ping', seq: 77 });
    last().onclose?.({ code: 1006 });
    pendingWait().action();
    expect(last().url).toContain('since=77');
  });

  it('has the session asked for again when the service closed it for the session', () => {
    greet(false, 40);
    last().onclose?.({ code: 4401 });
    expect(told).toContain('session');
  });

  it('answers a heartbeat', () => {
    last().hear({ type: 'ping' });
    expect(last().sent).toEqual(['{"type":"pong"}']);
  });

  it('stays away once it was stopped', () => {
    greet(false, 40);
    feed.stop();
    expect(waits.every((wait) => wait.cancelled)).toBe(true);
    expect(told).not.toContain('lost');
  });
});
