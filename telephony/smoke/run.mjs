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
import { Stage } from './stage.mjs';

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

function readProperties(file) {
  return Object.fromEntries(fs.readFileSync(file, 'utf8').split('\n').filter(line => line.includes('='))
    .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

const tools = option('tools', path.join(telephony, '../target/telephony-tools.properties'));
const record = option('record');
const only = option('only')?.split(',');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'rescueline-smoke.'));
const secret = randomBytes(18).toString('hex');
const answerSecret = randomBytes(18).toString('hex');
const phoneSecret = randomBytes(18).toString('hex');
const ports = {
  sip: await freeUdpPort(), ami: await freeTcpPort(), agi: await freeTcpPort(),
  1001: await freeUdpPort(), 1002: await freeUdpPort(), outbound: await freeUdpPort(),
  registering: await freeUdpPort(),
};

const asterisk = await startAsterisk(path.join(work, 'asterisk'), [
  ['tools', tools], ['sip-port', ports.sip], ['ami-port', ports.ami], ['agi-port', ports.agi],
  ['rtp-start', 20000 + Math.floor(Math.random() * 200) * 200], ['ami-secret-env', 'SMOKE_SECRET'], ['answer-secret-env', 'SMOKE_ANSWER_SECRET'],
  ['agent', `1001=127.0.0.1:${ports[1001]}`], ['agent', `1002=127.0.0.1:${ports[1002]}`],
  ['agent', '1003'], ['agent-secret-env', 'SMOKE_PHONE_SECRET'],
  ['outbound', `127.0.0.1:${ports.outbound}`], ['ring-seconds', 3], ...postgresOptions(),
], { SMOKE_SECRET: secret, SMOKE_ANSWER_SECRET: answerSecret, SMOKE_PHONE_SECRET: phoneSecret });

/** RESCUELINE_SMOKE_PG=host:port/database/user, password in RESCUELINE_SMOKE_PG_PASSWORD: CEL goes there as well. */
function postgresOptions() {
  const found = /^([^:]+):(\d+)\/([^/]+)\/([^/]+)$/.exec(process.env.RESCUELINE_SMOKE_PG ?? '');
  if (!found) return [];
  return [['pg-host', found[1]], ['pg-port', found[2]], ['pg-db', found[3]], ['pg-user', found[4]],
    ...(process.env.RESCUELINE_SMOKE_PG_PASSWORD ? [['pg-password-env', 'RESCUELINE_SMOKE_PG_PASSWORD']] : [])];
}

const sipp = new Sipp(readProperties(tools).sipp, work);
let passed = 0;
let failed = 0;
try {
  const events = await Ami.login({ port: ports.ami, username: 'rescueline', secret, events: true });
  const actions = await Ami.login({ port: ports.ami, username: 'rescueline', secret, events: false });
  const answering = await Ami.login({ port: ports.ami, username: 'rescueline-answer', secret: answerSecret, events: false });
  const stage = new Stage({ asterisk, sipp, ports, events, actions, answering, phoneSecret });
  for (const [name, play] of Object.entries(cases)) {
    if (only && !only.includes(name)) continue;
    const begun = Date.now();
    try {
      await stage.begin();
      await play(stage);
      await stage.end();
      if (record && !stage.isFault) stage.keep(record, name);
      await stage.leave();
      passed++;
      console.log(`ok   ${name} (${Date.now() - begun} ms)`);
    } catch (error) {
      failed++;
      console.log(`FAIL ${name}: ${error.message}`);
      if (process.env.SMOKE_KEEP_FAILED) stage.keep(process.env.SMOKE_KEEP_FAILED, name);
      await stage.abandon();
    }
  }
  [events, actions, answering].forEach(ami => ami.close());
} finally {
  await sipp.stopAll();
  await asterisk.stop();
}
console.log(`${passed} passed, ${failed} failed`);
if (failed === 0) fs.rmSync(work, { recursive: true });
else console.log(`Logs are in ${work}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
