import { describe, expect, it } from 'vitest';
import type { SwitchState, TelephonyState } from '../src/api/types';
import { awayOf, heardLongestAgo, silentOf } from '../src/telephony/switches';

const NOW = Date.parse('2026-01-14T02:16:30Z');

function one(pbx: string, lastHeardAt: string | null, mode: SwitchState['mode'] = 'ASTERISK'): SwitchState {
  return { pbx, mode, listening: true, lastHeardAt };
}

function view(...switches: SwitchState[]): TelephonyState {
  return {
    mode: 'DOWN',
    pbx: 'north',
    connected: false,
    lastHeardAt: null,
    viewAgeMillis: null,
    waitingCalls: 0,
    switches,
  };
}

describe('several switches', () => {
  it('tell which of them is away', () => {
    const both = view(one('north', '2026-01-14T02:16:29Z'), one('south', null, 'DOWN'));
    expect(awayOf(both).map((away) => away.pbx)).toEqual(['south']);
  });

  it('were heard as long ago as the one that was heard longest ago, if each ever was', () => {
    const heard = [one('north', '2026-01-14T02:16:29Z'), one('south', '2026-01-14T02:15:00Z')];
    expect(heardLongestAgo(heard)).toBe('2026-01-14T02:15:00Z');
    expect(heardLongestAgo([...heard, one('east', null)])).toBeNull();
  });

  it('name the one that makes the view old', () => {
    const north = one('north', '2026-01-14T02:16:29Z');
    expect(silentOf(view(north, one('south', '2026-01-14T02:16:19Z')), NOW)).toBe('south');
    expect(silentOf(view(north, one('south', '2026-01-14T02:16:21Z')), NOW)).toBeNull();
  });

  it('name nobody where there is only one', () => {
    expect(silentOf(view(one('north', null)), NOW)).toBeNull();
    expect(silentOf(null, NOW)).toBeNull();
  });
});
