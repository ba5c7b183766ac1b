// The stage on which one case plays: who is called, who answers, and what must be seen of it.
import fs from 'node:fs';
import path from 'node:path';
import { describe } from './ami.mjs';
import { fastAgi, until } from './parts.mjs';

export class Stage {
  #from = 0;
  #celFrom = 0;
  #phones = [];
  #quietAt = 0;

  constructor(parts) {
    Object.assign(this, parts);
  }

  /** A case begins: nothing of the one before is seen any more. */
  async begin() {
    await until('the exchange repeats nothing from the case before', () => Date.now() >= this.#quietAt);
    this.#from = this.events.received.length;
    this.#celFrom = this.#celText().length;
    this.changed = [];
    this.isFault = false;
  }

  /** What this case says is of no use as a fixture. */
  notAFixture() {
    this.isFault = true;
  }

  /** A case ends when every channel that it made is gone, in AMI and in CEL. */
  async end() {
    await until('every channel has hung up', () => this.channels().every(channel =>
      this.seen({ Event: 'Hangup', Uniqueid: channel.Uniqueid }).length > 0));
    const calls = new Set(this.channels().map(channel => channel.Linkedid));
    await until('CEL has closed every call', () =>
      [...calls].every(call => this.celRows().some(row => row[1] === 'LINKEDID_END' && row[15] === call)));
    await this.#letPhonesFinish();
  }

  /**
   * A phone that is killed before it has acknowledged the end of its call leaves the exchange repeating itself for
   * eight seconds, to whoever is given the same port next. Only phones that were never called are sent home.
   */
  async #letPhonesFinish() {
    for (const { place, phone } of this.#phones) {
      const called = this.channels().some(channel => channel.Channel.startsWith(`PJSIP/${place}-`));
      if (called) await until(`the phone of ${place} has finished`, () => phone.hasEnded(), 5000);
    }
    this.#phones = [];
  }

  /** A call went where nobody answers at all: the exchange gives that up after eight seconds (timer B). */
  repeatsIntoTheVoid() {
    this.#quietAt = Date.now() + 8500;
  }

  /** After the case was kept: everybody goes home and what it changed is changed back. */
  async leave() {
    this.#phones = [];
    await this.sipp.stopAll();
    await this.#restore();
  }

  /** A case failed: clear the stage for the next one. */
  async abandon() {
    await this.leave();
    for (const channel of this.channels()) await this.actions.action('Hangup', { Channel: channel.Channel });
  }

