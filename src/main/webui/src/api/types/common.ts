/** What every room shares: who is signed in, pages of a list, who did something. */

export type Role = 'OPERATOR' | 'DISPATCHER' | 'SUPERVISOR' | 'ADMIN' | 'STATION' | 'FEED';

export interface UserView {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly extension: string | null;
  readonly language: string;
  readonly active: boolean;
}

export interface SessionView {
  readonly user: UserView;
  readonly demo: boolean;
}

export interface Settings {
  readonly demo: boolean;
  readonly tileUrl: string | null;
  readonly attribution: string | null;
  readonly zone: string;
  readonly hotlines: readonly { readonly number: string; readonly label: string }[];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

export interface ActorView {
  readonly kind: 'USER' | 'SYSTEM' | 'STATION' | 'CALLER' | 'TERMINAL';
  readonly id: string;
  readonly name: string;
}
