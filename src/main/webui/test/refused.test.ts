import { describe, expect, it } from 'vitest';
import { byCount, reasonText, senders, type Refusals } from '../src/pages/quality/refused';

const refusals: Refusals = {
  total: { late: 3, jump: 9 },
  terminals: [
    { terminalPhone: '139', total: 4, reasons: { late: 3, jump: 1 }, latestReason: 'late', latestAt: null },
  ],
  addresses: [{ address: '192.0.2.1', total: 8, reasons: { jump: 8 }, latestReason: 'jump', latestAt: null }],
};

describe('reports not believed', () => {
  it('names the most frequent reason first', () => {
    expect(byCount(refusals.total).map(([reason]) => reason)).toEqual(['jump', 'late']);
  });

  it('lists the worst sender first, terminal or address', () => {
    expect(senders(refusals, null).map((sender) => sender.total)).toEqual([8, 4]);
  });

  it('leaves out who does not have the chosen reason', () => {
    expect(senders(refusals, 'late').map((sender) => sender.terminalPhone)).toEqual(['139']);
  });

  it('shows a reason that it does not know as the service names it', () => {
    expect(reasonText({ late: 'Late|Kept.' }, 'late')).toEqual({ name: 'Late', why: 'Kept.' });
    expect(reasonText({}, 'new_reason')).toEqual({ name: 'new_reason', why: '' });
  });
});
