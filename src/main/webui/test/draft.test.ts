import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../src/api/problem';
import type { EventEdit, EventView } from '../src/api/types';
import { Draft, PAUSE_MILLIS, RETRY_MILLIS, UndecidedConflict } from '../src/pages/desk/form/Draft';

function anEvent(change: Partial<EventView> = {}): EventView {
  return {
    id: 'e1',
    number: 'EV-260114-0001',
    state: 'DRAFT',
    kind: null,
    caller: { number: null, name: null, role: null },
    vehicle: null,
    toldPlace: null,
    placeChoice: null,
    answers: {},
    story: '',
    version: 1,
    ...change,
  } as EventView;
}

interface Sent {
  edit: EventEdit;
  version: number;
  answer(event: EventView): void;
  refuse(problem: Problem): void;
}

/** Lets everything that is already settled run its course. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a draft', () => {
  let sent: Sent[];
  let waits: { action: () => void; millis: number; cancelled: boolean }[];
  let stored: Map<string, string>;

  const tools = () => ({
    send: (_id: string, edit: EventEdit, version: number) =>
      new Promise<EventView>((resolve, reject) => {
        sent.push({ edit, version, answer: resolve, refuse: reject });
      }),
    schedule(action: () => void, millis: number) {
      const wait = { action, millis, cancelled: false };
      waits.push(wait);
      return () => {
        wait.cancelled = true;
      };
    },
    storage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
    now: () => 1000,
  });
  const lastWait = () => waits.findLast((wait) => !wait.cancelled);
  const pause = () => lastWait()?.action();
  const at = (index: number) => sent[index] as Sent;

  beforeEach(() => {
    sent = [];
    waits = [];
    stored = new Map();
  });

  it('shows a change at once and saves it after a pause, with the version it was made on', async () => {
    const draft = new Draft(anEvent({ version: 4 }), tools());
    draft.change('story', 'smoke');
    expect(draft.value('story')).toBe('smoke');
    expect(sent).toHaveLength(0);
    expect(lastWait()?.millis).toBe(PAUSE_MILLIS);
    pause();
    expect(at(0)).toMatchObject({ edit: { story: 'smoke' }, version: 4 });
    at(0).answer(anEvent({ story: 'smoke', version: 5 }));
    await settled();
    expect(draft.current()).toMatchObject({ changes: {}, savedAt: 1000, isSaving: false });
  });

  it('sends only the answers that changed', () => {
    const draft = new Draft(anEvent({ answers: { LOAD: 'FULL' } }), tools());
    draft.change('answers.ENGINE', 'RUNS');
    pause();
    expect(at(0).edit).toEqual({ answers: { ENGINE: 'RUNS' } });
  });

  it('keeps what was typed while a save was on its way, and saves that next', async () => {
    const draft = new Draft(anEvent(), tools());
    draft.change('story', 'smo');
    pause();
    draft.change('story', 'smoke');
    at(0).answer(anEvent({ story: 'smo', version: 2 }));
    await settled();
    expect(draft.value('story')).toBe('smoke');
    pause();
    expect(at(1)).toMatchObject({ edit: { story: 'smoke' }, version: 2 });
  });

  it('is not disturbed by the news of its own save', async () => {
    const draft = new Draft(anEvent(), tools());
    draft.change('story', 'smo');
    pause();
    draft.change('story', 'smoke');
    draft.arrive(anEvent({ story: 'smo', version: 2 }));
    expect(draft.current().conflicts).toEqual([]);
    at(0).answer(anEvent({ story: 'smo', version: 2 }));
    await settled();
    expect(draft.value('story')).toBe('smoke');
  });

  it('takes over what somebody else changed elsewhere and repeats its own change on the newer version', async () => {
    const draft = new Draft(anEvent(), tools());
    draft.change('story', 'smoke');
    pause();
    at(0).refuse(new Problem(412, { current: anEvent({ kind: 'REPAIR_REQUEST', version: 2 }) }));
    await settled();
    expect(draft.value('kind')).toBe('REPAIR_REQUEST');
    pause();
    expect(at(1)).toMatchObject({ edit: { story: 'smoke' }, version: 2 });
  });

  it('asks when two people changed the same field, and saves nothing until it is settled', async () => {
    const draft = new Draft(anEvent(), tools());
    draft.change('story', 'mine');
    pause();
    at(0).refuse(new Problem(412, { current: anEvent({ story: 'theirs', version: 2 }) }));
    await settled();
    expect(draft.current().conflicts).toEqual(['story']);
    expect(draft.value('story')).toBe('mine');
    await expect(draft.flush()).rejects.toBeInstanceOf(UndecidedConflict);
    draft.settle('story', 'mine');
    pause();
    expect(at(1)).toMatchObject({ edit: { story: 'mine' }, version: 2 });
  });

  it('shows the other version when that is chosen', () => {
    const draft = new Draft(anEvent(), tools());
    draft.change('story', 'mine');
    draft.arrive(anEvent({ story: 'theirs', version: 2 }));
    draft.settle('story', 'theirs');
    expect(draft.value('story')).toBe('theirs');
    expect(draft.current()).toMatchObject({ changes: {}, conflicts: [] });
  });

  it('keeps unsaved changes over a reload, and forgets them once they are saved', async () => {
    new Draft(anEvent(), tools()).change('story', 'smoke');
    const reloaded = new Draft(anEvent(), tools());
    expect(reloaded.value('story')).toBe('smoke');
    pause();
    at(0).answer(anEvent({ story: 'smoke', version: 2 }));
    await settled();
    expect(stored.size).toBe(0);
  });

  it('tries again by itself when the network was silent, and not when the content was refused', async () => {
    const draft = new Draft(anEvent(), tools());
    draft.change('story', 'smoke');
    pause();
    at(0).refuse(Problem.offline());
    await settled();
    expect(lastWait()?.millis).toBe(RETRY_MILLIS);
    const before = waits.length;
    pause();
    at(1).refuse(new Problem(400, { kind: 'INVALID' }));
    await settled();
    expect(waits.length).toBe(before);
    expect(draft.current().failure).toMatchObject({ kind: 'INVALID' });
  });

  it('saves at once when asked to, and tells the confirmed event', async () => {
    const draft = new Draft(anEvent(), tools());
    draft.change('kind', 'PRAISE');
    const flushed = draft.flush();
    await settled();
    at(0).answer(anEvent({ kind: 'PRAISE', version: 2 }));
    await expect(flushed).resolves.toMatchObject({ kind: 'PRAISE', version: 2 });
  });

  it('sends nothing when a value was put back to what it was', () => {
    const draft = new Draft(anEvent({ story: 'a' }), tools());
    draft.change('story', 'ab');
    draft.change('story', 'a');
    pause();
    expect(sent).toHaveLength(0);
  });
});
