import { lazy, Suspense } from 'react';
import { useRest } from '../design/parts/useRest';
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
  const isAtRest = useRest();
  return (
    <div className={style['frame']} data-testid="map-frame">
      <Suspense fallback={null}>{isAtRest && <MapCanvas {...props} />}</Suspense>
    </div>
  );
}
