import { useLanguage } from './language';
import type { Language } from './words';

/** The one time zone of the centre; a browser elsewhere still shows the centre's clock. */
export const ZONE = 'Asia/Shanghai';

type Instant = string | number | Date;

/** `parts(...)` of an instant in the centre's zone, always 24-hour, always two digits. */
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: Instant): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** `02:14:07` */
export function timeOfDay(instant: Instant): string {
  const p = parts(instant);
  return `${p['hour']}:${p['minute']}:${p['second']}`;
}

/** `02:14` */
export function hourMinute(instant: Instant): string {
  const p = parts(instant);
  return `${p['hour']}:${p['minute']}`;
}

/** `01-14`, or `2025-01-14` when it is not this year. */
export function dayOf(instant: Instant, now: Instant = Date.now()): string {
  const p = parts(instant);
  const day = `${p['month']}-${p['day']}`;
  return p['year'] === parts(now)['year'] ? day : `${p['year']}-${day}`;
}

/** `2025-08` */
export function monthOf(instant: Instant): string {
  const p = parts(instant);
  return `${p['year']}-${p['month']}`;
}

/** `02:14` today, `01-13 20:06` before. */
export function moment(instant: Instant, now: Instant = Date.now()): string {
  const day = dayOf(instant, now);
  return day === dayOf(now, now) ? hourMinute(instant) : `${day} ${hourMinute(instant)}`;
}

/** `00:18`, `12:40`, `1:03:00`: whole seconds of a clock, never negative. */
export function clockFigure(seconds: number): string {
  const whole = Math.max(0, Math.floor(Math.abs(seconds)));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

const UNITS = {
  zh: {
    comma: '、',
    second: '秒',
    minute: '分',
    hour: '时',
    day: '天',
    ago: (text: string) => `${text}前`,
    left: '剩',
  },
  en: {
    comma: ', ',
    second: 's',
    minute: 'min',
    hour: 'h',
    day: 'd',
    ago: (text: string) => `${text} ago`,
    left: 'left',
  },
} as const;

/** `38 秒`, `12 分`, `3 时`, `2 天`: one unit, rounded down, as people say it. */
export function roughDuration(seconds: number, language: Language): string {
  const unit = UNITS[language];
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} ${unit.second}`;
  if (whole < 3600) return `${Math.floor(whole / 60)} ${unit.minute}`;
  if (whole < 86400) return `${Math.floor(whole / 3600)} ${unit.hour}`;
  return `${Math.floor(whole / 86400)} ${unit.day}`;
}

/** `30.4 km`, `420 m`. */
export function distance(meters: number): string {
  if (meters < 1000) return `${Math.round(meters)} m`;
  return `${(meters / 1000).toFixed(meters < 100_000 ? 1 : 0)} km`;
}

const COUNT = new Intl.NumberFormat('en-GB');

/** `12,345`: in thousands in both languages, since figures stand in one column. */
export const count = (value: number): string => COUNT.format(value);

/** Everything above in the language of the screen. */
export function useFormat() {
  const language = useLanguage();
  const unit = UNITS[language];
  return {
    timeOfDay,
    hourMinute,
    dayOf,
    month: monthOf,
    moment,
    clockFigure,
    distance,
    count,
    duration: (seconds: number) => roughDuration(seconds, language),
    ago: (seconds: number) => unit.ago(roughDuration(seconds, language)),
    /** `34–42 分`: an estimate is always a range. */
    minutesRange: (low: number, high: number) => `${low}–${high} ${unit.minute}`,
    minuteUnit: unit.minute,
    /** `潍柴、底盘` · `Weichai, chassis` */
    list: (items: readonly string[]) => items.join(unit.comma),
    /** `8.2 秒` */
    seconds: (value: number, digits = 0) => `${value.toFixed(digits)} ${unit.second}`,
    /** `1月14日 周三` · `Wed 14 Jan` */
    longDay: (instant: Instant) =>
      language === 'zh'
        ? `${LONG_ZH.format(new Date(instant))} ${WEEKDAY_ZH.format(new Date(instant))}`
        : LONG_EN.format(new Date(instant)).replace(',', ''),
  };
}

const LONG_ZH = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric' });
const WEEKDAY_ZH = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, weekday: 'short' });
const LONG_EN = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
