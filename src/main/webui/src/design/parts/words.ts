import { defineWords } from '../../i18n/words';

export const partsWords = defineWords(
  {
    clock: {
      left: (duration: string) => `还剩 ${duration}`,
      over: (duration: string) => `已超 ${duration}`,
      waiting: (duration: string) => `已等 ${duration}`,
      elapsed: (duration: string) => `已 ${duration}`,
    },
    age: {
      stale: '陈旧',
      never: '从未上报',
    },
    provenance: {
      MEASURED: '实测',
      TOLD: '口述',
      ESTIMATED: '估算',
      PROVEN: '已证',
    },
    priority: (level: string) => `级别 ${level}`,
    state: {
      loading: '载入中',
      retry: '重试',
      refreshing: (duration: string) => `刷新中 ${duration}`,
    },
    reasons: { for: '支持', against: '反对' },
    close: '关闭',
  },
  {
    clock: {
      left: (duration) => `${duration} left`,
      over: (duration) => `${duration} over`,
      waiting: (duration) => `waiting ${duration}`,
      elapsed: (duration) => `${duration} so far`,
    },
    age: {
      stale: 'stale',
      never: 'never reported',
    },
    provenance: {
      MEASURED: 'measured',
      TOLD: 'told',
      ESTIMATED: 'est.',
      PROVEN: 'proven',
    },
    priority: (level) => `priority ${level}`,
    state: {
      loading: 'Loading',
      retry: 'Retry',
      refreshing: (duration) => `refreshing ${duration}`,
    },
    reasons: { for: 'for', against: 'against' },
    close: 'Close',
  },
);
