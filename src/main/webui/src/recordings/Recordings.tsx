import { Problem } from '../api/problem';
import { useProblemText } from '../api/useProblemText';
import { Empty, Failed, Loading } from '../design/parts/States';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { Hold } from './Hold';
import { Player } from './Player';
import { useRecordings, type Recording } from './queries';
import style from './Recordings.module.css';
import { recordingWords } from './words';

/** What was recorded of a call, to be listened to. Whoever may not is told so. */
export function Recordings({ callId }: { readonly callId: string }) {
  const t = useWords(recordingWords);
  const problemText = useProblemText();
  const recordings = useRecordings(callId);
  if (recordings.data !== undefined) {
    if (recordings.data.length === 0) return <Empty why={t.none} next={t.noneWhy} />;
    return (
      <ul className={style['list']} data-testid="recordings">
        {recordings.data.map((recording) => (
          <li key={recording.id}>
            <One recording={recording} />
          </li>
        ))}
      </ul>
    );
  }
  if (recordings.error instanceof Problem && recordings.error.status === 403) {
    return <p className="note">{t.notYours}</p>;
  }
  if (recordings.isError) {
    return (
      <Failed what={`${t.failed} ${problemText(recordings.error)}`} retry={() => void recordings.refetch()} />
    );
  }
  return <Loading rows={2} />;
}

function One({ recording }: { readonly recording: Recording }) {
  const t = useWords(recordingWords);
  const format = useFormat();
  if (recording.removedAt !== null) {
    return <p className="note">{t.removed(format.dayOf(recording.removedAt))}</p>;
  }
  return (
    <>
      <Player recording={recording} />
      <Hold recording={recording} />
    </>
  );
}
