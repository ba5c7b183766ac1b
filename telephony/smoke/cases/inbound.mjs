// Each case is one story of the hotline, its name is the name of its fixture.
import { check } from '../stage.mjs';

const DRIVER = '13800138001';
const OTHER_DRIVER = '13900139002';

async function answered(stage, number) {
  await stage.pause('1002');
  const operator = await stage.answers('1001');
  const caller = await stage.caller(number, DRIVER, { holdMs: 1500 });
  await caller.succeeded();
  await operator.succeeded();
  const joined = stage.only({ Event: 'QueueCallerJoin' });
  check(joined.CallerIDNum === DRIVER && joined.Exten === number, 'the queue knows who calls which number');
  stage.only({ Event: 'AgentConnect', MemberName: '1001', Linkedid: joined.Linkedid });
  stage.only({ Event: 'AgentComplete', Reason: 'caller' });
  stage.none({ Event: 'QueueCallerAbandon' });
}

export const inbound = {
  'answered-400': stage => answered(stage, '4008809818'),
  'answered-800': stage => answered(stage, '8008409818'),

  async 'answered-operator-hangs-up'(stage) {
    await stage.pause('1002');
    await stage.answers('1001', { talkMs: 800 });
    const caller = await stage.caller('4008809818', DRIVER);
    await caller.succeeded();
    stage.only({ Event: 'AgentComplete', Reason: 'agent' });
  },

  async 'abandoned-bye'(stage) {
    await stage.pause('1002');
    await stage.phone('1001', 'rings-out');
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 1500 });
    await caller.succeeded();
    await stage.awaits({ Event: 'QueueCallerAbandon' });
    stage.none({ Event: 'AgentConnect' });
  },

  async 'abandoned-cancel'(stage) {
    await stage.pause('1002');
    await stage.set('ANSWERED_BY', 'agent');
    await stage.phone('1001', 'rings-out');
    const caller = await stage.callerWhoCancels('8008409818', DRIVER, 1500);
    await caller.succeeded();
    await stage.awaits({ Event: 'QueueCallerAbandon' });
    stage.none({ Event: 'AgentConnect' });
  },

  async 'abandoned-nobody-free'(stage) {
    await stage.pause('1001');
    await stage.pause('1002');
    const caller = await stage.caller('4008809818', OTHER_DRIVER, { holdMs: 1000 });
    await caller.succeeded();
    await stage.awaits({ Event: 'QueueCallerAbandon' });
    stage.none({ Event: 'AgentCalled' });
  },

  async 'answered-rings-until-operator'(stage) {
    await stage.pause('1002');
    await stage.set('ANSWERED_BY', 'agent');
    await stage.answers('1001', { answerMs: 800 });
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 1000 });
    await caller.succeeded();
    stage.only({ Event: 'AgentConnect', MemberName: '1001' });
  },

  // The queue rings on after the one who ended last: a call for 1002 first, so that 1001 is next.
  async 'operator-no-answer-then-second'(stage) {
    await stage.makeNext('1001');
    const silent = await stage.phone('1001', 'rings-out');
    const second = await stage.answers('1002', { answerMs: 400 });
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 5500 });
    await caller.succeeded();
    await Promise.all([silent.succeeded(), second.succeeded()]);
    const missed = stage.only({ Event: 'AgentRingNoAnswer', MemberName: '1001' });
    check(Number(missed.RingTime) > 2900 && Number(missed.RingTime) < 3500, 'AgentRingNoAnswer counts milliseconds');
    stage.only({ Event: 'AgentConnect', MemberName: '1002' });
    stage.none({ Event: 'QueueCallerAbandon' });
  },

  async 'operator-refuses-then-second'(stage) {
    await stage.makeNext('1001');
    await stage.phone('1001', 'refuses', { refuse_ms: 300, status: 486 });
    const second = await stage.answers('1002', { answerMs: 400 });
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 3500 });
    await caller.succeeded();
    await second.succeeded();
    stage.only({ Event: 'AgentConnect', MemberName: '1002' });
  },

  // Nobody is free in time: the caller goes on to the second queue, in which nobody is ever paused.
  async 'queue-timeout-then-everyone'(stage) {
    await stage.set('HOTLINE_QUEUE_SECONDS', '2');
    await stage.pause('1001');
    await stage.pause('1002');
    await stage.phone('1001', 'rings-out');
    const second = await stage.answers('1002', { answerMs: 500 });
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 4500 });
    await caller.succeeded();
    await second.succeeded();
    stage.only({ Event: 'QueueCallerAbandon', Queue: 'hotline' });
    stage.only({ Event: 'AgentConnect', Queue: 'everyone', MemberName: '1002' });
  },

  async 'queue-timeout-then-abandoned'(stage) {
    await stage.set('HOTLINE_QUEUE_SECONDS', '1');
    await stage.pause('1001');
    await stage.pause('1002');
    await stage.phone('1001', 'rings-out');
    await stage.phone('1002', 'rings-out');
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 2500 });
    await caller.succeeded();
    await stage.awaits({ Event: 'QueueCallerAbandon', Queue: 'everyone' });
    stage.none({ Event: 'AgentConnect' });
  },

  async 'queue-timeout-then-overflow-number'(stage) {
    await stage.set('HOTLINE_QUEUE_SECONDS', '1');
    await stage.set('OVERFLOW_NUMBER', '02900000000');
    await stage.pause('1001');
    await stage.pause('1002');
    const night = await stage.answers('outbound', { answerMs: 500 });
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 3000 });
    await caller.succeeded();
    await night.succeeded();
    stage.only({ Event: 'DialEnd', DialStatus: 'ANSWER' });
  },

  async 'two-callers-at-once'(stage) {
    await stage.answers('1001', { answerMs: 500 });
    await stage.answers('1002', { answerMs: 900 });
    const first = await stage.caller('4008809818', DRIVER, { holdMs: 2500 });
    const second = await stage.caller('8008409818', OTHER_DRIVER, { holdMs: 2000 });
    await Promise.all([first.succeeded(), second.succeeded()]);
    check(stage.seen({ Event: 'AgentConnect' }).length === 2, 'both callers are answered');
  },

  async 'second-caller-waits-for-the-first'(stage) {
    await stage.pause('1002');
    await stage.answers('1001', { talkMs: 1500, calls: 2 });
    const first = await stage.caller('4008809818', DRIVER);
    await stage.awaits({ Event: 'AgentConnect' });
    const second = await stage.caller('4008809818', OTHER_DRIVER);
    await first.succeeded();
    await second.succeeded();
    check(stage.seen({ Event: 'AgentConnect' }).length === 2, 'both callers are answered');
  },

  // REFER from the desk phone: the caller goes from 1001 to 1002 and keeps his Linkedid.
  async 'transfer-blind'(stage) {
    await stage.pause('1002');
    await stage.phone('1001', 'transfers', { answer_ms: 300, talk_ms: 500 }, { target: '1002' });
    await stage.answers('1002', { answerMs: 400, talkMs: 700 });
    const caller = await stage.caller('4008809818', DRIVER);
    await caller.succeeded();
    stage.only({ Event: 'BlindTransfer', Result: 'Success', Extension: '1002' });
  },

  async 'transfer-by-the-service'(stage) {
    await stage.pause('1002');
    const first = await stage.answers('1001');
    await stage.answers('1002', { answerMs: 400, talkMs: 700 });
    const caller = await stage.caller('4008809818', DRIVER);
    const connected = await stage.awaits({ Event: 'AgentConnect' });
    await stage.awaits({ Event: 'BridgeEnter', Uniqueid: connected.Uniqueid });
    await stage.do('Redirect', { Channel: connected.Channel, Context: 'desk', Exten: '1002', Priority: 1 });
    await caller.succeeded();
    await first.succeeded();
  },

  // The operator asks the colleague first (keys on the desk phone), then hangs up: the caller is handed over.
  async 'transfer-attended'(stage) {
    await stage.pause('1002');
    await stage.phone('1001', 'asks-colleague', { answer_ms: 300, talk_ms: 300, ask_ms: 1500 }, { k1: 1, k2: 0, k3: 0, k4: 2 });
    await stage.answers('1002', { answerMs: 400, talkMs: 3500 });
    const caller = await stage.caller('4008809818', DRIVER);
    await caller.succeeded();
    stage.only({ Event: 'AttendedTransfer', Result: 'Success' });
  },

  // The operator presses a key in the browser, the desk phone answers.
  async 'remote-answer'(stage) {
    await stage.pause('1002');
    const phone = await stage.phone('1001', 'answers-on-notify');
    const caller = await stage.caller('4008809818', DRIVER, { holdMs: 2000 });
    const ringing = await stage.awaits({ Event: 'Newstate', ChannelStateDesc: 'Ringing', Channel: /^PJSIP\/1001-/ });
    const answer = await stage.answering.action('PJSIPNotify', { Channel: ringing.Channel, Variable: 'Event=talk' });
    check(answer.Response === 'Success', `PJSIPNotify is accepted, it said: ${answer.Message}`);
    await caller.succeeded();
    await phone.succeeded();
    stage.only({ Event: 'AgentConnect', MemberName: '1001' });
  },

  async 'caller-without-number'(stage) {
    await stage.pause('1002');
    await stage.answers('1001');
    const caller = await stage.caller('4008809818', 'anonymous', { holdMs: 1000 });
    await caller.succeeded();
    check(stage.only({ Event: 'QueueCallerJoin' }).CallerIDNum === 'anonymous', 'a withheld number is called anonymous');
  },

  // What a caller sends as his number is not to be trusted.
  async 'caller-number-is-hostile'(stage) {
    await stage.pause('1002');
    await stage.answers('1001');
    const caller = await stage.caller('4008809818', '+86138x%22$(id)&;,0013', { holdMs: 1000 });
    await caller.succeeded();
    check(stage.only({ Event: 'QueueCallerJoin' }).CallerIDNum === '+86138', 'only digits and a leading plus are left');
  },

  // What a service that comes late sees: the channels and the queue in the middle of a call.
  async 'snapshot-during-call'(stage) {
    await stage.answers('1001', { talkMs: 2500 });
    await stage.answers('1002', { talkMs: 2500 });
    await stage.caller('4008809818', DRIVER, { holdMs: 2500 });
    await stage.caller('8008409818', '13800138011', { holdMs: 2500 });
    await stage.caller('8008409818', OTHER_DRIVER, { holdMs: 1500 });
    await stage.until('two are answered and one waits', () =>
      stage.seen({ Event: 'BridgeEnter' }).length === 4 && stage.seen({ Event: 'QueueCallerJoin' }).length === 3);
    await stage.snapshot();
  },
};
