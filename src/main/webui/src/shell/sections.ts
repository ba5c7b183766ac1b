import type { Role, UserView } from '../api/types';
import { hasRole } from '../session/session';
import type { IconName } from './icons';

/** A page of the rail. */
export interface Section {
  readonly name: Extract<
    IconName,
    | 'desk'
    | 'board'
    | 'callbacks'
    | 'events'
    | 'map'
    | 'vehicles'
    | 'stations'
    | 'quality'
    | 'checks'
    | 'supervisor'
  >;
  readonly path: string;
  /** Who finds it in the rail; the service decides again on every request. */
  readonly roles: readonly Role[];
}

const STAFF = ['OPERATOR', 'DISPATCHER', 'SUPERVISOR', 'ADMIN'] as const;

/** In the order of the rail; the first that a person may see is where they start. */
export const SECTIONS: readonly Section[] = [
  { name: 'supervisor', path: '/supervisor', roles: ['SUPERVISOR'] },
  { name: 'desk', path: '/desk', roles: ['OPERATOR'] },
  { name: 'board', path: '/board', roles: ['DISPATCHER', 'SUPERVISOR', 'ADMIN'] },
  { name: 'callbacks', path: '/callbacks', roles: ['OPERATOR', 'SUPERVISOR'] },
  { name: 'events', path: '/events', roles: STAFF },
  { name: 'map', path: '/map', roles: STAFF },
  { name: 'vehicles', path: '/vehicles', roles: STAFF },
  { name: 'stations', path: '/stations', roles: STAFF },
  { name: 'quality', path: '/data-quality', roles: ['DISPATCHER', 'SUPERVISOR', 'ADMIN'] },
  { name: 'checks', path: '/spot-checks', roles: ['SUPERVISOR'] },
];

export function sectionsFor(user: UserView): readonly Section[] {
  return SECTIONS.filter((section) => hasRole(user, ...section.roles));
}
