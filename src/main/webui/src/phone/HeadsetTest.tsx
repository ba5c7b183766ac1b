import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/language';
import { microphoneWish, useDevices } from './devices';
import { inputLevel } from './level';
import style from './PhoneSheet.module.css';
import { testTone } from './tones';
import { phoneWords } from './words';

const LOOK_MILLIS = 100;

/** What counts as a voice, of 1; a quiet room stays below. */
const AUDIBLE = 0.02;

/** Speak and see the level; play a tone and hear where it comes from. */
export function HeadsetTest() {
  const t = useWords(phoneWords);
  const [isOn, setOn] = useState(false);
  return (
    <section aria-label={t.test}>
      <h2>{t.test}</h2>
      <p className="note">{t.testHint}</p>
      <div className={style['row']}>
        <Button size="small" onClick={() => setOn(!isOn)} data-testid="headset-test">
          {isOn ? t.testStop : t.testStart}
        </Button>
        <Button size="small" onClick={() => void setTimeout(testTone(), 1500)} data-testid="headset-tone">
          {t.testTone}
        </Button>
      </div>
      {isOn && <Level />}
    </section>
  );
}

function Level() {
  const t = useWords(phoneWords);
  const microphone = useDevices((state) => state.chosen.microphone);
  const [level, setLevel] = useState(0);
  const [wasHeard, setHeard] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let stop: () => void = () => undefined;
    let isOver = false;
    navigator.mediaDevices
      .getUserMedia(microphoneWish())
      .then((stream) => {
        const measure = inputLevel(stream);
        const timer = setInterval(() => {
          const now = measure.read();
          setLevel(now);
          if (now > AUDIBLE) setHeard(true);
        }, LOOK_MILLIS);
        stop = () => {
          clearInterval(timer);
          measure.close();
        };
        if (isOver) stop();
      })
      .catch(() => setRefused(true));
    return () => {
      isOver = true;
      stop();
    };
  }, [microphone]);
  if (isRefused) return <p className="critical">{t.noMicrophone}</p>;
  return (
    <>
      <div
        className={style['level']}
        role="meter"
        aria-label={t.level}
        aria-valuenow={Math.round(level * 100)}
      >
        <span style={{ width: `${Math.min(100, Math.round(level * 300))}%` }} />
      </div>
      <p data-testid="headset-heard" data-heard={wasHeard}>
        {wasHeard ? t.heard : t.quiet}
      </p>
    </>
  );
}
