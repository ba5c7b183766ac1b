import type { ReactNode } from 'react';
import type { Candidate } from '../../api/types';
import { Reasons } from '../../design/parts/Reasons';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useReasonLines } from '../../domain/reasons';
import style from './Candidates.module.css';
import { boardWords } from './words';

/** As many as fit side by side and as the keys choose. */
const SHOWN = 3;

interface CandidatesProps {
  readonly candidates: readonly Candidate[];
  readonly disabled: boolean;
  readonly send: (stationId: string) => void;
}

/** The first three able stations side by side, row by row, so that the eye compares and does not remember. */
export function Candidates({ candidates, disabled, send }: CandidatesProps) {
  const t = useWords(boardWords);
  const format = useFormat();
  const reasonLines = useReasonLines();
  const shown = candidates.slice(0, SHOWN);
  const row = (label: string, cell: (candidate: Candidate) => ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      {shown.map((candidate) => (
        <td key={candidate.station.id} className={candidate.rank === 1 ? style['first'] : ''}>
          {cell(candidate)}
        </td>
      ))}
    </tr>
  );
  return (
    <table className={style['table']} data-testid="ranking">
      <thead>
        <tr>
          <td />
          {shown.map((candidate) => (
            <th
              key={candidate.station.id}
              scope="col"
              className={candidate.rank === 1 ? style['first'] : ''}
              data-testid={`station-row-${candidate.rank}`}
            >
              {candidate.rank} {candidate.station.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row(t.rows.eta, (candidate) => (
          <strong>≈ {format.minutesRange(candidate.etaLowMinutes, candidate.etaHighMinutes)}</strong>
        ))}
        {row(t.rows.distance, (candidate) => format.distance(candidate.distanceMeters))}
        {row(t.rows.load, (candidate) => (
          <span className={candidate.openJobs > 0 ? 'near' : 'met'}>
            {candidate.openJobs > 0 && '△ '}
            {t.jobs(candidate.openJobs, candidate.rescueVans)}
          </span>
        ))}
        {row(t.rows.phone, (candidate) => candidate.station.dutyPhone ?? '—')}
        {row(t.rows.reasons, (candidate) => (
          <Reasons lines={reasonLines(candidate.reasons)} stacked />
        ))}
        {row('', (candidate) => (
          <KeyButton
            label={candidate.rank === 1 ? t.assignFirst : t.choose(candidate.rank)}
            combo={candidate.rank === 1 ? 'A' : String(candidate.rank)}
            group="board"
            kind={candidate.rank === 1 ? 'primary' : 'default'}
            disabled={disabled}
            onPress={() => send(candidate.station.id)}
            testId={candidate.rank === 1 ? 'assign' : `assign-${candidate.rank}`}
          />
        ))}
      </tbody>
    </table>
  );
}
