import { currentLanguage } from '../i18n/language';
import { takeEarly } from './early';
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
  /** For the few that take longer than others. */
  readonly timeoutMillis?: number;
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

/** A fresh id in the form the service reads as one. */
export const newId = (): string =>
  newIdempotencyKey().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

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
  const early = init.method === undefined ? await takeEarly(path) : null;
  const response =
    early ??
    (await fetch(ROOT + path, { ...init, headers, signal, credentials: 'same-origin' }).catch(
      (error: unknown) => {
        throw error instanceof DOMException && error.name === 'AbortError' ? error : Problem.offline();
      },
    ));
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
  const signal = AbortSignal.timeout(options.timeoutMillis ?? REQUEST_TIMEOUT_MILLIS);
  return send<T>(path, {
    method,
    headers,
    signal,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Sends a file and tells how much of it has left, from 0 to 1: `fetch` cannot tell that. */
function upload<T>(path: string, file: Blob, sent: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', ROOT + path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.onprogress = (event) => sent(event.total === 0 ? 1 : event.loaded / event.total);
    request.onerror = () => reject(Problem.offline());
    request.onload = () => {
      if (request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
        return;
      }
      if (request.status === 401) onSignedOut();
      const response = new Response(request.responseText, {
        status: request.status,
        headers: { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' },
      });
      void problemFrom(response).then(reject);
    };
    request.send(file);
  });
}

/** The service's REST API. Paths are below `/api/v1`; refusals come as {@link Problem}. */
export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal) =>
    send<T>(withQuery(path, query), signal === undefined ? {} : { signal }),
  post: <T>(path: string, body?: unknown, options: WriteOptions = {}) =>
    write<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown, options: WriteOptions = {}) => write<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options: WriteOptions = {}) =>
    write<T>('PATCH', path, body, options),
  upload,
  delete: <T>(path: string) => write<T>('DELETE', path, undefined, {}),
};
