import { Input, type InputRef } from 'antd';
import { useRef } from 'react';
import { useProblemText } from '../../../api/useProblemText';
import type { EventView, ToldPlace } from '../../../api/types';
import { Age } from '../../../design/parts/Age';
import { Key } from '../../../design/parts/Key';
import { Provenance } from '../../../design/parts/Provenance';
import { useOutcomeText, usePositionQuery } from '../../../domain/positionQuery';
import { postText, readBackText } from '../../../domain/told';
import { useLanguage, useWords } from '../../../i18n/language';
import { KeyButton } from '../../../keys/KeyButton';
import { useKey } from '../../../keys/useKey';
import { useLivePosition } from '../../../live/useLivePosition';
import { deskWords } from '../words';
import shared from './FormPanel.module.css';
import { GapBand } from './GapBand';
import style from './PlaceSection.module.css';
import type { DraftHandle } from './useDraft';

/** Where the truck stands: what was told, what was measured, and what was settled. */
export function PlaceSection({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  return (
    <section className={style['section']}>
      <h3 className={`${shared['heading']} ${style['title']}`}>{t.place.title}</h3>
      <Told handle={handle} />
      <Measured event={handle.base} />
      <GapBand handle={handle} />
    </section>
  );
}

function Told({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const language = useLanguage();
  const input = useRef<InputRef>(null);
  const told = handle.draft.value('toldPlace') as ToldPlace | null;
  const isReadOnly = handle.base.state === 'CLOSED';
  useKey('Alt+L', t.place.title, () => input.current?.focus({ cursor: 'end' }), {
    group: 'desk',
    enabled: !isReadOnly,
  });
  // Other words are another place: what was read out of the old ones, and the caller's yes to them, no longer hold.
  const say = (text: string) =>
    handle.draft.change('toldPlace', text === '' ? null : { text, readBack: false });
  const readBack = () => {
    if (told !== null) handle.draft.change('toldPlace', { ...told, readBack: !told.readBack });
  };
  // The band about the gap says the same words, where they are needed more.
  const isGapOpen = handle.base.placeGap?.disagrees === true && handle.draft.value('placeChoice') === null;
  const post =
    handle.base.toldPlace?.text === told?.text ? (handle.base.toldPlace?.postMeters ?? null) : null;
  return (
    <>
      <div className={style['row']}>
        <Provenance kind="TOLD" />
        <Input
          ref={input}
          value={told?.text ?? ''}
          onChange={(event) => say(event.target.value)}
          placeholder={t.place.told}
          suffix={<Key combo="Alt+L" />}
          aria-label={t.place.title}
          maxLength={300}
          disabled={isReadOnly}
          className={handle.base.placeGap?.disagrees ? style['doubtful'] : undefined}
          data-testid="told-place"
        />
        <button
          type="button"
          className={`${style['readBack']} ${told?.readBack ? style['yes'] : ''}`}
          aria-pressed={told?.readBack ?? false}
          disabled={told === null || isReadOnly}
          onClick={readBack}
          data-testid="read-back"
        >
          {told?.readBack ? `✓ ${t.place.readBack}` : t.place.notReadBack}
        </button>
      </div>
      {post !== null && told?.readBack !== true && !isGapOpen && (
        <p className={style['aloud']}>
          {postText(post)} · {t.place.readAloud(readBackText(post, language))}
        </p>
      )}
    </>
  );
}

function Measured({ event }: { readonly event: EventView }) {
  const t = useWords(deskWords);
  const place = useLivePosition(event.vehicle?.id ?? null, event.fix);
  // Post and county belong to the fix that the event took in; a truck that drove on since has neither yet.
  const isSame = place !== null && event.fix !== null && place.fixedAt === event.fix.fixedAt;
  const post = isSame ? event.fixPost : null;
  const name = isSame ? (event.fix.placeName ?? null) : null;
  return (
    <div className={style['row']}>
      <Provenance kind="MEASURED" />
      {place === null ? (
        <span className="dim">{event.vehicle === null ? t.place.noVehicle : t.place.noFix}</span>
      ) : (
        <>
          <span className="truncate" data-testid="measured-place">
            {post !== null && (
              <strong>{t.place.post(post.road, post.towards, postText(post.postMeters))} </strong>
            )}
            {name !== null && <span title={name.text}>{post === null ? name.text : name.county} </span>}
            <span className={post === null && name === null ? undefined : 'note'}>
              {place.latitude.toFixed(4)}, {place.longitude.toFixed(4)}
            </span>
          </span>
          {place.speedKph !== null && (
            <span className="note">{t.place.speed(Math.round(place.speedKph))}</span>
          )}
          <Age at={place.fixedAt} />
        </>
      )}
      <span className={style['push']} />
      <Poll vehicleId={event.vehicle?.id ?? null} />
    </div>
  );
}

/** Asks the terminal for its place now; the answer comes through the live feed. */
function Poll({ vehicleId }: { readonly vehicleId: string | null }) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  const poll = usePositionQuery(vehicleId);
  const outcomeText = useOutcomeText();
  return (
    <>
      {poll.isSuccess && <span className="note truncate">{outcomeText(poll.data)}</span>}
      {poll.isError && <span className="critical truncate">{problemText(poll.error)}</span>}
      <KeyButton
        label={t.place.poll}
        combo="Alt+P"
        group="desk"
        small
        disabled={vehicleId === null}
        busy={poll.isPending}
        onPress={() => poll.mutate()}
        testId="poll-terminal"
      />
    </>
  );
}
