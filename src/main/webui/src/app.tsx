import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/queries';
import { whenSignedOut } from './api/client';
import { useDark } from './design/appearance';
import { antTheme } from './design/theme';
import { useLanguage } from './i18n/language';
import { listenForKeys } from './keys/registry';
import { router } from './routes';
import { forgetSession } from './session/session';

whenSignedOut(forgetSession);

export function App() {
  const dark = useDark();
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(listenForKeys, []);
  return (
    <ConfigProvider
      theme={antTheme(dark)}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
