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
import { drawPicture, PICTURE_RATIO } from './icons';
import style from './MapView.module.css';
import { linesOf, pointsOf, sameLines, type LineMark } from './marks';
import type { MapViewProps } from './MapView';
import { readPalette } from './palette';
import { mapStyle } from './style';
import { livePositions, onPositions } from '../live/store';
import { showCrowd } from './showCrowd';
import { mapWords } from './words';

setWorkerUrl(workerUrl);

/** Maps that are gone; nothing may touch them any more. */
const removed = new WeakSet<MapLibreMap>();

/** The whole country, for a map that has nothing yet to show. */
const CHINA: [[number, number], [number, number]] = [
  [73.5, 17.5],
  [135.5, 54],
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

/** A click on an arrow picks its truck; one on a figure goes nearer, until its arrows stand apart. */
function pickTrucks(map: MapLibreMap, pick: (vehicleId: string) => void): void {
  for (const layer of ['crowd', 'alarms']) {
    map.on('click', layer, (event) => {
      const id: unknown = event.features?.[0]?.properties['id'];
      if (typeof id === 'string') pick(id);
    });
  }
  map.on('click', 'crowd-clusters', (event) => {
    const id: unknown = event.features?.[0]?.properties['cluster_id'];
    if (typeof id !== 'number') return;
    void sourceOf(map, 'crowd')
      .getClusterExpansionZoom(id)
      .then((zoom) => map.easeTo({ center: event.lngLat, zoom: zoom + 0.5 }));
  });
  for (const layer of ['crowd', 'alarms', 'crowd-clusters', 'marks']) {
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
}

/** Followed trucks are looked at from near enough to tell the road. */
const FOLLOWING_ZOOM = 10.5;

/** Keeps one truck in the middle until the reader drags the map away. */
function followTruck(map: MapLibreMap, vehicleId: string, leave: () => void): () => void {
  const centre = () => {
    const position = livePositions().get(vehicleId);
    if (position === undefined || removed.has(map)) return;
    map.jumpTo({ center: [position[3], position[2]], zoom: Math.max(map.getZoom(), FOLLOWING_ZOOM) });
  };
  centre();
  const end = onPositions((moved) => {
    if (moved.some((position) => position[0] === vehicleId)) centre();
  });
  map.on('dragstart', leave);
  return () => {
    end();
    map.off('dragstart', leave);
  };
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
  const drawnLines = useRef<readonly LineMark[]>([]);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
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
    // Tells whoever photographs or tests the page when what it looks at is drawn; trucks that move on do not undo that.
    for (const undone of ['movestart', 'resize'] as const) created.on(undone, () => delete dataset['idle']);
    created.on('idle', () => {
      dataset['idle'] = 'true';
    });
    created.on('click', 'marks', (event) => {
      const id: unknown = event.features?.[0]?.properties['id'];
      if (typeof id === 'string') latest.current.onPick?.(id);
    });
    pickTrucks(created, (id) => latest.current.onPickTruck?.(id));
    return () => {
      setMap(null);
      drawnLines.current = [];
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
    const lines = sameLines(drawnLines.current, props.marks);
    if (lines !== drawnLines.current) void sourceOf(map, 'lines').setData(linesOf(lines));
    drawnLines.current = lines;
    delete map.getContainer().dataset['idle'];
    void sourceOf(map, 'marks').setData(pointsOf(props.marks));
  }, [map, props.marks]);

  const { crowd = false } = props;
  useEffect(() => {
    if (map !== null && crowd) return showCrowd(map);
  }, [map, crowd]);

  const { follow = null } = props;
  useEffect(() => {
    if (map !== null && follow !== null) return followTruck(map, follow, () => latest.current.onLeave?.());
  }, [map, follow]);

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
      // Trucks move every second; fading each of them in and out would keep the map drawing for nothing.
      fadeDuration: 0,
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
