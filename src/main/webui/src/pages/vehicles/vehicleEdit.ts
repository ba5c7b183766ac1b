import type { VehicleView } from '../../api/types';

/** The fields of a truck that people edit. Contacts are not among them: their numbers are masked here. */
export const FIELDS = [
  'plate',
  'model',
  'driveForm',
  'engineMake',
  'engineModel',
  'gearboxMake',
  'batch',
  'soldOn',
  'warrantyUntil',
  'ownerName',
  'ownerCompany',
  'terminals',
] as const;
export type Field = (typeof FIELDS)[number];
export type Values = Readonly<Record<Field, string>>;

export const DAYS: readonly Field[] = ['soldOn', 'warrantyUntil'];

/** The service's name of a field, as its refusals use it, to ours. */
const OURS: Readonly<Record<string, Field>> = {
  'sale.batch': 'batch',
  'sale.soldOn': 'soldOn',
  'sale.warrantyUntil': 'warrantyUntil',
  'owner.name': 'ownerName',
  'owner.company': 'ownerCompany',
};

export function fieldNamed(name: string): Field | null {
  if (name.startsWith('terminals')) return 'terminals';
  return OURS[name] ?? FIELDS.find((field) => field === name) ?? null;
}

export function valuesOf(vehicle: VehicleView): Values {
  return {
    plate: vehicle.plate ?? '',
    model: vehicle.model ?? '',
    driveForm: vehicle.driveForm ?? '',
    engineMake: vehicle.engineMake ?? '',
    engineModel: vehicle.engineModel ?? '',
    gearboxMake: vehicle.gearboxMake ?? '',
    batch: vehicle.sale?.batch ?? '',
    soldOn: vehicle.sale?.soldOn ?? '',
    warrantyUntil: vehicle.sale?.warrantyUntil ?? '',
    ownerName: vehicle.owner?.name ?? '',
    ownerCompany: vehicle.owner?.company ?? '',
    terminals: vehicle.terminals.map((terminal) => terminal.terminalPhone).join(' '),
  };
}

/** The change as the service takes it: only what differs, an emptied field as null, a list whole. */
export function patchOf(vehicle: VehicleView, values: Values): Readonly<Record<string, unknown>> {
  const before = valuesOf(vehicle);
  const top: Record<string, unknown> = {};
  const groups: Record<'sale' | 'owner', Record<string, string | null>> = { sale: {}, owner: {} };
  const put: Readonly<Partial<Record<Field, (value: string | null) => void>>> = {
    batch: (value) => (groups.sale['batch'] = value),
    soldOn: (value) => (groups.sale['soldOn'] = value),
    warrantyUntil: (value) => (groups.sale['warrantyUntil'] = value),
    ownerName: (value) => (groups.owner['name'] = value),
    ownerCompany: (value) => (groups.owner['company'] = value),
    terminals: (value) => (top['terminals'] = terminalsOf(vehicle, value ?? '')),
  };
  for (const field of FIELDS) {
    const value = values[field].trim();
    if (value === before[field]) continue;
    const stored = value === '' ? null : value;
    const place = put[field];
    if (place === undefined) top[field] = stored;
    else place(stored);
  }
  for (const [name, group] of Object.entries(groups)) if (Object.keys(group).length > 0) top[name] = group;
  return top;
}

/** A terminal that stays keeps its protocol; a new one has the service's default until it says otherwise itself. */
function terminalsOf(vehicle: VehicleView, text: string): readonly unknown[] {
  return text
    .split(/[\s,，、]+/)
    .filter((phone) => phone !== '')
    .map((phone) => {
      const known = vehicle.terminals.find((terminal) => terminal.terminalPhone === phone);
      return known === undefined
        ? { terminalPhone: phone }
        : { terminalPhone: phone, protocol: known.protocol };
    });
}
