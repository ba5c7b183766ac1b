import { defineWords } from '../i18n/words';

export const spotCheckWords = defineWords(
  {
    check: '抽查',
    checkAgain: '再抽查一次',
    requesting: '正在交给交换机',
    refused: '没有拨出：',
    running: '振铃中',
    claimed: '等待拨出',
    noRing: '没有响铃',
    ring: (seconds: string) => `响 ${seconds}`,
    mark: (seconds: string) => `三声线 ${seconds}`,
    against: (rang: string, mark: string) => `响 ${rang}，三声线在 ${mark}`,
  },
  {
    check: 'Check',
    checkAgain: 'Check again',
    requesting: 'Handing it to the switch',
    refused: 'Not dialled:',
    running: 'ringing',
    claimed: 'not dialled yet',
    noRing: 'never rang',
    ring: (seconds) => `rang ${seconds}`,
    mark: (seconds) => `three rings ${seconds}`,
    against: (rang, mark) => `rang ${rang}; three rings are ${mark}`,
  },
);
