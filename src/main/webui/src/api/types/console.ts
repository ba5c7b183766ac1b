/** Search and the figures of the day. */

export interface SearchHit {
  readonly type: 'VEHICLE' | 'EVENT' | 'STATION' | 'CALL' | 'RESCUE';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
}

export interface CallsSummary {
  readonly asOf: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly waiting: number;
  readonly longestWaitSeconds: number | null;
  readonly averageAnswerSeconds: number | null;
  readonly averageHandleSeconds: number | null;
  readonly perDialedNumber: readonly { readonly dialedNumber: string; readonly waiting: number }[];
}
