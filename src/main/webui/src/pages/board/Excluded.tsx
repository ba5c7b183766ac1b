import { Input } from 'antd';
import { useState } from 'react';
import type { ExcludedStation } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { Key } from '../../design/parts/Key';
import { KeyButton } from '../../keys/KeyButton';
import { useKey } from '../../keys/useKey';
import { useReasonLines } from '../../domain/reasons';
import style from './Excluded.module.css';
import { boardWords } from './words';

interface ExcludedProps {
  readonly excluded: readonly ExcludedStation[];
  readonly disabled: boolean;
  readonly chosen: ExcludedStation | null;
  readonly choose: (station: ExcludedStation | null) => void;
  readonly send: (stationId: string, reason: string) => void;
}

/** Stations that the rules leave out, with the reason; one may still be sent when somebody answers for it in writing. */
export function Excluded({ excluded, disabled, chosen, choose, send }: ExcludedProps) {
  const t = useWords(boardWords);
  const format = useFormat();
  const reasonLines = useReasonLines();
  const step = () => {
    const at = excluded.findIndex((each) => each.station.id === chosen?.station.id);
    choose(excluded[at + 1] ?? null);
  };
  useKey('X', t.excluded, step, { group: 'board', enabled: excluded.length > 0 && !disabled });
  if (excluded.length === 0) return null;
  return (
    <section className={style['excluded']} aria-label={t.excluded}>
      <h3 className={style['head']}>
        {t.excluded} {excluded.length} <span className="note">{t.excludedNote}</span>
        <span className={style['key']}>
          <Key combo="X" />
        </span>
      </h3>
      <ul>
        {excluded.map((each) => (
          <li key={each.station.id}>
            <button
              type="button"
              className={`${style['row']} ${each.station.id === chosen?.station.id ? style['selected'] : ''}`}
              disabled={disabled}
              onClick={() => choose(each)}
              data-testid="excluded-row"
            >
              <span aria-hidden="true">☒</span>
              <span className="truncate">{each.station.name}</span>
              <span className={style['distance']}>{format.distance(each.distanceMeters)}</span>
              <span className="note truncate">
                {reasonLines(each.reasons)
                  .filter((line) => line.sign === 'AGAINST')
                  .map((line) => line.text)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen && (
        <Override
          key={chosen.station.id}
          station={chosen}
          send={(reason) => send(chosen.station.id, reason)}
          giveUp={() => choose(null)}
        />
      )}
    </section>
  );
}

function Override({
  station,
  send,
  giveUp,
}: {
  readonly station: ExcludedStation;
  readonly send: (reason: string) => void;
  readonly giveUp: () => void;
}) {
  const t = useWords(boardWords);
  const [reason, setReason] = useState('');
  const isReady = reason.trim().length > 0;
  return (
    <div className={style['override']}>
      <Input
        // The person asked for this field with a key; typing must reach it at once.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={reason}
        maxLength={200}
        placeholder={`${t.overrideReason} · ${station.station.name}`}
        aria-label={t.overrideReason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => isReady && send(reason.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) giveUp();
        }}
        data-testid="override-reason"
      />
      <KeyButton
        label={t.override}
        combo="Ctrl+Enter"
        group="board"
        kind="primary"
        disabled={!isReady}
        onPress={() => send(reason.trim())}
        testId="override"
      />
      <KeyButton label={t.giveUp} group="board" onPress={giveUp} />
    </div>
  );
}
