import { defineWords } from '../i18n/words';

export const problemWords = defineWords(
  {
    OFFLINE: '服务没有应答，网络可能断了。您的内容还在本机。',
    INVALID: '内容不符合要求。',
    DENIED: '您的角色不能做这件事。',
    NOT_FOUND: '没有找到，可能已被删除。',
    CONFLICT: '有人先改了，请看新的内容。',
    UPSTREAM: '另一套系统没有应答，稍后会自己恢复。',
    BUG: '服务出错，已记录。',
    trace: (id: string) => `编号 ${id}`,
  },
  {
    OFFLINE: 'The service does not answer; the network may be down. Your input is kept here.',
    INVALID: 'The content does not meet the rules.',
    DENIED: 'Your role may not do this.',
    NOT_FOUND: 'Not found; it may have been removed.',
    CONFLICT: 'Somebody changed it first; look at the newer version.',
    UPSTREAM: 'Another system does not answer; it will recover by itself.',
    BUG: 'The service failed; it has been recorded.',
    trace: (id) => `ref. ${id}`,
  },
);
