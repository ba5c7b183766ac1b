// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RingMark } from '../src/spotchecks/RingMark';
import { useLanguageStore } from '../src/i18n/language';

afterEach(cleanup);

const widthOf = (element: Element | null | undefined) => (element as HTMLElement).style.width;

describe('the ring of a spot check', () => {
  it('is drawn on one scale with the three-ring mark and says both', () => {
    useLanguageStore.setState({ language: 'en' });
    render(<RingMark check={{ ringSeconds: 20, answerWithinSeconds: 15 }} />);
    const mark = screen.getByTestId('ring-mark');
    const [rang, line] = mark.firstElementChild?.children ?? [];
    expect(mark.getAttribute('aria-label')).toBe('rang 20.0 s; three rings are 15 s');
    expect(mark.dataset['late']).toBe('true');
    expect(widthOf(rang)).toBe('50%');
    expect((line as HTMLElement).style.left).toBe('37.5%');
  });

  it('keeps the mark inside however long it rang', () => {
    render(<RingMark check={{ ringSeconds: 120, answerWithinSeconds: 15 }} />);
    const [rang, line] = screen.getByTestId('ring-mark').firstElementChild?.children ?? [];
    expect(widthOf(rang)).toBe('100%');
    expect((line as HTMLElement).style.left).toBe('12.5%');
  });

  it('of a telephone that never rang is no ring of zero seconds', () => {
    useLanguageStore.setState({ language: 'en' });
    render(<RingMark check={{ ringSeconds: null, answerWithinSeconds: 15 }} />);
    expect(screen.queryByTestId('ring-mark')).toBeNull();
    expect(screen.getByText('never rang')).toBeTruthy();
  });
});
