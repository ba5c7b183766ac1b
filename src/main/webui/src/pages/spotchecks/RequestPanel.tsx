import { useQuery } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { DutyPhone, Page, SpotCheckView, StationView } from '../../api/types';
import { Key } from '../../design/parts/Key';
import { Panel } from '../../design/parts/Panel';
import { phoneText } from '../../domain/phone';
import { VerdictTag } from '../../domain/VerdictTag';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { useKey } from '../../keys/useKey';
import { useTypedText } from '../../keys/useTypedText';
import { useSpotCheckRequest } from '../../spotchecks/useSpotCheckRequest';
import { spotCheckWords } from '../../spotchecks/words';
import style from './SpotChecks.module.css';
import { checksWords } from './words';

/** As in the palette: one character finds half the register. */
const SHORTEST = 2;
const MOST = 8;

/** A telephone that may be rung. */
interface Choice {
  readonly station: StationView;
  readonly phone: DutyPhone;
}

function useChoices(text: string) {
  const filter = { q: text, size: MOST };
  const stations = useQuery({
    queryKey: keys.stations(filter),
    queryFn: ({ signal }) => api.get<Page<StationView>>('/stations', filter, signal),
    enabled: text.length >= SHORTEST,
    placeholderData: (before) => before,
  });
  const found = text.length < SHORTEST ? [] : (stations.data?.items ?? []);
  const choices = found.flatMap((station) => station.dutyPhones.map((phone): Choice => ({ station, phone })));
  return { stations, found, choices };
}

interface RequestPanelProps {
  readonly accepted: (check: SpotCheckView) => void;
}

/** Finds a duty phone by its station and rings it: a few characters, the arrows, Enter. */
export function RequestPanel({ accepted }: RequestPanelProps) {
  const t = useWords(checksWords);
  const input = useRef<InputRef>(null);
  const { text, setText, settled, composition } = useTypedText();
  const [selected, setSelected] = useState(0);
  const wanted = useDeferredValue(settled.trim());
  const { stations, found, choices } = useChoices(wanted);
  const request = useSpotCheckRequest((check) => {
    setText('');
    input.current?.blur();
    accepted(check);
  });
  useKey('N', t.request, () => input.current?.focus(), { group: 'supervisor' });
  const current = Math.min(selected, Math.max(0, choices.length - 1));
  const ring = ({ station, phone }: Choice) => {
    if (!request.isPending) request.mutate({ stationId: station.id, dutyPhoneId: phone.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const choice = choices[current];
    if (event.key === 'ArrowDown') setSelected(Math.min(choices.length - 1, current + 1));
    else if (event.key === 'ArrowUp') setSelected(Math.max(0, current - 1));
    // What is being searched for is not yet what is on the screen.
    else if (event.key === 'Enter' && choice !== undefined && wanted === text.trim() && !stations.isFetching)
      ring(choice);
    else if (event.key === 'Escape') input.current?.blur();
    else return;
    event.preventDefault();
  };
  return (
    <Panel title={t.request} actions={<Key combo="N" />} className={style['request']} scroll testId="request">
      <Input
        ref={input}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSelected(0);
          request.reset();
        }}
        {...composition}
        onKeyDown={onKeyDown}
        placeholder={t.requestFind}
        aria-label={t.requestFind}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls="check-choices"
        aria-activedescendant={choices.length > 0 ? `check-choice-${current}` : undefined}
        data-testid="request-find"
      />
      <ul id="check-choices" role="listbox" aria-label={t.request} className={style['choices']}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.phone.id}
            choice={choice}
            id={`check-choice-${index}`}
            isSelected={index === current}
            ring={() => ring(choice)}
          />
        ))}
      </ul>
      <RequestNote
        text={wanted}
        stations={found.length}
        phones={choices.length}
        isSearching={stations.isFetching}
        searchFailure={stations.error}
        isRequesting={request.isPending}
        refusal={request.error}
      />
    </Panel>
  );
}

interface ChoiceRowProps {
  readonly choice: Choice;
  readonly id: string;
  readonly isSelected: boolean;
  readonly ring: () => void;
}

function ChoiceRow({ choice: { station, phone }, id, isSelected, ring }: ChoiceRowProps) {
  const t = useWords(checksWords);
  const words = useWords(spotCheckWords);
  const format = useFormat();
  const check = phone.lastCheck;
  return (
    <li
      id={id}
      role="option"
      aria-selected={isSelected}
      className={`${style['choice']} ${isSelected ? style['selected'] : ''}`}
      data-testid="request-choice"
    >
      <span className={style['who']}>
        <strong className="truncate">{station.name}</strong>
        <span className="note truncate">
          {[phoneText(phone.number), phone.label, phone.primary && t.primary].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="note">
        {check === null ? (
          t.neverChecked
        ) : (
          <>
            <VerdictTag verdict={check.verdict} /> {format.moment(check.at)}
          </>
        )}
      </span>
      <button type="button" className={style['ringNow']} onClick={ring} tabIndex={-1}>
        {words.check} {isSelected && <Key combo="Enter" />}
      </button>
    </li>
  );
}

interface RequestNoteProps {
  readonly text: string;
  readonly stations: number;
  readonly phones: number;
  readonly isSearching: boolean;
  readonly searchFailure: unknown;
  readonly isRequesting: boolean;
  readonly refusal: unknown;
}

function RequestNote(props: RequestNoteProps) {
  const t = useWords(checksWords);
  const words = useWords(spotCheckWords);
  const problemText = useProblemText();
  if (props.refusal !== null) {
    return (
      <p className="critical" role="alert" data-testid="check-refused">
        {words.refused} {problemText(props.refusal)}
      </p>
    );
  }
  if (props.isRequesting) return <p className="note">{words.requesting}</p>;
  if (props.searchFailure !== null) {
    return (
      <p className="critical" role="alert">
        {t.requestFailed} {problemText(props.searchFailure)}
      </p>
    );
  }
  if (props.text.length < SHORTEST) {
    return (
      <>
        <p className="note">{t.requestStart}</p>
        <p className="note">{t.requestHint}</p>
      </>
    );
  }
  if (props.phones > 0 || props.isSearching) return null;
  return <p className="note">{props.stations === 0 ? t.requestNone : t.requestNoPhones}</p>;
}
