import type { RankingReason } from '../api/types';
import type { ReasonLine } from '../design/parts/Reasons';
import { useWords } from '../i18n/language';
import { stationWords } from './words';

/** A figure that came with a reason, or an empty text when the service left it out. */
function figure(reason: RankingReason, ...names: readonly string[]): string {
  const value = names
    .map((name) => reason.arguments[name])
    .find((each) => each !== undefined && each !== null);
  if (Array.isArray(value)) return value.map(String).join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The reasons of a ranking as sentences in the language of the screen. */
export function useReasonLines(): (reasons: readonly RankingReason[]) => readonly ReasonLine[] {
  const t = useWords(stationWords);
  const sentences: Record<string, (reason: RankingReason) => string> = {
    NEAREST: () => t.reasons.nearest,
    HAS_CAPABILITY: (reason) => t.reasons.able(capabilities(reason)),
    NOT_ABLE: (reason) => t.reasons.notAble(capabilities(reason)),
    OPEN_AT_NIGHT: () => t.reasons.openAtNight,
    CLOSED_AT_NIGHT: () => t.reasons.closedAtNight,
    VAN_FREE: (reason) => t.reasons.vanFree(figure(reason, 'freeVans', 'vans', 'free')),
    ALL_VANS_OUT: (reason) => t.reasons.allVansOut(figure(reason, 'openJobs', 'jobs')),
    BUSY_JOBS: (reason) => t.reasons.busy(figure(reason, 'openJobs', 'jobs')),
    ANSWERED_LAST_CHECK: (reason) => t.reasons.answeredLastCheck(figure(reason, 'ringSeconds')),
    MISSED_LAST_CHECK: () => t.reasons.missedLastCheck,
    OUTSIDE_RADIUS: (reason) => t.reasons.outsideRadius(figure(reason, 'serviceRadiusKm', 'radiusKm')),
    NOT_ACTIVE: () => t.reasons.notActive,
    NO_DUTY_PHONE: () => t.reasons.noDutyPhone,
    HIGH_STAR_GRADE: (reason) => t.reasons.stars(figure(reason, 'starGrade', 'stars')),
  };
  const names: Readonly<Record<string, string>> = t.capabilities;
  function capabilities(reason: RankingReason): string {
    const given =
      reason.arguments['capabilities'] ?? reason.arguments['capability'] ?? reason.arguments['missing'];
    const list = Array.isArray(given) ? given : [given];
    return list
      .filter((each): each is string => typeof each === 'string')
      .map((each) => names[each] ?? each)
      .join(t.listComma);
  }
  return (reasons) =>
    reasons.map((reason) => ({
      sign: reason.sign,
      text: sentences[reason.code]?.(reason) ?? t.reasons.other(reason.code),
    }));
}
