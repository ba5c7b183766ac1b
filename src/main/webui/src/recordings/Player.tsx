import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { audioOf, usePlayers, useWaveform, type Recording } from './queries';
import style from './Recordings.module.css';
import { HEIGHT, outline, secondsAt, WIDTH } from './wave';
import { recordingWords } from './words';

const STEP_SECONDS = 5;

/** Plays one recording: Space starts and stops, the picture of the sound is where one seeks. */
export function Player({ recording }: { readonly recording: Recording }) {
  const t = useWords(recordingWords);
  const format = useFormat();
  const audio = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const mine = useIsChosen(recording.id);
  const duration = recording.durationSeconds;

  const seek = (seconds: number) => {
    if (audio.current === null) return;
    audio.current.currentTime = Math.min(Math.max(seconds, 0), duration);
    setAt(audio.current.currentTime);
  };
  const toggle = () => {
    const sound = audio.current;
    if (sound === null) return;
    usePlayers.setState({ chosen: recording.id });
    setFailed(false);
    if (sound.paused) sound.play().catch(() => setFailed(true));
    else sound.pause();
  };
  return (
    <div className={style['player']} data-testid="player" data-playing={playing}>
      {/* Nothing is fetched before somebody listens: each listening is noted. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what was said */}
      <audio
        ref={audio}
        src={audioOf(recording.id)}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onError={() => setFailed(true)}
      />
      <KeyButton
        label={playing ? t.pause : t.play}
        combo={mine ? 'Space' : undefined}
        group="list"
        small
        onPress={toggle}
        testId="play"
      />
      <Wave recording={recording} at={at} onSeek={seek} />
      <span className={style['time']}>
        {t.position(format.clockFigure(at), format.clockFigure(duration))}
      </span>
      {failed && <span role="alert">{t.noSound}</span>}
    </div>
  );
}

/** Space can belong to one player only: the one used last, at first the first one on the page. */
function useIsChosen(id: string): boolean {
  const chosen = usePlayers((state) => state.chosen);
  useEffect(() => {
    usePlayers.setState((state) => (state.chosen === null ? { chosen: id } : state));
    return () => usePlayers.setState((state) => (state.chosen === id ? { chosen: null } : state));
  }, [id]);
  return chosen === id;
}

interface WaveProps {
  readonly recording: Recording;
  readonly at: number;
  readonly onSeek: (seconds: number) => void;
}

/** The picture of the sound; a click or an arrow key goes there. */
function Wave({ recording, at, onSeek }: WaveProps) {
  const t = useWords(recordingWords);
  const format = useFormat();
  const waveform = useWaveform(recording.id).data;
  const duration = recording.durationSeconds;
  const [first = [], second] = waveform?.channels ?? [];
  const click = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onSeek(secondsAt(event.clientX - box.left, box.width, duration));
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP_SECONDS, ArrowRight: STEP_SECONDS }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onSeek(at + step);
  };
  const played = duration === 0 ? 0 : (at / duration) * WIDTH;
  return (
    <div
      className={style['wave']}
      role="slider"
      tabIndex={0}
      aria-label={t.seek}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration)}
      aria-valuenow={Math.round(at)}
      aria-valuetext={t.position(format.clockFigure(at), format.clockFigure(duration))}
      title={second === undefined ? t.wave : t.sides}
      onClick={click}
      onKeyDown={press}
      data-testid="wave"
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={style['played']} x={0} y={0} width={played} height={HEIGHT} />
        <polygon className={style['first']} points={outline(first, second === undefined ? 'both' : 'up')} />
        {second !== undefined && <polygon className={style['second']} points={outline(second, 'down')} />}
        <line className={style['head']} x1={played} x2={played} y1={0} y2={HEIGHT} />
      </svg>
    </div>
  );
}
