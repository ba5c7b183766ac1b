// What must not go wrong: a silent service, callers who want elsewhere, rights that are too wide.
import fs from 'node:fs';
import path from 'node:path';
import { check } from '../stage.mjs';

const DRIVER = '13800138001';

/** Milliseconds between the caller's channel and its place in the queue. */
function millisUntilQueued(stage) {
  const begun = stage.seen({ Event: 'Newchannel', Channel: /hotline-trunk/ })[0];
  const queued = stage.only({ Event: 'QueueCallerJoin' });
  return (Number(queued.Timestamp) - Number(begun.Timestamp)) * 1000;
}

async function reachesThePersonInTime(stage, calls = 1) {
  stage.notAFixture();
  await stage.pause('1002');
  await stage.answers('1001', { calls });
  const caller = await stage.caller('4008809818', DRIVER, { holdMs: 1500 });
  await caller.succeeded();
  stage.only({ Event: 'AgentConnect', MemberName: '1001' });
  const millis = millisUntilQueued(stage);
  check(millis < 450, `advice has a deadline of 300 ms, the caller was queued after ${millis.toFixed(0)} ms`);
  return millis;
}

/** The way from the trunk to `number` is closed: no channel comes to life. */
async function isRefused(stage, number, headers) {
  stage.notAFixture();
  const caller = await stage.sipp.play('caller-refused', {
    to: stage.ports.sip, service: number, keys: { caller: DRIVER, trunk: headers },
  });
  await caller.succeeded();
  stage.none({ Event: 'QueueCallerJoin' });
  stage.none({ Event: 'DialBegin' });
}

/** The largest sample of a 16-bit mono WAV file. */
function loudest(file) {
  const sound = fs.readFileSync(file).subarray(44);
  let found = 0;
  for (let at = 0; at + 1 < sound.length; at += 2) found = Math.max(found, Math.abs(sound.readInt16LE(at)));
  return found;
}

async function isDenied(stage, ami, action, headers) {
  const answer = await ami.action(action, headers);
  check(answer.Response === 'Error' && /permission denied|forbidden/i.test(answer.Message),
    `${action} ${JSON.stringify(headers)} must be denied, it said ${answer.Response}: ${answer.Message}`);
}

