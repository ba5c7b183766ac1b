import { Problem } from '../../../api/problem';
import type { EventEdit, EventView } from '../../../api/types';
import { conflictsBetween, isSame, toEdit, valueIn, without, type Changes, type Field } from './changes';

export interface DraftState {
  /** The newest version of the service that we know. */
  readonly base: EventView;
  readonly changes: Changes;
  readonly isSaving: boolean;
  /** Fields that two people changed; saving waits until the operator has chosen. */
  readonly conflicts: readonly Field[];
  readonly failure: unknown;
  /** When the service last confirmed, in epoch milliseconds; null before the first change. */
  readonly savedAt: number | null;
}

/** What a draft needs from the outside; tests bring their own. */
export interface DraftTools {
  send(id: string, edit: EventEdit, version: number): Promise<EventView>;
  schedule(action: () => void, millis: number): () => void;
  /** Where unsaved changes survive a reload of the page. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  now(): number;
}

/** Saving waits until the typing pauses, so that a sentence is one edit. */
export const PAUSE_MILLIS = 700;
/** After silence of the network the same changes are tried again. */
export const RETRY_MILLIS = 3000;
const STALE_TRIES = 4;

/** Saving must wait for the operator's choice between two versions. */
export class UndecidedConflict extends Error {}

/**
 * An event while somebody writes in it. Changes show at once, are saved by themselves after a pause, and stay in this
 * browser until the service confirms them. Somebody else's changes of other fields are taken over silently; changes of
 * the same field are put to the operator.
 */
export class Draft {
  private state: DraftState;
  private sending: Changes = {};
  private running: Promise<void> | null = null;
  private cancelTimer: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    event: EventView,
    private readonly tools: DraftTools,
  ) {
    this.state = {
      base: event,
      changes: this.kept(event.id),
      isSaving: false,
      conflicts: [],
      failure: null,
      savedAt: null,
    };
    if (this.isDirty) this.saveAfter(0);
  }

  readonly current = (): DraftState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The value on the screen: ours if we changed it, the service's otherwise. */
  value(field: Field): unknown {
    return field in this.state.changes ? this.state.changes[field] : valueIn(this.state.base, field);
  }

  change(field: Field, value: unknown): void {
    const others = dropped(this.state.changes, field);
    const isBack = isSame(value, valueIn(this.state.base, field)) && !(field in this.sending);
    this.put({ changes: isBack ? others : { ...others, [field]: value }, failure: null });
    this.saveAfter(PAUSE_MILLIS);
  }

  /** The service told a version; older ones than ours are old news. */
  arrive(event: EventView): void {
    const { base, changes } = this.state;
    if (event.id !== base.id || event.version < base.version) return;
    const found = conflictsBetween(base, event, changes, this.sending);
    this.put({ base: event, conflicts: [...new Set([...this.state.conflicts, ...found])] });
  }

  /** The operator chose between two versions of a field. */
  settle(field: Field, whose: 'mine' | 'theirs'): void {
    this.put({
      changes: whose === 'mine' ? this.state.changes : dropped(this.state.changes, field),
      conflicts: this.state.conflicts.filter((each) => each !== field),
    });
    this.saveAfter(0);
  }

  /** Saves everything now and gives the confirmed event. */
  async flush(): Promise<EventView> {
    this.cancelTimer();
    if (this.running !== null) await this.running;
    for (let tries = 0; this.isDirty && tries < STALE_TRIES; tries++) {
      if (this.state.conflicts.length > 0) throw new UndecidedConflict();
      await this.save();
      if (this.state.failure !== null) throw this.state.failure as Error;
    }
    return this.state.base;
  }

  dispose(): void {
    this.cancelTimer();
    this.listeners.clear();
  }

  private get isDirty(): boolean {
    return Object.keys(this.state.changes).length > 0;
  }

  private saveAfter(millis: number): void {
    this.cancelTimer();
    this.cancelTimer = this.tools.schedule(() => void this.save(), millis);
  }

  private save(): Promise<void> {
    if (this.running !== null) return this.running;
    if (!this.isDirty || this.state.conflicts.length > 0) return Promise.resolve();
    this.running = this.sendOnce().finally(() => {
      this.running = null;
      this.sending = {};
      this.put({ isSaving: false });
    });
    return this.running;
  }

  private async sendOnce(): Promise<void> {
    const { base, changes } = this.state;
    this.sending = changes;
    this.put({ isSaving: true, failure: null });
    try {
      this.confirm(await this.tools.send(base.id, toEdit(changes), base.version), changes);
    } catch (error) {
      this.refused(error);
    }
  }

  private confirm(event: EventView, sent: Changes): void {
    const isNewest = event.version >= this.state.base.version;
    this.put({
      base: isNewest ? event : this.state.base,
      changes: without(this.state.changes, sent),
      savedAt: this.tools.now(),
    });
    if (this.isDirty) this.saveAfter(PAUSE_MILLIS);
  }

  private refused(error: unknown): void {
    const problem = error instanceof Problem ? error : Problem.offline();
    if (problem.isStale && problem.current !== null) {
      this.arrive(problem.current as EventView);
      if (this.state.conflicts.length === 0) this.saveAfter(0);
      return;
    }
    this.put({ failure: error });
    if (problem.kind === 'OFFLINE' || problem.kind === 'UPSTREAM') this.saveAfter(RETRY_MILLIS);
  }

  private put(part: Partial<DraftState>): void {
    this.state = { ...this.state, ...part };
    this.keep();
    this.listeners.forEach((listener) => listener());
  }

  private keep(): void {
    const key = storageKey(this.state.base.id);
    if (this.isDirty) this.tools.storage.setItem(key, JSON.stringify(this.state.changes));
    else this.tools.storage.removeItem(key);
  }

  private kept(id: string): Changes {
    const text = this.tools.storage.getItem(storageKey(id));
    return text === null ? {} : (JSON.parse(text) as Changes);
  }
}

function dropped(changes: Changes, field: Field): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([name]) => name !== field));
}

function storageKey(id: string): string {
  return `rescueline.unsaved.${id}`;
}
