// Places real calls through a real Asterisk and checks what it says about them.
//
//   node telephony/smoke/run.mjs [--record DIR] [--tools FILE] [--only NAME,NAME...]
//
// --record DIR: what AMI and CEL said of each case is kept as DIR/ami/<case>.txt and DIR/cel/<case>.csv,
// which is how the fixtures under src/test/resources/telephony were made.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ami } from './ami.mjs';
import { cases } from './cases/index.mjs';
import { freeTcpPort, freeUdpPort, Sipp, startAsterisk, telephony } from './parts.mjs';
import { startPostgres } from './postgres.mjs';
import { Stage } from './stage.mjs';

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

function readProperties(file) {
  return Object.fromEntries(fs.readFileSync(file, 'utf8').split('\n').filter(line => line.includes('='))
    .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

const drawSecret = () => randomBytes(18).toString('hex');

/** The exchange, the people around it and everything that must be put away afterwards. */
async function prepare(tools, work, cleanUp) {
  const secrets = {
    SMOKE_SECRET: drawSecret(), SMOKE_ANSWER_SECRET: drawSecret(), SMOKE_PHONE_SECRET: drawSecret(), SMOKE_PG_PASSWORD: drawSecret(),
  };
  const postgres = await startPostgres(work, secrets.SMOKE_PG_PASSWORD);
  if (postgres) cleanUp.push(() => postgres.stop());
  else console.log('No PostgreSQL programs here: what CEL writes to it is not looked at.');
  const ports = {
    sip: await freeUdpPort(), ami: await freeTcpPort(), agi: await freeTcpPort(),
    1001: await freeUdpPort(), 1002: await freeUdpPort(), outbound: await freeUdpPort(), registering: await freeUdpPort(),
  };
  const asterisk = await startAsterisk(path.join(work, 'asterisk'), [
    ['tools', tools], ['sip-port', ports.sip], ['ami-port', ports.ami], ['agi-port', ports.agi],
    // Below the ports that the system gives to those who ask for any, or sound would take a phone's port.
    ['rtp-start', 12000 + Math.floor(Math.random() * 100) * 200],
    ['ami-secret-env', 'SMOKE_SECRET'], ['answer-secret-env', 'SMOKE_ANSWER_SECRET'], ['agent-secret-env', 'SMOKE_PHONE_SECRET'],
    ['agent', `1001=127.0.0.1:${ports[1001]}`], ['agent', `1002=127.0.0.1:${ports[1002]}`], ['agent', '1003'],
    ['outbound', `127.0.0.1:${ports.outbound}`], ['ring-seconds', 3], ...(postgres?.startOptions ?? []),
  ], secrets);
  cleanUp.push(() => asterisk.stop());
  const sipp = new Sipp(readProperties(tools).sipp, work);
  cleanUp.push(() => sipp.stopAll());
  const login = (username, secret, events) => Ami.login({ port: ports.ami, username, secret, events });
  const events = await login('rescueline', secrets.SMOKE_SECRET, true);
  const actions = await login('rescueline', secrets.SMOKE_SECRET, false);
  const answering = await login('rescueline-answer', secrets.SMOKE_ANSWER_SECRET, false);
  cleanUp.push(() => [events, actions, answering].forEach(ami => ami.close()));
  return new Stage({ asterisk, sipp, ports, events, actions, answering, postgres, phoneSecret: secrets.SMOKE_PHONE_SECRET });
}

/** Plays one case; tells whether it went as it should. */
async function playOne(stage, name, play, record) {
  const begun = Date.now();
  try {
    await stage.begin();
    await play(stage);
    await stage.end();
    if (record && !stage.isFault) stage.keep(record, name);
    await stage.leave();
    console.log(`ok   ${name} (${Date.now() - begun} ms)`);
    return true;
  } catch (error) {
    console.log(`FAIL ${name}: ${error.message}`);
    stage.keep(path.join(work, 'failed'), name);
    await stage.abandon();
    return false;
  }
}

const record = option('record');
const only = option('only')?.split(',');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'rescueline-smoke.'));
const cleanUp = [];
const results = [];
try {
  const stage = await prepare(option('tools', path.join(telephony, '../target/telephony-tools.properties')), work, cleanUp);
  for (const [name, play] of Object.entries(cases)) {
    if (!only || only.includes(name)) results.push(await playOne(stage, name, play, record));
  }
} finally {
  for (const step of cleanUp.reverse()) await step();
}
const failed = results.filter(went => !went).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
if (failed === 0) fs.rmSync(work, { recursive: true });
else console.log(`Logs, and what AMI and CEL said of the failed cases, are in ${work}`);
process.exit(failed === 0 && results.length > 0 ? 0 : 1);
