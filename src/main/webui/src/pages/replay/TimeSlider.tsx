import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import style from './ReplayPage.module.css';
import { shareOf, type Silence } from './track';
import { replayWords } from './words';

interface TimeSliderProps {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly silences: readonly Silence[];
  readonly seek: (at: number) => void;
}

/** The moment that is shown. Silences are hatched, so that nobody takes them for a standing truck. */
export function TimeSlider({ from, to, at, silences, seek }: TimeSliderProps) {
  const t = useWords(replayWords);
  const format = useFormat();
  const percent = (instant: number) => `${(shareOf(instant, from, to) * 100).toFixed(2)}%`;
  const day = (instant: number) => `${format.dayOf(instant)} ${format.hourMinute(instant)}`;
  return (
    <div className={style['time']}>
      <span className="note">{day(from)}</span>
      <div className={style['rail']}>
        <div className={style['driven']} style={{ width: percent(at) }} />
        {silences.map((each) => (
          <div
            key={each.after}
            className={style['silence']}
            style={{
              left: percent(each.after),
              width: `calc(${percent(each.until)} - ${percent(each.after)})`,
            }}
          />
        ))}
        <input
          type="range"
          min={from}
          max={to}
          step={1000}
          value={at}
          aria-label={t.slider}
          aria-valuetext={`${format.dayOf(at)} ${format.timeOfDay(at)}`}
          title={t.keys}
          onChange={(event) => seek(Number(event.target.value))}
          // The keys of the page step from fix to fix; the slider's own would step a second.
          onKeyDown={(event) => {
            if (/^(Arrow|Home|End|Page)/.test(event.key)) event.preventDefault();
          }}
          data-testid="time-slider"
        />
      </div>
      <span className="note">{day(to)}</span>
    </div>
  );
}
