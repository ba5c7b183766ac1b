import { currentLanguage } from '../i18n/language';
import { Problem, problemFrom } from './problem';

const ROOT = '/api/v1';

/** A request that nobody answers within this time counts as the network's silence. */
const REQUEST_TIMEOUT_MILLIS = 15_000;

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

interface WriteOptions {
  /** The version the change was made on; stale ones are refused with the newer version. */
  readonly version?: number;
  /** The same key for the same intent, so that a repeated request returns the first answer. */
  readonly idempotencyKey?: string;
}

let onSignedOut: () => void = () => undefined;

/** Tells who must know when the service no longer accepts the session. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** A fresh key for one intent. `randomUUID` exists only on secure pages; a console on plain HTTP needs one too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    const values: readonly (string | number | boolean)[] = Array.isArray(value) ? value : [value as string];
    return values.map((each): [string, string] => [name, String(each)]);
  });
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json, application/problem+json');
  headers.set('Accept-Language', currentLanguage());
  const signal = init.signal ?? AbortSignal.timeout(REQUEST_TIMEOUT_MILLIS);
  const response = await fetch(ROOT + path, { ...init, headers, signal, credentials: 'same-origin' }).catch(
    (error: unknown) => {
      throw error instanceof DOMException && error.name === 'AbortError' ? error : Problem.offline();
    },
  );
  if (!response.ok) {
    if (response.status === 401 && path !== '/session') onSignedOut();
    throw await problemFrom(response);
  }
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

function write<T>(method: string, path: string, body: unknown, options: WriteOptions): Promise<T> {
  const headers: Record<string, string> = {
    'Idempotency-Key': options.idempotencyKey ?? newIdempotencyKey(),
  };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`;
  return send<T>(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

/** The service's REST API. Paths are below `/api/v1`; refusals come as {@link Problem}. */
export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal) =>
    send<T>(withQuery(path, query), signal === undefined ? {} : { signal }),
  post: <T>(path: string, body?: unknown, options: WriteOptions = {}) =>
    write<T>('POST', path, body, options),
  patch: <T>(path: string, body: unknown, options: WriteOptions = {}) =>
    write<T>('PATCH', path, body, options),
  put: <T>(path: string, body: unknown, options: WriteOptions = {}) => write<T>('PUT', path, body, options),
  delete: <T>(path: string) => write<T>('DELETE', path, undefined, {}),
};