  async #restore() {
    for (const undo of this.changed.reverse()) await undo();
    this.changed = [];
  }

  channels() {
    return this.seen({ Event: 'Newchannel' });
  }

  // ---- people -------------------------------------------------------------------------------------

  caller(number, from, { holdMs = 60000 } = {}) {
    return this.sipp.play('caller', { to: this.ports.sip, service: number, keys: { caller: from }, set: { hold_ms: holdMs } });
  }

  callerWhoCancels(number, from, waitMs) {
    return this.sipp.play('caller-cancels', { to: this.ports.sip, service: number, keys: { caller: from }, set: { wait_ms: waitMs } });
  }

  /** A phone behind agent "1001", "1002" or the trunk "outbound". */
  async phone(place, scenario, set = {}, keys = {}, { calls = 1, more = [] } = {}) {
    const phone = await this.sipp.play(`phone-${scenario}`, { to: this.ports.sip, port: this.ports[place], set, keys, calls, more });
    this.#phones.push({ place, phone });
    return phone;
  }

  answers(place, { answerMs = 300, talkMs = 60000, calls = 1 } = {}) {
    return this.phone(place, 'answers', { answer_ms: answerMs, talk_ms: talkMs }, {}, { calls });
  }

  /** Keeps the queue from ringing this phone during the case; the recording starts after that. */
  async pause(agent) {
    await this.#setPaused(agent, true);
    this.changed.push(() => this.#setPaused(agent, false));
    this.forget();
  }

  async #setPaused(agent, paused) {
    const from = this.events.received.length;
    await this.#succeed('QueuePause', { Interface: `PJSIP/${agent}`, Queue: 'hotline', Paused: String(paused) });
    await this.events.awaitMessage({ Event: 'QueueMemberPause', MemberName: agent }, { from });
  }

  /** After a call that the other one took, this one is the next whom the queue rings. */
  async makeNext(agent) {
    const other = agent === '1001' ? '1002' : '1001';
    await this.#setPaused(agent, true);
    await this.answers(other, { answerMs: 50 });
    const caller = await this.caller('4008809818', '13000130000', { holdMs: 500 });
    await caller.succeeded();
    await this.end();
    await this.#setPaused(agent, false);
    await this.sipp.stopAll();
    this.forget();
  }

  /** Changes a global variable of the dialplan for this case. */
  async set(name, value) {
    const before = await this.#succeed('Getvar', { Variable: name });
    await this.#succeed('Setvar', { Variable: name, Value: value });
    this.changed.push(() => this.actions.action('Setvar', { Variable: name, Value: before.Value }));
  }

  /** Routing advice is given by this function for the time of the case. */
  async advice(speak) {
    await this.set('ADVICE_AWAY_UNTIL', '0');
    await this.set('ADVICE_MISSED', '0');
    this.changed.push(await fastAgi(this.ports.agi, speak));
  }

  async #succeed(action, headers) {
    const answer = await this.actions.action(action, headers);
    if (answer.Response !== 'Success') throw new Error(`${action} failed: ${answer.Message}`);
    return answer;
  }

  /** Sends what the next case must not see: used to put things in place before the recording starts. */
  forget() {
    this.#from = this.events.received.length;
    this.#celFrom = this.#celText().length;
  }

  do(action, headers) {
    return this.#succeed(action, headers);
  }

  /** The service's way to call a customer back: the operator first. */
  callback(id, number, { agent = '1001', ringSeconds = 30, operatorMs = 20000 } = {}) {
    return this.do('Originate', {
      Channel: `PJSIP/${agent}`, Context: 'callback', Exten: number, Priority: 1, Timeout: operatorMs, Async: 'true',
      ChannelId: id, CallerID: `<${number}>`,
      Variable: ['RESCUELINE_CALLER_ID=4008809818', `RESCUELINE_RING_SECONDS=${ringSeconds}`],
    });
  }

  /** The service's way to check a duty phone. */
  spotCheck(id, number, { ringMs = 20000, keySeconds = 2, record = false } = {}) {
    return this.do('Originate', {
      Channel: `PJSIP/${number}@outbound`, Context: 'spot-check', Exten: 'check', Priority: 1, Timeout: ringMs, Async: 'true',
      ChannelId: id, CallerID: '<4008809818>', 
      Variable: [`RESCUELINE_KEY_SECONDS=${keySeconds}`, `RESCUELINE_RECORD=${record ? 'yes' : 'no'}`],
    });
  }

  // ---- what is seen ----------------------------------------------------------------------------------

  seen(wanted) {
    return this.events.find(wanted, this.#from);
  }

  awaits(wanted, within) {
    return this.events.awaitMessage(wanted, { from: this.#from, within });
  }

  /** The one message like this; fails when there is none or more than one. */
  only(wanted) {
    const found = this.seen(wanted);
    if (found.length !== 1) throw new Error(`expected one message like ${describe(wanted)}, saw ${found.length}`);
    return found[0];
  }

  none(wanted) {
    const found = this.seen(wanted);
    if (found.length) throw new Error(`expected no message like ${describe(wanted)}, saw ${found.length}`);
  }

  until(what, condition, within) {
    return until(what, condition, within);
  }

  /** Asks on the events' own connection what goes on now, so that the answers stand between the events. */
  async snapshot() {
    await this.events.action('CoreShowChannels');
    await this.awaits({ Event: 'CoreShowChannelsComplete' });
    await this.events.action('QueueStatus', { Queue: 'hotline' });
    await this.awaits({ Event: 'QueueStatusComplete' });
  }

  celRows() {
    return parseCsv(this.#celText().slice(this.#celFrom));
  }

  #celText() {
    const file = this.asterisk.celFile;
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  keep(directory, name) {
    fs.mkdirSync(path.join(directory, 'ami'), { recursive: true });
    fs.mkdirSync(path.join(directory, 'cel'), { recursive: true });
    const messages = this.events.received.slice(this.#from).map(message => message.text);
    fs.writeFileSync(path.join(directory, 'ami', `${name}.txt`), `${messages.join('\n\n')}\n\n`);
    fs.writeFileSync(path.join(directory, 'cel', `${name}.csv`), this.#celText().slice(this.#celFrom));
  }
}

function parseCsv(text) {
  return text.split('\n').filter(line => line).map(line =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(field => field[1].replaceAll('""', '"')));
}

export function check(condition, sentence) {
  if (!condition) throw new Error(sentence);
}
