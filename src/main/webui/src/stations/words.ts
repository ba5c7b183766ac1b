import { defineWords } from '../i18n/words';

/** Words about stations that several pages use. */
export const stationWords = defineWords(
  {
    listComma: '、',
    capabilities: {
      CHASSIS: '底盘',
      ELECTRICAL: '电气',
      ENGINE_WEICHAI: '潍柴发动机',
      ENGINE_CUMMINS: '康明斯发动机',
      GEARBOX_FAST: '法士特变速箱',
      TOWING: '拖车',
      TYRES: '轮胎',
      NEW_ENERGY: '新能源',
    },
    status: { PREPARING: '筹建', ACTIVE: '营业', SUSPENDED: '停业整改', REVOKED: '已撤销' },
    reasons: {
      nearest: '离得最近',
      able: (what: string) => `能修 ${what}`,
      notAble: (what: string) => `不能修 ${what}`,
      openAtNight: '夜间开门',
      closedAtNight: '夜间不开门',
      vanFree: (count: string) => (count === '' ? '有空车' : `空车 ${count} 台`),
      allVansOut: (count: string) => (count === '' ? '车都在外' : `车都在外，手上 ${count} 单`),
      busy: (count: string) => `手上 ${count} 单`,
      answeredLastCheck: (seconds: string) =>
        seconds === '' ? '上次抽查及时接' : `上次抽查 ${seconds} 秒接起`,
      missedLastCheck: '上次抽查没接',
      outsideRadius: (km: string) => (km === '' ? '超出服务半径' : `超出服务半径 ${km} km`),
      notActive: '不在营业',
      noDutyPhone: '没有值班电话',
      stars: (grade: string) => `${grade} 星站`,
      other: (code: string) => `其他原因 ${code}`,
    },
  },
  {
    listComma: ', ',
    capabilities: {
      CHASSIS: 'chassis',
      ELECTRICAL: 'electrical',
      ENGINE_WEICHAI: 'Weichai engine',
      ENGINE_CUMMINS: 'Cummins engine',
      GEARBOX_FAST: 'Fast gearbox',
      TOWING: 'towing',
      TYRES: 'tyres',
      NEW_ENERGY: 'new energy',
    },
    status: { PREPARING: 'preparing', ACTIVE: 'active', SUSPENDED: 'suspended', REVOKED: 'revoked' },
    reasons: {
      nearest: 'nearest',
      able: (what) => `able: ${what}`,
      notAble: (what) => `not able: ${what}`,
      openAtNight: 'open at night',
      closedAtNight: 'closed at night',
      vanFree: (count) => (count === '' ? 'a van is free' : `${count} vans free`),
      allVansOut: (count) => (count === '' ? 'all vans out' : `all vans out, ${count} jobs in hand`),
      busy: (count) => `${count} jobs in hand`,
      answeredLastCheck: (seconds) =>
        seconds === '' ? 'answered the last check' : `last check answered in ${seconds} s`,
      missedLastCheck: 'missed the last check',
      outsideRadius: (km) => (km === '' ? 'outside its radius' : `outside its ${km} km radius`),
      notActive: 'not in service',
      noDutyPhone: 'no duty phone',
      stars: (grade) => `${grade}-star station`,
      other: (code) => `other reason ${code}`,
    },
  },
);
