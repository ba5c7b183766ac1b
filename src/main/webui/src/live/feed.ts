import { learnServerTime } from '../time/now';

/** One message of the live feed; `seq` is absent on what is not worth replaying (positions, telephony, heartbeat). */
export interface LiveMessage {
  readonly seq?: number | null;
  readonly at?: string;
  readonly type: string;
  readonly data?: unknown;
}

interface Hello extends LiveMessage {
  readonly epoch: string;
  readonly seq: number;
  readonly resumed: boolean;
}

export interface FeedListener {
  message(message: LiveMessage): void;
  /** The server could not continue where we were: what the page knows must be asked again. */
  gap(): void;
  connected(): void;
  lost(): void;
  /** The session ended, or the person's rights changed: who sits here must be asked again. */
  sessionChanged(): void;
}

/** What the feed needs from the outside; tests bring their own. */
export interface FeedTools {
  open(url: string): WebSocket;
  schedule(action: () => void, millis: number): () => void;
  random(): number;
}

const browserTools: FeedTools = {
  open: (url) => new WebSocket(url),
  schedule(action, millis) {
    const timer = setTimeout(action, millis);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** After this much silence the service is asked whether it is there; normally something comes every two seconds. */
export const SILENCE_MILLIS = 8000;
/** When the question stays unanswered this long, the connection is dead. */
export const PATIENCE_MILLIS = 6000;
/** Close codes of the service that are about the session and not about the network. */
const SESSION_CODES = [4401, 4409];
const FIRST_RETRY_MILLIS = 500;
const LONGEST_RETRY_MILLIS = 10_000;

/**
 * The live feed with resume: it names the last sequence it saw and the epoch it belongs to. When the service cannot
 * continue from there, it says so and the page asks for everything again.
 */
export class LiveFeed {
  private socket: WebSocket | null = null;
  private epoch: string | null = null;
  private lastSeq = 0;
  private failures = 0;
  private cancelTimer: () => void = () => undefined;
  private closed = false;

  constructor(
    private readonly base: string,
    private readonly listener: FeedListener,
    private readonly tools: FeedTools = browserTools,
  ) {}

  start(): void {
    this.closed = false;
    this.connect();
  }

  stop(): void {
    this.closed = true;
    this.cancelTimer();
    this.drop();
  }

  /** Tries at once instead of waiting for the next turn. */
  retryNow(): void {
    this.cancelTimer();
    this.drop();
    this.connect();
  }

  send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private connect(): void {
    const since = this.epoch === null ? '' : `?epoch=${encodeURIComponent(this.epoch)}&since=${this.lastSeq}`;
    const socket = this.tools.open(this.base + since);
    this.socket = socket;
    socket.onmessage = (event) => this.socket === socket && this.receive(String(event.data));
    socket.onclose = (event) => {
      if (this.socket !== socket) return;
      if (SESSION_CODES.includes(event.code)) this.listener.sessionChanged();
      this.failed();
    };
    this.watchSilence();
  }

  private receive(text: string): void {
    this.watchSilence();
    const message = JSON.parse(text) as LiveMessage;
    if (message.at !== undefined) learnServerTime(message.at);
    if (message.type === 'hello') this.greet(message as Hello);
    else if (message.type === 'ping') this.heartbeat(message, true);
    else if (message.type === 'pong') this.heartbeat(message, false);
    else this.deliver(message);
  }

  private greet(hello: Hello): void {
    this.failures = 0;
    this.epoch = hello.epoch;
    // A resumed feed replays from where we were; otherwise it starts here.
    if (!hello.resumed) this.lastSeq = hello.seq;
    this.listener.connected();
    // Also at the first greeting: what was asked before it may have changed unheard.
    if (!hello.resumed) this.listener.gap();
  }

  private deliver(message: LiveMessage): void {
    if (typeof message.seq === 'number') {
      // After a resume the same message may come twice.
      if (message.seq <= this.lastSeq) return;
      this.lastSeq = message.seq;
    }
    this.listener.message(message);
  }

  /** A heartbeat names the newest sequence, so that a quiet page does not resume from long ago. */
  private heartbeat(message: LiveMessage, isQuestion: boolean): void {
    if (typeof message.seq === 'number') this.lastSeq = Math.max(this.lastSeq, message.seq);
    if (isQuestion) this.send({ type: 'pong' });
  }

  private watchSilence(): void {
    this.cancelTimer();
    this.cancelTimer = this.tools.schedule(() => {
      this.send({ type: 'ping' });
      this.cancelTimer = this.tools.schedule(() => this.failed(), PATIENCE_MILLIS);
    }, SILENCE_MILLIS);
  }

  private failed(): void {
    this.cancelTimer();
    this.drop();
    if (this.closed) return;
    this.listener.lost();
    const longest = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS * 2 ** this.failures);
    this.failures += 1;
    // Half fixed, half drawn: a hundred desks must not return in the same instant.
    this.cancelTimer = this.tools.schedule(() => this.connect(), longest * (0.5 + this.tools.random() / 2));
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}
