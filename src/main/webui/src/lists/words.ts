import { defineWords } from '../i18n/words';

export const listWords = defineWords(
  {
    range: (from: number, to: number, total: number) => `${from}–${to} / 共 ${total}`,
    before: '上一页',
    after: '下一页',
    all: '全部',
    failed: '列表没有取到：',
    nothingFound: '没有符合的',
    nothingFoundNext: '换个词，或清掉筛选。',
    pickOne: '没有选中',
    pickOneNext: '用 J / K 或 ↑ ↓ 选一行。',
  },
  {
    range: (from, to, total) => `${from}–${to} of ${total}`,
    before: 'Previous page',
    after: 'Next page',
    all: 'All',
    failed: 'The list could not be fetched:',
    nothingFound: 'Nothing matches',
    nothingFoundNext: 'Try another word, or clear the filter.',
    pickOne: 'Nothing selected',
    pickOneNext: 'Choose a row with J / K or ↑ ↓.',
  },
);
