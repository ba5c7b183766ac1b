import 'maplibre-gl/dist/maplibre-gl.css';
import {
  AttributionControl,
  LngLatBounds,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useDark } from '../design/appearance';
import { useWords } from '../i18n/language';
import { useSettings } from '../session/session';
import { crowdFeatures } from './crowd';
import { drawPicture, PICTURE_RATIO } from './icons';
import style from './MapView.module.css';
import { linesOf, pointsOf } from './marks';
import type { MapViewProps } from './MapView';
import { readPalette } from './palette';
import { mapStyle } from './style';
import { onPositions } from '../live/store';
import { mapWords } from './words';

setWorkerUrl(workerUrl);

/** Maps that are gone; nothing may touch them any more. */
const removed = new WeakSet<MapLibreMap>();

/** The whole country, for a map that has nothing yet to show. */
const CHINA: [[number, number], [number, number]] = [
  [76, 18.5],
  [132, 50],
];

function sourceOf(map: MapLibreMap, id: string): GeoJSONSource {
  return map.getSource(id) as unknown as GeoJSONSource;
}

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type PaintValue = Parameters<MapLibreMap['setPaintProperty']>[2];

/** Light and dark are two sets of paint on the same layers, so nothing has to be loaded again. */
function repaint(map: MapLibreMap): void {
  const palette = readPalette();
  for (const layer of mapStyle(palette, null).layers) {
    if (map.getLayer(layer.id) === undefined) continue;
    for (const [property, value] of Object.entries(layer.paint ?? {}) as [PaintName, PaintValue][]) {
      map.setPaintProperty(layer.id, property, value);
    }
  }
  for (const name of map.listImages()) {
    const picture = drawPicture(name, palette);
    if (picture !== null) map.updateImage(name, picture);
  }
}

function fit(map: MapLibreMap, points: readonly (readonly [number, number])[]): void {
  if (points.length === 0) return;
  const bounds = new LngLatBounds();
  points.forEach((point) => bounds.extend([...point]));
  map.fitBounds(bounds, { padding: 56, maxZoom: 9.5, animate: false });
}

export default function MapCanvas(props: MapViewProps) {
  const t = useWords(mapWords);
  const settings = useSettings();
  const tileUrl = settings?.tileUrl ?? null;
  const tileCredit = settings?.attribution ?? null;
  const dark = useDark();
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const onPick = useRef(props.onPick);
  useEffect(() => {
    onPick.current = props.onPick;
  });

  useEffect(() => {
    if (holder.current === null) return;
    const created = createMap(holder.current, tileUrl, tileCredit);
    if (created === null) {
      // The browser told it only now, by refusing to make the canvas.
      setFailed(true);
      return;
    }
    const { dataset } = holder.current;
    created.on('load', () => setMap(created));
    // Tells whoever photographs or tests the page when nothing is left to be drawn.
    created.on('render', () => delete dataset['idle']);
    created.on('idle', () => {
      dataset['idle'] = 'true';
    });
    created.on('click', 'marks', (event) => {
      const id: unknown = event.features?.[0]?.properties['id'];
      if (typeof id === 'string') onPick.current?.(id);
    });
    return () => {
      setMap(null);
      removed.add(created);
      created.remove();
    };
  }, [tileUrl, tileCredit]);

  useEffect(() => {
    if (map !== null) repaint(map);
  }, [map, dark]);

  useEffect(() => {
    if (map === null) return;
    const credit = new AttributionControl({ compact: false, customAttribution: `${t.datum} · ${t.credit}` });
    map.addControl(credit, 'bottom-right');
    return () => {
      // Leaving the page removes the map first, and its controls with it.
      if (!removed.has(map)) map.removeControl(credit);
    };
  }, [map, t]);

  useEffect(() => {
    if (map === null) return;
    void sourceOf(map, 'lines').setData(linesOf(props.marks));
    void sourceOf(map, 'marks').setData(pointsOf(props.marks));
  }, [map, props.marks]);

  const { crowd = false } = props;
  useEffect(() => {
    if (map === null || !crowd) return;
    const draw = () => {
      if (!removed.has(map)) void sourceOf(map, 'crowd').setData(crowdFeatures());
    };
    draw();
    return onPositions(draw);
  }, [map, crowd]);

  const fitKey = props.fit?.key;
  const fitPoints = props.fit?.points;
  useEffect(() => {
    if (map !== null && fitPoints !== undefined) fit(map, fitPoints);
    // The key says when to move the view; points that merely moved must not pull it away from the reader.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, fitKey]);

  if (hasFailed) return <p className={style['failed']}>{t.failed}</p>;
  return (
    <div
      ref={holder}
      className={style['map']}
      aria-label={t.label}
      data-testid="map"
      data-ready={map !== null}
    />
  );
}

function createMap(
  container: HTMLDivElement,
  tileUrl: string | null,
  tileCredit: string | null,
): MapLibreMap | null {
  const palette = readPalette();
  try {
    const map = new MapLibreMap({
      container,
      style: mapStyle(palette, tileUrl === null ? null : { url: tileUrl, attribution: tileCredit }),
      bounds: CHINA,
      minZoom: 2.5,
      maxZoom: 17,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      localIdeographFontFamily:
        "'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
    });
    map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.setMissingStyleImageResolver((id) => {
      const picture = drawPicture(id, readPalette());
      if (picture !== null && !map.hasImage(id)) map.addImage(id, picture, { pixelRatio: PICTURE_RATIO });
    });
    return map;
  } catch {
    // No WebGL on this machine: the page says so and works without the picture.
    return null;
  }
}
