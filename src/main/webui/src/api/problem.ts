/** The kinds of failure the service knows: who must act decides. */
export type ProblemKind = 'INVALID' | 'DENIED' | 'NOT_FOUND' | 'CONFLICT' | 'UPSTREAM' | 'BUG' | 'OFFLINE';

interface ProblemBody {
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly kind?: ProblemKind;
  readonly code?: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
  readonly traceId?: string;
  readonly current?: unknown;
}

/** A refusal in the words of the service (RFC 9457), or the network's silence as `OFFLINE` with status 0. */
export class Problem extends Error {
  readonly status: number;
  readonly kind: ProblemKind;
  readonly code: string;
  readonly fields: NonNullable<ProblemBody['fields']>;
  readonly traceId: string | null;
  /** The newer version, when an edit was stale. */
  readonly current: unknown;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? '');
    this.name = 'Problem';
    this.status = status;
    this.kind = body.kind ?? kindOf(status);
    this.code = body.code ?? '';
    this.fields = body.fields ?? [];
    this.traceId = body.traceId ?? null;
    this.current = body.current ?? null;
  }

  /** Whether somebody else changed the thing first. */
  get isStale(): boolean {
    return this.status === 412 || this.status === 409;
  }

  static offline(): Problem {
    return new Problem(0, { kind: 'OFFLINE' });
  }
}

function kindOf(status: number): ProblemKind {
  if (status === 0) return 'OFFLINE';
  if (status === 401 || status === 403) return 'DENIED';
  if (status === 404) return 'NOT_FOUND';
  if (status === 409 || status === 412) return 'CONFLICT';
  if (status === 502 || status === 503 || status === 504) return 'UPSTREAM';
  return status >= 500 ? 'BUG' : 'INVALID';
}

/** Reads a refusal; a body that is no problem document still gives one by its status. */
export async function problemFrom(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return new Problem(response.status, typeof body === 'object' && body !== null ? body : {});
}
