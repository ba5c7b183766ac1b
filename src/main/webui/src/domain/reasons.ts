import type { Capability, RankingReason, SpotCheckVerdict, StationStatus } from '../api/types';
import type { ReasonLine } from '../design/parts/Reasons';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { domainWords } from './words';

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const figure = (value: unknown): number => (typeof value === 'number' ? value : Number(text(value)));

/** Says a ranking's reason in words; the service gives only its code and the facts. */
export function useReasonText(): (reason: RankingReason) => string {
  const t = useWords(domainWords);
  const format = useFormat();
  const abilities = (value: unknown) =>
    format.list((Array.isArray(value) ? (value as Capability[]) : []).map((each) => t.capability[each]));
  return ({ code, arguments: facts }) => {
    switch (code) {
      case 'HAS_CAPABILITY':
        return t.reason.HAS_CAPABILITY(abilities(facts['capabilities']));
      case 'NOT_ABLE':
        return t.reason.NOT_ABLE(abilities(facts['missing']));
      case 'VAN_FREE':
        return t.reason.VAN_FREE(figure(facts['vans']));
      case 'ANSWERED_LAST_CHECK':
        return t.reason.ANSWERED_LAST_CHECK(format.seconds(figure(facts['ringSeconds'])));
      case 'MISSED_LAST_CHECK':
        return t.reason.MISSED_LAST_CHECK(t.verdict[text(facts['verdict']) as SpotCheckVerdict]);
      case 'HIGH_STAR_GRADE':
        return t.reason.HIGH_STAR_GRADE(figure(facts['stars']));
      case 'BUSY_JOBS':
        return t.reason.BUSY_JOBS(figure(facts['openJobs']));
      case 'ALL_VANS_OUT':
        return t.reason.ALL_VANS_OUT(figure(facts['waitMinutes']));
      case 'OUTSIDE_RADIUS':
        return t.reason.OUTSIDE_RADIUS(figure(facts['radiusKm']));
      case 'CLOSED_AT_NIGHT':
        return t.reason.CLOSED_AT_NIGHT(text(facts['opensAt']), text(facts['closesAt']));
      case 'NOT_ACTIVE':
        return t.reason.NOT_ACTIVE(t.stationStatus[text(facts['status']) as StationStatus]);
      default:
        return t.reason[code];
    }
  };
}

/** The same, ready for the list of reasons. */
export function useReasonLines(): (reasons: readonly RankingReason[]) => readonly ReasonLine[] {
  const say = useReasonText();
  return (reasons) => reasons.map((reason) => ({ sign: reason.sign, text: say(reason) }));
}
