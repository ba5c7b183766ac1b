import type { ActorView } from '../api/types';
import { useWords } from '../i18n/language';
import { timelineWords } from './timeline/words';

/** Who did something: people by their names, everybody else by what they are. */
export function useActorName(): (actor: ActorView) => string {
  const t = useWords(timelineWords);
  return (actor) => (actor.kind === 'USER' ? actor.name : t.actor[actor.kind]);
}