export const faults = {
  async 'advice-is-refused'(stage) {
    const millis = await reachesThePersonInTime(stage);
    check(millis < 100, `a service that is down costs nothing, it cost ${millis.toFixed(0)} ms`);
  },

  async 'advice-is-silent'(stage) {
    await stage.advice(() => {});
    const millis = await reachesThePersonInTime(stage);
    check(millis > 280, `the caller waited for the deadline, not ${millis.toFixed(0)} ms`);
  },

  async 'advice-never-ends'(stage) {
    await stage.advice(socket => socket.on('data', () => socket.write('NOOP more\n')));
    const millis = await reachesThePersonInTime(stage);
    check(millis > 280, `the caller waited for the deadline, not ${millis.toFixed(0)} ms`);
  },

  // One miss is a busy moment; after three the service is away, and only one call in five seconds asks again.
  async 'advice-is-not-asked-while-away'(stage) {
    let asked = 0;
    await stage.advice(() => asked++);
    await reachesThePersonInTime(stage, 4);
    for (let further = 0; further < 3; further++) {
      const caller = await stage.caller('4008809818', DRIVER, { holdMs: 800 });
      await caller.succeeded();
    }
    check(asked === 3, `the fourth call did not ask, there were ${asked} questions`);
  },

  async 'advice-raises-the-place'(stage) {
    stage.notAFixture();
    await stage.pause('1001');
    await stage.pause('1002');
    await stage.advice(socket => {
      let heard = '';
      socket.on('data', chunk => {
        heard += chunk;
        if (!heard.includes('\n\n')) return;
        socket.removeAllListeners('data');
        const isFirst = heard.includes(`agi_callerid: ${DRIVER}`);
        socket.once('data', () => socket.end());
        socket.write(`SET VARIABLE RESCUELINE_PRIORITY "${isFirst ? '0' : '5;x'}"\n`);
      });
    });
    const first = await stage.caller('4008809818', DRIVER, { holdMs: 1500 });
    await stage.awaits({ Event: 'QueueCallerJoin', CallerIDNum: DRIVER });
    const second = await stage.caller('4008809818', '13900139002', { holdMs: 1000 });
    const joined = await stage.awaits({ Event: 'QueueCallerJoin', CallerIDNum: '13900139002' });
    check(joined.Position === '1', `the second caller stands first, not ${joined.Position}`);
    await Promise.all([first.succeeded(), second.succeeded()]);
  },

  'trunk-cannot-reach-a-desk-phone': stage => isRefused(stage, '1001', 'X-Trunk: hotline'),
  'trunk-cannot-reach-the-outside': stage => isRefused(stage, '13700137003', 'X-Trunk: hotline'),
  'trunk-cannot-reach-the-check': stage => isRefused(stage, 'check', 'X-Trunk: hotline'),
  'stranger-cannot-reach-the-hotline': stage => isRefused(stage, '4008809818', 'X-Nothing: here'),

  async 'service-may-not-run-programs'(stage) {
    stage.notAFixture();
    const local = { Channel: 'Local/4008809818@hotline', Async: 'true' };
    for (const application of ['System', 'TrySystem', 'AGI', 'EAGI', 'Exec', 'TryExec', 'ExternalIVR', 'MixMonitor']) {
      await isDenied(stage, stage.actions, 'Originate', { ...local, Application: application, Data: 'true' });
    }
    await isDenied(stage, stage.actions, 'Command', { Command: 'core show version' });
    await isDenied(stage, stage.actions, 'ModuleLoad', { LoadType: 'reload' });
    await isDenied(stage, stage.actions, 'DBPut', { Family: 'a', Key: 'b', Val: 'c' });
    await isDenied(stage, stage.actions, 'UpdateConfig', { SrcFilename: 'manager.conf', DstFilename: 'manager.conf' });
    await isDenied(stage, stage.actions, 'DialplanExtensionAdd', { Context: 'hotline', Extension: '1', Priority: '1', Application: 'NoOp' });
    await isDenied(stage, stage.actions, 'MixMonitor', { Channel: 'PJSIP/x', File: 'x', Command: 'true' });
    await isDenied(stage, stage.actions, 'PJSIPNotify', { Channel: 'PJSIP/x', Variable: 'Event=talk' });
    await isDenied(stage, stage.answering, 'Originate', { ...local, Context: 'hotline', Exten: '4008809818', Priority: 1 });
    await isDenied(stage, stage.answering, 'Command', { Command: 'core show version' });
  },

  // The beep goes out as sound, the duty phone echoes it, the recording holds it.
  async 'spot-check-is-recorded'(stage) {
    stage.notAFixture();
    const duty = await stage.phone('outbound', 'answers', { answer_ms: 200, talk_ms: 60000 }, {}, { more: ['-rtp_echo'] });
    await stage.spotCheck('spot-check-recorded', '02988880001', { record: true });
    await duty.succeeded();
    const file = path.join(stage.asterisk.directory, 'spool/monitor/spot-check-recorded.wav');
    await stage.until('the recording is longer than half a second', () => fs.existsSync(file) && fs.statSync(file).size > 44 + 8000);
    check(loudest(file) > 1000, 'the recording is not silent');
  },

  // What stands in the file stands in PostgreSQL as well, to the microsecond; the exchange's role may not read it.
  async 'cel-is-in-postgresql'(stage) {
    stage.notAFixture();
    if (!stage.postgres) return;
    await stage.pause('1002');
    await stage.answers('1001');
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 700 });
    await caller.succeeded();
    await stage.end();
    const call = stage.only({ Event: 'QueueCallerJoin' }).Linkedid;
    const inFile = stage.celRows().filter(row => row[15] === call).map(row => [row[0], row[1], row[3], row[14]].join('|'));
    const inTable = () => stage.postgres.query(`select extract(epoch from eventtime)::numeric(16,6), eventtype, cid_num, uniqueid
      from cel where linkedid = '${call}' order by id`).split('\n');
    await stage.until('the table has what the file has', () => inTable().join('\n') === inFile.join('\n'));
    check(!stage.postgres.mayRead(), 'the role of Asterisk may only insert');
  },

  // A desk phone registers with its password; another password is refused and nothing rings there.
  async 'desk-phone-registers'(stage) {
    stage.notAFixture();
    const register = secret => stage.sipp.play('phone-registers', {
      to: stage.ports.sip, port: stage.ports.registering, service: '1003', more: ['-au', '1003', '-ap', secret],
    });
    const stranger = await register('wrong');
    check((await stranger.ended) !== 0, 'a wrong password is refused');
    const phone = await register(stage.phoneSecret);
    await phone.succeeded();
    await stage.awaits({ Event: 'ContactStatus', AOR: '1003' });
    await stage.pause('1001');
    await stage.pause('1002');
    const operator = await stage.phone('registering', 'answers', { answer_ms: 300, talk_ms: 60000 });
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 1500 });
    await caller.succeeded();
    await operator.succeeded();
    stage.only({ Event: 'AgentConnect', MemberName: '1003' });
  },
};
