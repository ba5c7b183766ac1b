import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useKey } from '../../keys/useKey';
import type { Mark } from '../../map/marks';
import { MapView } from '../../map/MapView';
import { FixCard } from './FixCard';
import style from './ReplayPage.module.css';
import type { Span } from './span';
import { TimeSlider } from './TimeSlider';
import { fixBefore, silenceAt, trackLines, type Track } from './track';
import { SPEEDS, usePlayer, type Player } from './usePlayer';
import { replayWords } from './words';

const TEN_MINUTES = 600_000;

interface ReplayProps {
  readonly track: Track;
  readonly span: Span;
  readonly label: string | undefined;
  readonly isThinned: boolean;
}

/** The track, the truck where it was last heard of at the moment of the slider, and what that fix says. */
export function Replay({ track, span, label, isThinned }: ReplayProps) {
  const { fixes, silences } = track;
  const from = Date.parse(span.from);
  const last = fixes[fixes.length - 1];
  const player = usePlayer(fixes[0]?.at ?? from, last?.at ?? from);
  const index = fixBefore(fixes, player.at);
  const fix = fixes[index] ?? null;
  const silence = silenceAt(silences, player.at);
  const lines = useMemo(() => trackLines(track), [track]);
  const marks: readonly Mark[] = useMemo(() => {
    if (fix === null) return lines;
    const truck: Mark = {
      kind: 'truck',
      id: 'truck',
      at: fix.place,
      look: silence === null ? 'own' : 'stale',
      courseDegrees: fix.courseDegrees,
      label,
    };
    return [...lines, truck];
  }, [lines, fix, silence, label]);
  return (
    <div className={style['replay']}>
      <MapView
        marks={marks}
        fit={{ key: `${span.from} ${span.to}`, points: fixes.map((each) => each.place) }}
      />
      <FixCard at={player.at} fix={fix} silence={silence} track={track} isThinned={isThinned} />
      <Controls player={player} track={track} index={index} />
    </div>
  );
}

interface ControlsProps {
  readonly player: Player;
  readonly track: Track;
  readonly index: number;
}

function Controls({ player, track, index }: ControlsProps) {
  const t = useWords(replayWords);
  const { fixes } = track;
  const first = fixes[0]?.at ?? 0;
  const last = fixes[fixes.length - 1]?.at ?? first;
  const step = (by: number) => {
    // Between two fixes the step back goes to the one that is shown.
    const shown = fixes[index];
    const back = by < 0 && shown !== undefined && shown.at < player.at ? index : index + by;
    player.seek(fixes[back]?.at ?? player.at);
  };
  const list = { group: 'list' } as const;
  useKey('ArrowRight', t.next, () => step(1), list);
  useKey('ArrowLeft', t.previous, () => step(-1), list);
  useKey('Shift+ArrowRight', t.ahead, () => player.seek(player.at + TEN_MINUTES), list);
  useKey('Shift+ArrowLeft', t.behind, () => player.seek(player.at - TEN_MINUTES), list);
  useKey('Home', t.begin, () => player.seek(first), list);
  useKey('End', t.end, () => player.seek(last), list);
  SPEEDS.forEach((speed, place) => {
    // The list of speeds is fixed, so this is the same number of hooks each time.
    // eslint-disable-next-line react-hooks/rules-of-hooks
    useKey(String(place + 1), `${t.speed} ${t.times(speed)}`, () => player.setSpeed(speed), list);
  });
  return (
    <div className={style['controls']}>
      <KeyButton
        label={player.isPlaying ? t.pause : t.play}
        combo="Space"
        group="list"
        kind="primary"
        onPress={player.toggle}
        testId="play"
      />
      <Segmented<number>
        size="small"
        aria-label={t.speed}
        value={player.speed}
        onChange={player.setSpeed}
        options={SPEEDS.map((speed) => ({ value: speed, label: t.times(speed) }))}
      />
      <TimeSlider from={first} to={last} at={player.at} silences={track.silences} seek={player.seek} />
    </div>
  );
}
