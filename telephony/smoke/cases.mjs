// Each case is one story of the hotline, its name is the name of its fixture.
import { check } from './stage.mjs';

const DRIVER = '13800138001';
const OTHER_DRIVER = '13900139002';
const CUSTOMER = '13700137003';
const DUTY_PHONE = '02988880001';

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

export const cases = {
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

  async 'callback-answered'(stage) {
    const operator = await stage.answers('1001');
    await stage.answers('outbound', { answerMs: 700, talkMs: 1000 });
    await stage.callback('callback-1', CUSTOMER);
    const outcome = await stage.awaits({ Event: 'UserEvent', UserEvent: 'RescuelineCallback' });
    check(outcome.Uniqueid === 'callback-1' || outcome.DialStatus === 'ANSWER', 'the callback tells its outcome');
    await operator.succeeded();
  },

  async 'spot-check-answered'(stage) {
    const duty = await stage.answers('outbound', { answerMs: 1200 });
    await stage.spotCheck('spot-check-1', DUTY_PHONE);
    await duty.succeeded();
    stage.only({ Event: 'OriginateResponse', Uniqueid: 'spot-check-1', Response: 'Success' });
  },

  async 'spot-check-no-answer'(stage) {
    await stage.phone('outbound', 'rings-out');
    await stage.spotCheck('spot-check-2', DUTY_PHONE, { ringMs: 2000 });
    await stage.awaits({ Event: 'OriginateResponse', Response: 'Failure' });
  },

  async 'spot-check-busy'(stage) {
    await stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 486 });
    await stage.spotCheck('spot-check-3', DUTY_PHONE);
    await stage.awaits({ Event: 'OriginateResponse', Response: 'Failure' });
  },
};
