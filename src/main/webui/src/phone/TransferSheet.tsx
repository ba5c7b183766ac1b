import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CallerCard } from '../api/types';
import { phoneText } from '../domain/phone';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { Overlay } from '../shell/Overlay';
import { useColleagues } from './desk';
import style from './PhoneSheet.module.css';
import type { useCallMoves } from './useCallKeys';
import { phoneWords } from './words';

interface TransferSheetProps {
  readonly moves: ReturnType<typeof useCallMoves>;
  readonly card: CallerCard | undefined;
  readonly close: () => void;
}

const STATIONS_SHOWN = 3;

/** Whom to bring in: a colleague, a station, or any number; asked first, or handed on at once. */
export function TransferSheet({ moves, card, close }: TransferSheetProps) {
  const t = useWords(phoneWords);
  const [target, setTarget] = useState('');
  const isEmpty = target.trim() === '';
  const go = (move: 'ask' | 'transfer') => {
    if (isEmpty) return;
    moves[move].mutate(target.trim());
    close();
  };
  return (
    <Overlay label={t.transfer} close={close} testId="transfer-sheet">
      <div className={style['sheet']}>
        <label>
          <span>{t.whom}</span>
          <Input
            value={target}
            maxLength={40}
            placeholder={t.whomHint}
            onChange={(event) => setTarget(event.target.value)}
            onPressEnter={(event) => {
              if (!event.ctrlKey) go('ask');
            }}
            data-testid="transfer-target"
          />
        </label>
        <div className={style['row']}>
          <KeyButton
            label={t.ask}
            group="call"
            kind="primary"
            disabled={isEmpty}
            onPress={() => go('ask')}
            testId="ask-first"
          />
          <KeyButton
            label={t.transferNow}
            combo="Ctrl+Enter"
            group="call"
            disabled={isEmpty}
            onPress={() => go('transfer')}
            testId="transfer-now"
          />
        </div>
        <Colleagues choose={setTarget} />
        <Stations card={card} choose={setTarget} />
      </div>
    </Overlay>
  );
}

function Colleagues({ choose }: { readonly choose: (target: string) => void }) {
  const t = useWords(phoneWords);
  const colleagues = useColleagues();
  return (
    <section aria-label={t.colleagues}>
      <h2>{t.colleagues}</h2>
      {colleagues.length === 0 && <p className="note">{t.noColleagues}</p>}
      <div className={style['list']}>
        {colleagues.map((desk) => (
          <Button key={desk.extension} size="small" onClick={() => choose(desk.extension)}>
            {desk.userName} · {desk.extension} · {desk.staleAt === null ? t.state[desk.state] : t.state.stale}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Stations({
  card,
  choose,
}: {
  readonly card: CallerCard | undefined;
  readonly choose: (n: string) => void;
}) {
  const t = useWords(phoneWords);
  const near = (card?.nearest?.candidates ?? []).slice(0, STATIONS_SHOWN);
  if (near.length === 0) return null;
  return (
    <section aria-label={t.stations}>
      <h2>{t.stations}</h2>
      <div className={style['list']}>
        {near.map(({ station }) =>
          station.dutyPhone === null ? null : (
            <Button key={station.id} size="small" onClick={() => choose(station.dutyPhone ?? '')}>
              {station.name} · {phoneText(station.dutyPhone)}
            </Button>
          ),
        )}
      </div>
    </section>
  );
}
