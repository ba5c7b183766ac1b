import { defineWords } from '../i18n/words';

export const sessionWords = defineWords(
  {
    purpose: '重卡 24 小时救援调度',
    username: '用户名',
    password: '密码',
    signIn: '登录',
    refused: '用户名或密码不对。',
    language: '语言',
    languages: { zh: '中文', en: 'English' },
  },
  {
    purpose: '24-hour rescue dispatch for heavy trucks',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    refused: 'User name or password is wrong.',
    language: 'Language',
    languages: { zh: '中文', en: 'English' },
  },
);
