// A small AMI client for the smoke test: one connection that reads events or gives actions.
import net from 'node:net';

/** Splits one AMI message into its headers; a header that comes twice keeps all values, joined by a line feed. */
export function headersOf(text) {
  const headers = {};
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value;
  }
  return headers;
}

function matches(headers, wanted) {
  return Object.entries(wanted).every(([name, value]) =>
    value instanceof RegExp ? value.test(headers[name] ?? '') : headers[name] === String(value));
}

export class Ami {
  /** Everything received so far: { text, headers }, oldest first. */
  received = [];
  #socket;
  #rest = '';
  #waiting = new Set();
  #nextAction = 1;

  static async login({ port, username, secret, events }) {
    const ami = new Ami();
    await ami.#connect(port);
    const answer = await ami.action('Login', { Username: username, Secret: secret, Events: events ? 'on' : 'off' });
    if (answer.Response !== 'Success') throw new Error(`AMI refuses user ${username}: ${answer.Message}`);
    return ami;
  }

  #connect(port) {
    return new Promise((resolve, reject) => {
      this.#socket = net.connect(port, '127.0.0.1');
      this.#socket.setEncoding('utf8');
      this.#socket.once('error', reject);
      this.#socket.on('data', chunk => this.#take(chunk));
      this.#socket.once('connect', resolve);
    });
  }

  #take(chunk) {
    this.#rest += chunk;
    this.#rest = this.#rest.replace(/^Asterisk Call Manager[^\r\n]*\r\n/, '');
    let end;
    while ((end = this.#rest.indexOf('\r\n\r\n')) >= 0) {
      const text = this.#rest.slice(0, end).replaceAll('\r\n', '\n');
      this.#rest = this.#rest.slice(end + 4);
      this.received.push({ text, headers: headersOf(text) });
      for (const look of [...this.#waiting]) look();
    }
  }

  /** The first message at or after position `from` that has these headers; fails after `within` milliseconds. */
  awaitMessage(wanted, { from = 0, within = 15000 } = {}) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.received.slice(from).find(message => matches(message.headers, wanted));
        if (!found) return;
        this.#waiting.delete(look);
        clearTimeout(timer);
        resolve(found.headers);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`no AMI message like ${describe(wanted)} within ${within} ms`));
      }, within);
      this.#waiting.add(look);
      look();
    });
  }

  /** All messages from position `from` on that have these headers. */
  find(wanted, from = 0) {
    return this.received.slice(from).map(message => message.headers).filter(headers => matches(headers, wanted));
  }

  async action(name, headers = {}) {
    const id = `smoke-${this.#nextAction++}`;
    const lines = [`Action: ${name}`, `ActionID: ${id}`];
    for (const [key, value] of Object.entries(headers)) {
      for (const one of Array.isArray(value) ? value : [value]) lines.push(`${key}: ${one}`);
    }
    const from = this.received.length;
    this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    return this.awaitMessage({ ActionID: id, Response: /./ }, { from });
  }

  close() {
    this.#socket.destroy();
  }
}

export function describe(wanted) {
  return JSON.stringify(wanted, (_, value) => (value instanceof RegExp ? String(value) : value));
}
