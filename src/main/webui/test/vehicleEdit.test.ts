import { describe, expect, it } from 'vitest';
import type { VehicleView } from '../src/api/types';
import { fieldNamed, patchOf, valuesOf } from '../src/pages/vehicles/vehicleEdit';

const TRUCK: VehicleView = {
  id: '1',
  vin: 'LZGJLDR40NX000001',
  plate: '陕A演0001',
  model: 'X6000',
  driveForm: null,
  engineMake: null,
  engineModel: null,
  gearboxMake: null,
  owner: { name: '演示', company: null },
  contacts: [],
  terminals: [{ terminalPhone: '14400000001', protocol: 'JT808_2019', online: true }],
  sale: { batch: 'B1', soldOn: '2025-06-01', warrantyUntil: null },
  version: 3,
};

describe('the form of a truck', () => {
  it('sends nothing when nothing was changed', () => {
    expect(patchOf(TRUCK, valuesOf(TRUCK))).toEqual({});
  });

  it('sends the changed field of the sale alone, and an emptied one as null', () => {
    const values = { ...valuesOf(TRUCK), batch: '', warrantyUntil: '2027-06-01' };

    expect(patchOf(TRUCK, values)).toEqual({ sale: { batch: null, warrantyUntil: '2027-06-01' } });
  });

  it('gives the terminals whole and lets those that stay keep their protocol', () => {
    const values = { ...valuesOf(TRUCK), terminals: '14400000001， 14499990001' };

    expect(patchOf(TRUCK, values)).toEqual({
      terminals: [{ terminalPhone: '14400000001', protocol: 'JT808_2019' }, { terminalPhone: '14499990001' }],
    });
  });

  it('finds the field that a refusal names', () => {
    expect(fieldNamed('sale.soldOn')).toBe('soldOn');
    expect(fieldNamed('terminals[0].terminalPhone')).toBe('terminals');
    expect(fieldNamed('plate')).toBe('plate');
    expect(fieldNamed('unheardOf')).toBeNull();
  });
});
