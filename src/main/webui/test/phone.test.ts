// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { CallLeg, CallStep, CallStepKind, CallView } from '../src/api/types';
import { callsAt, ownLeg, thirdLeg } from '../src/calls/calls';
import { loudness } from '../src/phone/level';
import { newId } from '../src/phone/pageId';
import { isConference } from '../src/phone/useCallKeys';

function leg(role: CallLeg['role'], extension: string | null, more: Partial<CallLeg> = {}): CallLeg {
  return {
    uniqueid: `${role}-${extension ?? ''}`,
    channel: '',
    role,
    extension,
    number: null,
    startedAt: '2026-01-14T00:00:00Z',
    ringingAt: null,
    answeredAt: '2026-01-14T00:00:05Z',
    endedAt: null,
    hangupCause: null,
    ...more,
  };
}

function call(more: Partial<CallView>): CallView {
  return {
    id: 'c',
    direction: 'INBOUND',
    state: 'ANSWERED',
    ringingExtensions: [],
    legs: [],
    ...more,
  } as CallView;
}

function steps(...kinds: CallStepKind[]): CallStep[] {
  return kinds.map((kind) => ({ kind }) as CallStep);
}

describe('what the phone of a desk is doing', () => {
  it('is told by the own leg, also while somebody else has the call', () => {
    const asked = call({
      operatorExtension: '1001',
      legs: [leg('CALLER', null), leg('OPERATOR', '1001'), leg('OPERATOR', '1002')],
    });
    expect(callsAt('1002', [asked]).active).toBe(asked);
  });

  it('rings for a call that a colleague has answered and now asks about', () => {
    const asking = call({
      ringingExtensions: ['1002'],
      legs: [leg('CALLER', null), leg('OPERATOR', '1001')],
    });
    expect(callsAt('1002', [asking])).toEqual({ active: null, ringing: asking });
  });

  it('is over with the own leg, though the call goes on', () => {
    const gone = leg('OPERATOR', '1001', { endedAt: '2026-01-14T00:01:00Z' });
    expect(ownLeg(call({ legs: [leg('CALLER', null), gone, leg('OPERATOR', '1002')] }), '1001')).toBeNull();
  });
});

describe('whom the operator has brought in', () => {
  it('is whoever is up besides the customer and the operator', () => {
    const station = leg('CUSTOMER', null, { number: '+862988880001', answeredAt: null });
    const legs = [leg('CALLER', null), leg('OPERATOR', '1001'), station];
    expect(thirdLeg(call({ legs }), '1001')).toBe(station);
  });

  it('is nobody in a plain call, whichever way it goes', () => {
    expect(thirdLeg(call({ legs: [leg('CALLER', null), leg('OPERATOR', '1001')] }), '1001')).toBeNull();
    const out = call({ direction: 'OUTBOUND', legs: [leg('OPERATOR', '1001'), leg('CUSTOMER', null)] });
    expect(thirdLeg(out, '1001')).toBeNull();
  });

  it('is not the customer whose phone still rings', () => {
    const legs = [leg('OPERATOR', '1001'), leg('CUSTOMER', null, { answeredAt: null })];
    expect(thirdLeg(call({ direction: 'OUTBOUND', legs }), '1001')).toBeNull();
  });
});

describe('a conference', () => {
  it('lasts until somebody is asked anew', () => {
    expect(isConference(steps('HELD', 'ASKED', 'CONFERENCED', 'MUTED'))).toBe(true);
    expect(isConference(steps('ASKED', 'CONFERENCED', 'ASKED'))).toBe(false);
    expect(isConference([])).toBe(false);
  });
});

describe('small tools of the phone', () => {
  it('measure loudness between silence and full', () => {
    expect(loudness(new Float32Array([0, 0]))).toBe(0);
    expect(loudness(new Float32Array([1, -1]))).toBe(1);
    expect(loudness(new Float32Array())).toBe(0);
  });

  it('draw ids that are UUIDs and differ', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId()).not.toBe(newId());
  });
});
