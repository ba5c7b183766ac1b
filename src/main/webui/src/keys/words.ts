import { defineWords } from '../i18n/words';

export const keysWords = defineWords(
  {
    title: '全部按键',
    hint: 'F 键、Ctrl、Alt 打字时也有效；单个字母只在列表里有效',
    next: '下一行',
    previous: '上一行',
    open: '打开',
    groups: {
      anywhere: '任何页面',
      call: '通话',
      desk: '坐席',
      list: '列表',
      board: '派单',
      supervisor: '值班长',
    },
  },
  {
    title: 'All keys',
    hint: 'F keys, Ctrl and Alt also work while typing; single letters only in lists',
    next: 'Next row',
    previous: 'Previous row',
    open: 'Open',
    groups: {
      anywhere: 'Anywhere',
      call: 'Call',
      desk: 'Desk',
      list: 'Lists',
      board: 'Dispatch',
      supervisor: 'Supervisor',
    },
  },
);
