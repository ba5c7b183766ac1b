import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { useSize } from '../../design/useSize';
import { useFormat } from '../../i18n/format';
import { useLanguage, useWords } from '../../i18n/language';
import style from './HalfHours.module.css';
import { chartTop, percentOf, type CallsToday, type HalfHour } from './report';
import { supervisorWords } from './words';

/** The promise that the line is drawn for. */
const THRESHOLD_SECONDS = 15;

const MARGIN = { top: 26, right: 44, bottom: 24, left: 34 } as const;
const STEPS = [0, 0.25, 0.5, 0.75, 1] as const;
/** Nearer to each other than this many pixels, labels under the bars would touch. */
const LABEL_PIXELS = 46;
const WIDEST_BAR = 40;

/** The day in bars: how many called and how many gave up, with the share answered in time as a line above. */
export function HalfHours({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const language = useLanguage();
  const [chart, size] = useSize();
  const hasCalls = today.halfHours.some((each) => each.offered > 0);
  return (
    <Panel title={t.chart} note={today.definitions['halfHours']?.[language]} actions={<Legend />}>
      {!hasCalls && <Empty why={t.noCalls} next={t.noCallsNext} />}
      {hasCalls && (
        <div ref={chart} className={style['chart']}>
          {size !== null && <Drawing today={today} width={size.width} height={size.height} />}
        </div>
      )}
    </Panel>
  );
}

function Legend() {
  const t = useWords(supervisorWords);
  return (
    <span className={style['legend']}>
      <span data-part="answered">{t.answered}</span>
      <span data-part="lost">{t.lost}</span>
      <span data-part="level">{t.serviceLevel(THRESHOLD_SECONDS)}</span>
      <span data-part="below">{t.below}</span>
      <span data-part="unfinished">{t.unfinished}</span>
    </span>
  );
}

interface DrawingProps {
  readonly today: CallsToday;
  readonly width: number;
  readonly height: number;
}

/** Where things are on the paper, in pixels. */
interface Scale {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (index: number) => number;
  readonly slot: number;
  readonly share: (part: number) => number;
}

function scaleOf(count: number, width: number, height: number): Scale {
  const left = MARGIN.left;
  const right = width - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const slot = (right - left) / Math.max(1, count);
  return {
    left,
    right,
    bottom,
    slot,
    x: (index) => left + slot * (index + 0.5),
    share: (part) => bottom - part * (bottom - MARGIN.top),
  };
}

function Drawing({ today, width, height }: DrawingProps) {
  const t = useWords(supervisorWords);
  const { halfHours } = today;
  const scale = scaleOf(halfHours.length, width, height);
  const top = chartTop(Math.max(...halfHours.map((each) => each.offered)));
  const target = today.serviceLevel.find(
    (level) => level.thresholdSeconds === THRESHOLD_SECONDS,
  )?.targetPercent;
  return (
    <svg width={width} height={height} role="img" aria-label={t.chartLabel}>
      <defs>
        <pattern
          id="unfinished"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.5" height="6" className={style['hatch']} />
        </pattern>
      </defs>
      <Grid scale={scale} top={top} />
      <Bars halfHours={halfHours} scale={scale} top={top} />
      <Hours halfHours={halfHours} scale={scale} />
      {target !== undefined && <Target scale={scale} percent={target} />}
      <Line halfHours={halfHours} scale={scale} target={target ?? 0} />
    </svg>
  );
}

function Grid({ scale, top }: { readonly scale: Scale; readonly top: number }) {
  return STEPS.map((step) => (
    <g key={step}>
      <line
        x1={scale.left}
        x2={scale.right}
        y1={scale.share(step)}
        y2={scale.share(step)}
        className={style['grid']}
      />
      <text x={scale.left - 6} y={scale.share(step) + 4} textAnchor="end">
        {step * top}
      </text>
      <text x={scale.right + 6} y={scale.share(step) + 4}>
        {step * 100}%
      </text>
    </g>
  ));
}

interface BarsProps {
  readonly halfHours: readonly HalfHour[];
  readonly scale: Scale;
  readonly top: number;
}

function Bars({ halfHours, scale, top }: BarsProps) {
  const t = useWords(supervisorWords);
  const format = useFormat();
  const width = Math.min(WIDEST_BAR, scale.slot * 0.7);
  const bar = (index: number, from: number, to: number) => ({
    x: scale.x(index) - width / 2,
    width,
    y: scale.share(to / top),
    height: scale.share(from / top) - scale.share(to / top),
  });
  return halfHours.map((each, index) => (
    <g key={each.start}>
      <title>{`${format.hourMinute(each.start)} · ${t.barTitle(each.offered, each.abandoned, each.within15, each.counted15)}`}</title>
      {each.finished ? (
        <rect {...bar(index, 0, each.offered)} className={style['bar']} />
      ) : (
        <rect {...bar(index, 0, each.offered)} fill="url(#unfinished)" className={style['running']} />
      )}
      <rect {...bar(index, 0, each.abandoned)} className={style['lost']} />
      {!each.finished && each.offered > 0 && (
        <text
          x={scale.x(index) + width / 2}
          y={scale.share(each.offered / top) - 5}
          textAnchor="end"
          className={style['own']}
        >
          {t.soFar(each.offered)}
        </text>
      )}
    </g>
  ));
}

function Hours({ halfHours, scale }: { readonly halfHours: readonly HalfHour[]; readonly scale: Scale }) {
  const format = useFormat();
  const every = [1, 2, 4, 6, 8, 12].find((each) => each * scale.slot >= LABEL_PIXELS) ?? 24;
  return halfHours.map(
    (each, index) =>
      index % every === 0 && (
        <text key={each.start} x={scale.x(index)} y={scale.bottom + 17} textAnchor="middle">
          {format.hourMinute(each.start)}
        </text>
      ),
  );
}

function Target({ scale, percent }: { readonly scale: Scale; readonly percent: number }) {
  const t = useWords(supervisorWords);
  const y = scale.share(percent / 100);
  return (
    <>
      <line x1={scale.left} x2={scale.right} y1={y} y2={y} className={style['target']} />
      <text x={scale.right} y={MARGIN.top - 12} textAnchor="end" className={style['met']}>
        {t.target(percent, THRESHOLD_SECONDS)}
      </text>
    </>
  );
}

interface LineProps {
  readonly halfHours: readonly HalfHour[];
  readonly scale: Scale;
  readonly target: number;
}

/** A half hour in which nobody counts has no share, and one that still runs has none yet: the line has a gap there. */
function Line({ halfHours, scale, target }: LineProps) {
  const points = halfHours.map((each, index) => {
    const percent = each.finished ? percentOf(each.within15, each.counted15) : null;
    return percent === null
      ? null
      : { key: each.start, x: scale.x(index), y: scale.share(percent / 100), percent };
  });
  const path = points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
    .filter(Boolean)
    .join('');
  return (
    <>
      <path d={path} className={style['line']} />
      {points.map((point) =>
        point === null ? null : point.percent >= target ? (
          <circle key={point.key} cx={point.x} cy={point.y} r={3} className={style['point']} />
        ) : (
          <g key={point.key}>
            <rect x={point.x - 4} y={point.y - 4} width={8} height={8} className={style['below']} />
            <text x={point.x} y={point.y + 18} textAnchor="middle" className={style['critical']}>
              {Math.floor(point.percent)}
            </text>
          </g>
        ),
      )}
    </>
  );
}
