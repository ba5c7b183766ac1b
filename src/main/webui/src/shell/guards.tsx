import { Button } from 'antd';
import { Link, Navigate, useLocation } from 'react-router';
import { Empty, Failed, Loading } from '../design/parts/States';
import { useProblemText } from '../api/useProblemText';
import { useWords } from '../i18n/language';
import { useSessionQuery, useUser } from '../session/session';
import { sectionsFor } from './sections';
import Shell from './Shell';
import { shellWords } from './words';

/** Everything but the sign-in stands behind it; it remembers where somebody wanted to go. */
export function SignedIn() {
  const t = useWords(shellWords);
  const problemText = useProblemText();
  const session = useSessionQuery();
  const location = useLocation();
  if (session.isPending) return <Loading rows={6} />;
  if (session.data === undefined) {
    return (
      <Failed
        what={`${t.offline.title}: ${problemText(session.error)}`}
        instead={t.offline.detail}
        retry={() => void session.refetch()}
      />
    );
  }
  if (session.data === null) {
    const next =
      location.pathname === '/' ? '' : `?next=${encodeURIComponent(location.pathname + location.search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return <Shell />;
}

/** The first page of the rail that this person may see. */
export function Home() {
  const first = sectionsFor(useUser())[0];
  return first === undefined ? <MissingPage /> : <Navigate to={first.path} replace />;
}

export function MissingPage() {
  const t = useWords(shellWords);
  return <Empty why={t.missing.title} next={<Link to="/">{t.missing.back}</Link>} />;
}

/** A page that broke leaves bar, rail and telephone standing. */
export function PageCrashed() {
  const t = useWords(shellWords);
  return (
    <Empty
      why={t.crashed.title}
      next={
        <>
          <p>{t.crashed.detail}</p>
          <Button size="small" onClick={() => window.location.reload()}>
            {t.crashed.reload}
          </Button>
        </>
      }
    />
  );
}
