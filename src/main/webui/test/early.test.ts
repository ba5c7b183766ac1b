// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { forgetEarly, takeEarly } from '../src/api/early';

const answers = (status: number) => Promise.resolve(new Response('{}', { status }));

describe('answers that were asked for early', () => {
  afterEach(forgetEarly);

  it('are given once', async () => {
    window.rescuelineEarly = { '/session': answers(200) };

    expect((await takeEarly('/session'))?.status).toBe(200);
    expect(await takeEarly('/session')).toBeNull();
  });

  it('are none when they refuse: somebody may have signed in since', async () => {
    window.rescuelineEarly = { '/console/settings': answers(401) };

    expect(await takeEarly('/console/settings')).toBeNull();
  });

  it('are none when the network was silent', async () => {
    const silence = Promise.reject(new TypeError('no network'));
    silence.catch(() => undefined);
    window.rescuelineEarly = { '/session': silence };

    expect(await takeEarly('/session')).toBeNull();
  });

  it('of one person are not shown to the next', async () => {
    window.rescuelineEarly = { '/desk': answers(200) };

    forgetEarly();

    expect(await takeEarly('/desk')).toBeNull();
  });
});
