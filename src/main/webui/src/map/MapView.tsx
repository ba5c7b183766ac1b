import { lazy, Suspense, useEffect, useState } from 'react';
import { queryClient } from '../api/queries';
import type { LngLat, Mark } from './marks';
import style from './MapView.module.css';

export interface MapViewProps {
  readonly marks: readonly Mark[];
  /** Shows every moving truck of the live feed as a small arrow. */
  readonly crowd?: boolean;
  /** Where to look. The view moves when the key changes, and stays where the reader put it otherwise. */
  readonly fit?: { readonly key: string; readonly points: readonly LngLat[] } | undefined;
  readonly onPick?: ((markId: string) => void) | undefined;
  /** A truck of the crowd was clicked. */
  readonly onPickTruck?: ((vehicleId: string) => void) | undefined;
  /** Keeps this truck of the live feed in the middle. */
  readonly follow?: string | null;
  /** The reader dragged the map away from the truck that was followed. */
  readonly onLeave?: (() => void) | undefined;
}

const MapCanvas = lazy(() => import('./MapCanvas'));

/** The map; its program is large and is fetched apart, so the words of the page never wait for it. */
export function MapView(props: MapViewProps) {
  const isIdle = useIdle();
  return (
    <div className={style['frame']} data-testid="map-frame">
      <Suspense fallback={null}>{isIdle && <MapCanvas {...props} />}</Suspense>
    </div>
  );
}

/** A page that is never done asking gets its map all the same. */
const LONGEST_WAIT_MILLIS = 2000;
const LOOK_MILLIS = 50;

/** Words and keys come first: the map waits until the page has what it asked for and the browser nothing more urgent. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const begin = performance.now();
    const timer = setInterval(() => {
      const waited = performance.now() - begin;
      if (queryClient.isFetching() > 0 && waited < LONGEST_WAIT_MILLIS) return;
      clearInterval(timer);
      setIdle(true);
    }, LOOK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return isIdle;
}
