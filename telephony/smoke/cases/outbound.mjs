// Calls made by the centre: callbacks and spot checks.
import { check } from '../stage.mjs';

const CUSTOMER = '13700137003';
const DUTY_PHONE = '02988880001';

/** What the dialplan says at the end of a callback whose operator answered. */
async function callbackTells(stage, id, dialStatus) {
  const told = await stage.awaits({ Event: 'UserEvent', UserEvent: 'RescuelineCallback' });
  check(told.DialStatus === dialStatus, `the callback tells ${dialStatus}, it said ${told.DialStatus}`);
  check(told.Uniqueid === id && told.Linkedid === id, 'the outcome names the attempt');
}

/** A callback in which the operator answers and the customer does not. */
async function customerCannotBeReached(stage, id, dialStatus, customer) {
  const operator = await stage.answers('1001');
  await customer();
  await stage.callback(id, CUSTOMER, { ringSeconds: 5 });
  await callbackTells(stage, id, dialStatus);
  await operator.succeeded();
}

/** A spot check that is not answered: the response has a reason, the channel's Hangup has the cause. */
async function dutyPhoneCannotBeReached(stage, id, { reason, cause }, options) {
  await stage.spotCheck(id, DUTY_PHONE, options);
  const response = await stage.awaits({ Event: 'OriginateResponse', Uniqueid: id }, 40000);
  check(response.Response === 'Failure' && response.Reason === reason, `Reason is ${reason}, it was ${response.Reason}`);
  const end = await stage.awaits({ Event: 'Hangup', Uniqueid: id });
  check(end.Cause === cause, `Cause is ${cause}, it was ${end.Cause}`);
}

