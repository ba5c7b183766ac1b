import { Button, Input } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Problem } from '../api/problem';
import { useProblemText } from '../api/useProblemText';
import { useLanguageStore, useWords } from '../i18n/language';
import { LANGUAGES } from '../i18n/words';
import { signIn } from './session';
import style from './SignInPage.module.css';
import { sessionWords } from './words';

/** Only paths of this console: a link must not lead a signed-in person elsewhere. */
function targetOf(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

function useSignIn() {
  const t = useWords(sessionWords);
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = (username: string, password: string) => {
    setBusy(true);
    setRefusal(null);
    signIn(username.trim(), password)
      .then(() => navigate(targetOf(search.get('next')), { replace: true }))
      .catch((error: unknown) => {
        const isOwn = error instanceof Problem && error.status === 401 && error.message === '';
        setRefusal(isOwn ? t.refused : problemText(error));
        setBusy(false);
      });
  };
  return { submit, isBusy, refusal };
}

export default function SignInPage() {
  const t = useWords(sessionWords);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const { submit, isBusy, refusal } = useSignIn();
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    submit(username, password);
  };
  return (
    <main className={style['page']}>
      <form className={style['sheet']} onSubmit={onSubmit} data-testid="sign-in">
        <div className={style['brand']}>
          <img src="/mark.svg" alt="" width="36" height="36" />
          <div>
            <h1>Rescueline</h1>
            <p className="note">{t.purpose}</p>
          </div>
        </div>
        <label className={style['field']}>
          <span>{t.username}</span>
          <Input
            value={username}
            onChange={(event) => setUsername(event.target.value)}
            autoComplete="username"
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page has no other purpose than this form
            autoFocus
            required
            data-testid="username"
          />
        </label>
        <label className={style['field']}>
          <span>{t.password}</span>
          <Input.Password
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
            data-testid="password"
          />
        </label>
        {refusal !== null && (
          <p className="critical" role="alert" data-testid="sign-in-refused">
            ■ {refusal}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={isBusy} block data-testid="sign-in-submit">
          {t.signIn}
        </Button>
        <LanguageChoice />
      </form>
    </main>
  );
}

function LanguageChoice() {
  const t = useWords(sessionWords);
  const { language, choose } = useLanguageStore();
  return (
    <div className={style['languages']} role="group" aria-label={t.language}>
      {LANGUAGES.map((each) => (
        <Button
          key={each}
          type="text"
          size="small"
          aria-pressed={each === language}
          onClick={() => choose(each)}
          lang={each}
          data-testid={`language-${each}`}
        >
          {t.languages[each]}
        </Button>
      ))}
    </div>
  );
}
