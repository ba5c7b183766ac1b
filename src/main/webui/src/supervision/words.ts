import { defineWords } from '../i18n/words';

export const supervisionWords = defineWords(
  {
    title: '监听与坐席席位',
    calls: '正在讲话',
    nobody: '现在没有坐席在讲话。',
    nobodyNext: '坐席接起后，这里可以监听、密语或强插；每次都会记入审计，坐席的页面上看得到。',
    modes: { LISTEN: '监听', WHISPER: '密语', BARGE: '强插' },
    rings: '您的电话在振铃，接起后即加入。',
    inCall: (name: string, mode: string) => `主管 ${name} 在线：${mode}`,
    roster: '队列席位',
    rosterFailed: '席位没有取到：',
    rosterEmpty: '队列里没有席位。',
    columns: { extension: '分机', queue: '队列', skill: '技能', state: '状态', taken: '已接' },
    states: { FREE: '空闲', RINGING: '振铃', BUSY: '通话中', AWAY: '不可达' },
    paused: (reason: string) => (reason === '' ? '示忙' : `示忙 · ${reason}`),
    skills: { rescue: '救援', service: '服务', complaint: '投诉' },
    recent: (minutes: number) => `近 ${minutes} 分钟`,
    recentLine: (offered: number, answered: number, abandoned: number) =>
      `呼入 ${offered} · 接起 ${answered} · 放弃 ${abandoned}`,
    level: (seconds: number, percent: string) => `${seconds} 秒内 ${percent}`,
    none: '—',
  },
  {
    title: 'Supervision and seats',
    calls: 'Talking now',
    nobody: 'No operator is talking.',
    nobodyNext:
      'Once one answers you can listen, whisper or barge in here; each is audited and shown on the operator’s page.',
    modes: { LISTEN: 'Listen', WHISPER: 'Whisper', BARGE: 'Barge in' },
    rings: 'Your telephone rings; you are in once you pick up.',
    inCall: (name: string, mode: string) => `Supervisor ${name} is in: ${mode}`,
    roster: 'Seats in the queues',
    rosterFailed: 'The seats could not be fetched:',
    rosterEmpty: 'There is no seat in any queue.',
    columns: { extension: 'Extension', queue: 'Queue', skill: 'Skill', state: 'State', taken: 'Taken' },
    states: { FREE: 'free', RINGING: 'ringing', BUSY: 'on a call', AWAY: 'not reachable' },
    paused: (reason: string) => (reason === '' ? 'paused' : `paused · ${reason}`),
    skills: { rescue: 'rescue', service: 'service', complaint: 'complaints' },
    recent: (minutes: number) => `Last ${minutes} min`,
    recentLine: (offered: number, answered: number, abandoned: number) =>
      `offered ${offered} · answered ${answered} · gave up ${abandoned}`,
    level: (seconds: number, percent: string) => `≤ ${seconds} s ${percent}`,
    none: '—',
  },
);