export const outbound = {
  async 'callback-answered'(stage) {
    const operator = await stage.answers('1001');
    await stage.answers('outbound', { answerMs: 700, talkMs: 1000 });
    await stage.callback('callback-answered', CUSTOMER);
    await callbackTells(stage, 'callback-answered', 'ANSWER');
    await operator.succeeded();
  },

  async 'callback-answered-operator-hangs-up'(stage) {
    await stage.answers('1001', { talkMs: 2000 });
    const customer = await stage.answers('outbound', { answerMs: 700 });
    await stage.callback('callback-operator-hangs-up', CUSTOMER);
    await callbackTells(stage, 'callback-operator-hangs-up', 'ANSWER');
    await customer.succeeded();
  },

  'callback-customer-busy': stage => customerCannotBeReached(stage, 'callback-busy', 'BUSY',
    () => stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 486 })),

  'callback-customer-no-answer': stage => customerCannotBeReached(stage, 'callback-no-answer', 'NOANSWER',
    () => stage.phone('outbound', 'rings-out')),

  'callback-customer-switched-off': stage => customerCannotBeReached(stage, 'callback-switched-off', 'NOANSWER',
    () => stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 480 })),

  'callback-customer-unknown-number': stage => customerCannotBeReached(stage, 'callback-unknown-number', 'CHANUNAVAIL',
    () => stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 404 })),

  'callback-carrier-fault': stage => customerCannotBeReached(stage, 'callback-carrier-fault', 'CONGESTION',
    () => stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 503 })),

  // The operator loses patience while the customer's phone rings.
  async 'callback-operator-gives-up'(stage) {
    await stage.answers('1001', { talkMs: 1500 });
    await stage.phone('outbound', 'rings-out');
    await stage.callback('callback-gives-up', CUSTOMER);
    await callbackTells(stage, 'callback-gives-up', 'CANCEL');
  },

  async 'callback-operator-no-answer'(stage) {
    await stage.phone('1001', 'rings-out');
    await stage.callback('callback-no-operator', CUSTOMER, { operatorMs: 1500 });
    const response = await stage.awaits({ Event: 'OriginateResponse', Uniqueid: 'callback-no-operator' });
    check(response.Response === 'Failure' && response.Reason === '3', 'the operator did not answer');
    stage.none({ Event: 'Newchannel', Channel: /^PJSIP\/outbound/ });
  },

  async 'callback-operator-busy'(stage) {
    await stage.phone('1001', 'refuses', { refuse_ms: 200, status: 486 });
    await stage.callback('callback-operator-busy', CUSTOMER);
    await stage.awaits({ Event: 'OriginateResponse', Uniqueid: 'callback-operator-busy', Response: 'Failure' });
    stage.none({ Event: 'Newchannel', Channel: /^PJSIP\/outbound/ });
  },

  // A number with anything but digits is turned away by the dialplan too.
  async 'callback-number-is-hostile'(stage) {
    const operator = await stage.answers('1001');
    await stage.callback('callback-hostile', '137;&PJSIP/1002');
    await operator.succeeded();
    stage.none({ Event: 'Newchannel', Channel: /^PJSIP\/(outbound|1002)/ });
  },

  async 'spot-check-answered'(stage) {
    const duty = await stage.answers('outbound', { answerMs: 1200 });
    await stage.spotCheck('spot-check-answered', DUTY_PHONE);
    await duty.succeeded();
    stage.only({ Event: 'OriginateResponse', Uniqueid: 'spot-check-answered', Response: 'Success' });
    const rang = stage.only({ Event: 'Newstate', ChannelStateDesc: 'Ringing' });
    const answered = stage.only({ Event: 'Newstate', ChannelStateDesc: 'Up' });
    const seconds = Number(answered.Timestamp) - Number(rang.Timestamp);
    check(seconds > 1.1 && seconds < 1.5, `it rang for 1.2 s, measured ${seconds}`);
  },

  async 'spot-check-answered-and-key-pressed'(stage) {
    const duty = await stage.phone('outbound', 'presses-key', { answer_ms: 500, press_ms: 500 }, { key: 1 });
    await stage.spotCheck('spot-check-key', DUTY_PHONE, { keySeconds: 5 });
    const told = await stage.awaits({ Event: 'UserEvent', UserEvent: 'RescuelineSpotCheck', Uniqueid: 'spot-check-key' });
    check(told.Keys === '1', 'the key is told');
    await duty.succeeded();
  },

  async 'spot-check-answered-and-hung-up'(stage) {
    await stage.answers('outbound', { answerMs: 500, talkMs: 300 });
    await stage.spotCheck('spot-check-hung-up', DUTY_PHONE, { keySeconds: 5 });
    await stage.awaits({ Event: 'Hangup', Uniqueid: 'spot-check-hung-up' });
  },

  async 'spot-check-no-answer'(stage) {
    await stage.phone('outbound', 'rings-out');
    await dutyPhoneCannotBeReached(stage, 'spot-check-no-answer', { reason: '3', cause: '19' }, { ringMs: 2000 });
  },

  // Mobile carriers in China play their own sound while the phone rings: 183 with sound, never a 180.
  async 'spot-check-early-media-answered'(stage) {
    const duty = await stage.phone('outbound', 'early-media', { answer_ms: 1200, talk_ms: 60000 });
    await stage.spotCheck('spot-check-early-media-answered', DUTY_PHONE);
    await duty.succeeded();
    stage.only({ Event: 'OriginateResponse', Response: 'Success' });
  },

  async 'spot-check-early-media-no-answer'(stage) {
    await stage.phone('outbound', 'early-media', { answer_ms: 60000, talk_ms: 60000 });
    await dutyPhoneCannotBeReached(stage, 'spot-check-early-media-no-answer', { reason: '3', cause: '19' }, { ringMs: 2000 });
  },

  async 'callback-early-media-answered'(stage) {
    const operator = await stage.answers('1001');
    await stage.phone('outbound', 'early-media', { answer_ms: 700, talk_ms: 800 });
    await stage.callback('callback-early-media', CUSTOMER);
    await callbackTells(stage, 'callback-early-media', 'ANSWER');
    await operator.succeeded();
  },

  // The carrier ends the ringing before we do.
  async 'spot-check-carrier-ends-ringing'(stage) {
    await stage.phone('outbound', 'rings-then-refused', { refuse_ms: 1500 });
    await dutyPhoneCannotBeReached(stage, 'spot-check-carrier-ends-ringing', { reason: '0', cause: '19' });
  },

  async 'spot-check-busy'(stage) {
    await stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 486 });
    await dutyPhoneCannotBeReached(stage, 'spot-check-busy', { reason: '0', cause: '17' });
  },

  async 'spot-check-unknown-number'(stage) {
    await stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 404 });
    await dutyPhoneCannotBeReached(stage, 'spot-check-unknown-number', { reason: '0', cause: '1' });
  },

  async 'spot-check-switched-off'(stage) {
    await stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 480 });
    await dutyPhoneCannotBeReached(stage, 'spot-check-switched-off', { reason: '0', cause: '19' });
  },

  async 'spot-check-carrier-fault'(stage) {
    await stage.phone('outbound', 'refuses', { refuse_ms: 300, status: 503 });
    await dutyPhoneCannotBeReached(stage, 'spot-check-carrier-fault', { reason: '0', cause: '34' });
  },

  // Nothing listens where the carrier should be: timer B ends it.
  'spot-check-trunk-down': stage =>
    dutyPhoneCannotBeReached(stage, 'spot-check-trunk-down', { reason: '0', cause: '18' }, { ringMs: 30000 }),

  // The same, but our own patience ends first. Reason and cause are those of a phone that rang out:
  // only the missing "Ringing" tells that it never rang.
  async 'spot-check-trunk-silent'(stage) {
    stage.repeatsIntoTheVoid();
    await dutyPhoneCannotBeReached(stage, 'spot-check-trunk-silent', { reason: '3', cause: '19' }, { ringMs: 2000 });
  },
};
