// The parts a case plays with: free ports, SIPp processes, the Asterisk instance.
import { spawn } from 'node:child_process';
import dgram from 'node:dgram';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const telephony = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export function freeTcpPort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export function freeUdpPort() {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket('udp4').once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** SIPp takes this port for sound and the second one after it for video. */
async function freeMediaPort() {
  for (;;) {
    const port = await freeUdpPort();
    if (port < 65000 && !(await isUdpPortTaken(port + 2))) return port;
  }
}

/** Waits for a condition, looking again every 20 ms. */
export async function until(what, condition, within = 15000) {
  const end = Date.now() + within;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${within} ms in vain until ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let out = '';
    let err = '';
    child.stdout.on('data', data => (out += data));
    child.stderr.on('data', data => (err += data));
    child.once('error', reject);
    child.once('close', code => (code === 0 ? resolve(out.trim()) : reject(new Error(`${command}: ${err || out}`))));
  });
}

export async function startAsterisk(directory, options, environment) {
  const args = ['--instance', directory];
  for (const [name, value] of options) args.push(`--${name}`, String(value));
  await run(path.join(telephony, 'local/start.sh'), args, { env: { ...process.env, ...environment } });
  return {
    directory,
    cli: command => run(path.join(telephony, 'local/cli.sh'), ['--instance', directory, command]),
    stop: () => run(path.join(telephony, 'local/stop.sh'), ['--instance', directory]),
    celFile: path.join(directory, 'log/cel-custom/cel.csv'),
  };
}

/** A FastAGI server that speaks as the given function wants it to. */
export async function fastAgi(port, speak) {
  const sockets = new Set();
  const server = net.createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {}).setEncoding('utf8');
    speak(socket);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return () => new Promise(resolve => {
    sockets.forEach(socket => socket.destroy());
    server.close(resolve);
  });
}

/** One SIPp process playing one scenario, `calls` times at most. */
export class Sipp {
  constructor(sipp, workDirectory) {
    this.sipp = sipp;
    this.workDirectory = workDirectory;
    this.running = new Set();
  }

  async play(scenario, { to, port, service, keys = {}, set = {}, calls = 1, more = [] }) {
    const local = port ?? (await freeUdpPort());
    const errors = path.join(this.workDirectory, `sipp-${scenario}-${local}-${Date.now()}.err`);
    const args = [`127.0.0.1:${to}`, '-sf', path.join(telephony, 'sipp', `${scenario}.xml`), '-i', '127.0.0.1',
      '-p', String(local), '-mp', String(await freeMediaPort()), '-m', String(calls), '-nostdin',
      '-timeout', '60', '-timeout_error', '-trace_err', '-error_file', errors];
    if (service) args.push('-s', service);
    for (const [name, value] of Object.entries(keys)) args.push('-key', name, String(value));
    for (const [name, value] of Object.entries(set)) args.push('-set', name, String(value));
    args.push(...more);
    const words = fs.openSync(errors.replace(/err$/, 'out'), 'w');
    const child = spawn(this.sipp, args, { stdio: ['ignore', 'ignore', words], cwd: this.workDirectory });
    fs.closeSync(words);
    this.running.add(child);
    let hasEnded = false;
    const ended = new Promise(resolve => child.once('close', code => {
      hasEnded = true;
      this.running.delete(child);
      resolve(code);
    }));
    const succeeded = async () => {
      const code = await ended;
      if (code !== 0) {
        const words = fs.existsSync(errors) ? fs.readFileSync(errors, 'utf8') : 'no words';
        throw new Error(`SIPp scenario ${scenario} ended with ${code}: ${words.slice(0, 600)}`);
      }
    };
    const isPhone = scenario.startsWith('phone-') && scenario !== 'phone-registers';
    if (isPhone) {
      await until(`${scenario} listens on ${local}`, () => isUdpPortTaken(local) || hasEnded);
      if (hasEnded) throw new Error(`SIPp could not play ${scenario} on port ${local}, see ${errors}`);
    }
    return { ended, hasEnded: () => hasEnded, succeeded };
  }

  async stopAll() {
    await Promise.all([...this.running].map(child => new Promise(resolve => {
      child.once('close', resolve);
      child.kill('SIGKILL');
    })));
  }
}

/** Asked of the system's own list where there is one: trying to bind the port would now and then be in the phone's way. */
async function isUdpPortTaken(port) {
  const list = '/proc/net/udp';
  if (fs.existsSync(list)) {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    return fs.readFileSync(list, 'utf8').split('\n').some(line => line.trim().split(/\s+/)[1]?.endsWith(`:${hex}`));
  }
  return new Promise(resolve => {
    const socket = dgram.createSocket('udp4');
    socket.once('error', () => resolve(true));
    socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(false)));
  });
}
