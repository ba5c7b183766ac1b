import { theme, type ThemeConfig } from 'antd';

/** Ant Design's own colours must be known as values, since it mixes hover and active shades out of them. */
const LIGHT = {
  colorPrimary: '#1F57C3',
  colorLink: '#1F57C3',
  colorError: '#B9231F',
  colorWarning: '#8A5200',
  colorSuccess: '#15724A',
  colorBgBase: '#FFFFFF',
  colorBgLayout: '#ECEFF3',
  colorTextBase: '#141C28',
  colorText: '#141C28',
  colorTextSecondary: '#465264',
  colorTextTertiary: '#5F6B7D',
  colorTextPlaceholder: '#5F6B7D',
  colorBorder: '#BFC7D2',
  colorBorderSecondary: '#DCE1E8',
  colorBorderDisabled: '#DCE1E8',
};

const DARK = {
  colorPrimary: '#7FA9FF',
  colorLink: '#7FA9FF',
  colorError: '#FF8A80',
  colorWarning: '#F0B445',
  colorSuccess: '#5CC792',
  colorBgBase: '#141A21',
  colorBgContainer: '#141A21',
  colorBgElevated: '#1A222B',
  colorBgLayout: '#0C1015',
  colorTextBase: '#E4E9EF',
  colorText: '#E4E9EF',
  colorTextSecondary: '#A9B5C2',
  colorTextTertiary: '#8593A1',
  colorTextPlaceholder: '#8593A1',
  colorTextLightSolid: '#0B1626',
  colorBorder: '#3B4855',
  colorBorderSecondary: '#26303B',
  colorBorderDisabled: '#26303B',
};

/** Not the compact algorithm: it would shrink Chinese to 12 px. */
export function antTheme(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: 'var(--font)',
      fontFamilyCode: 'var(--mono)',
      fontSize: 13,
      borderRadius: 5,
      borderRadiusLG: 6,
      controlHeight: 32,
      controlHeightSM: 26,
      boxShadow: 'none',
      boxShadowSecondary: '0 0 0 1px var(--line-strong)',
      boxShadowTertiary: 'none',
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 550 },
      Input: { activeShadow: 'none' },
      Select: { optionHeight: 30 },
      Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 10, headerSplitColor: 'transparent' },
    },
  };
}
