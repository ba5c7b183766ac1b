import type { Palette } from './palette';

/** Pictures are drawn at twice their size, so that they are sharp on every screen. */
export const PICTURE_RATIO = 2;

const SIZE = 28;
type Pen = CanvasRenderingContext2D;

/** Draws the picture with this name, `kind:look:rank` or `moving:freshness:alarm`, or null when there is no such thing. */
export function drawPicture(name: string, palette: Palette): ImageData | null {
  const [kind = '', look = '', rank = ''] = name.split(':');
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * PICTURE_RATIO;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.scale(PICTURE_RATIO, PICTURE_RATIO);
  pen.translate(SIZE / 2, SIZE / 2);
  if (kind === 'truck') drawTruck(pen, look, palette);
  else if (kind === 'station') drawStation(pen, look, rank, palette);
  else if (kind === 'told') drawTold(pen, palette);
  else if (kind === 'moving') drawMoving(pen, look, rank, palette);
  else return null;
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** The arrow points north; the map turns the whole picture to the course. */
function arrow(pen: Pen, reach: number): void {
  pen.beginPath();
  pen.moveTo(0, -reach);
  pen.lineTo(reach * 0.8, reach * 0.85);
  pen.lineTo(0, reach * 0.4);
  pen.lineTo(-reach * 0.8, reach * 0.85);
  pen.closePath();
}

function truckColour(look: string, palette: Palette): string {
  if (look === 'own') return palette.accent;
  if (look === 'broken') return palette.broken;
  return look === 'near' ? palette.near : palette.dim;
}

function drawTruck(pen: Pen, look: string, palette: Palette): void {
  const isStale = look === 'stale';
  pen.beginPath();
  pen.arc(0, 0, 10, 0, 2 * Math.PI);
  pen.fillStyle = isStale ? palette.panel : truckColour(look, palette);
  pen.fill();
  pen.lineWidth = 2;
  if (isStale) pen.setLineDash([3, 2.2]);
  pen.strokeStyle = isStale ? palette.stale : palette.panel;
  pen.stroke();
  arrow(pen, 5.5);
  pen.fillStyle = isStale ? palette.stale : palette.panel;
  pen.fill();
}

/** Full up to a minute, half up to half an hour, dashed beyond; an alarm has a colour and a ring of its own. */
function drawMoving(pen: Pen, freshness: string, alarm: string, palette: Palette): void {
  const colour = alarm === 'sos' ? palette.broken : alarm === 'warn' ? palette.near : palette.dim;
  if (alarm !== 'none') drawRing(pen, alarm === 'sos' ? 2.4 : 1.4, colour, palette);
  arrow(pen, 6);
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = palette.panel;
  pen.stroke();
  pen.fillStyle = freshness === 'fresh' ? colour : palette.panel;
  pen.fill();
  if (freshness === 'ageing') fillHalf(pen, colour);
  arrow(pen, 6);
  if (freshness === 'stale') pen.setLineDash([2.2, 1.6]);
  pen.lineWidth = 1.2;
  pen.strokeStyle = freshness === 'stale' && alarm === 'none' ? palette.stale : colour;
  pen.stroke();
}

function drawRing(pen: Pen, width: number, colour: string, palette: Palette): void {
  pen.beginPath();
  pen.arc(0, 0, 11, 0, 2 * Math.PI);
  pen.fillStyle = palette.panel;
  pen.fill();
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
}

/** The left half of the arrow. */
function fillHalf(pen: Pen, colour: string): void {
  pen.save();
  pen.beginPath();
  pen.rect(-SIZE / 2, -SIZE / 2, SIZE / 2, SIZE);
  pen.clip();
  arrow(pen, 6);
  pen.fillStyle = colour;
  pen.fill();
  pen.restore();
}

function drawStation(pen: Pen, look: string, rank: string, palette: Palette): void {
  const half = look === 'plain' ? 5 : 9;
  pen.beginPath();
  pen.roundRect(-half, -half, 2 * half, 2 * half, 3);
  const isFirst = look === 'first';
  const isExcluded = look === 'excluded';
  const edge = isExcluded ? palette.stale : palette.met;
  pen.fillStyle = isFirst ? palette.met : palette.panel;
  pen.fill();
  pen.lineWidth = 2;
  if (isExcluded) pen.setLineDash([3, 2]);
  pen.strokeStyle = edge;
  pen.stroke();
  if (isExcluded) drawCross(pen, palette.stale);
  else if (rank !== '') write(pen, rank, isFirst ? palette.panel : palette.met);
}

function drawCross(pen: Pen, colour: string): void {
  pen.setLineDash([]);
  pen.strokeStyle = colour;
  pen.lineWidth = 1.8;
  pen.beginPath();
  pen.moveTo(-4, -4);
  pen.lineTo(4, 4);
  pen.moveTo(4, -4);
  pen.lineTo(-4, 4);
  pen.stroke();
}

function drawTold(pen: Pen, palette: Palette): void {
  pen.beginPath();
  pen.arc(0, 0, 10, 0, 2 * Math.PI);
  pen.fillStyle = palette.panel;
  pen.fill();
  pen.setLineDash([3, 2.2]);
  pen.lineWidth = 2;
  pen.strokeStyle = palette.critical;
  pen.stroke();
  pen.translate(0, 4);
  write(pen, '“', palette.critical, 18);
}

function write(pen: Pen, text: string, colour: string, size = 12): void {
  pen.fillStyle = colour;
  pen.font = `700 ${size}px "Inter Variable", sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, 0, 0.5);
}
